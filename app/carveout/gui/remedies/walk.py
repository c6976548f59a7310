"""A scenario walked through the representations: what the text suggests of each step, and what was judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.remedies.scenario import Step, evidence
from carveout.agreement.remedies.statements import statements
from carveout.gui.grid.cells import clause_cell, words_of
from carveout.gui.grid.grid import Block, Cell, Column, Face, Grid, Row, Run, Target
from carveout.gui.inspector.pill import Tone
from carveout.review.supposing import Question

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    from carveout.agreement.reading import Reading
    from carveout.agreement.remedies.scenario import Evidence, Scenario
    from carveout.review.review import Review
    from carveout.review.supposing import Judgement

    Judged: TypeAlias = Mapping[Step, Judgement | None]

STEPS = tuple(Step)
_FEW = 2
FIRST_STEP = 1
"""The column of the first step."""
_ASKED = {
    Step.CLASS: "In the class?",
    Step.EXCEPTION: "Excepted?",
    Step.PERIOD: "In the period?",
    Step.KNOWLEDGE: "Known?",
}
_COLUMNS = (
    Column("Representation", 1, 150),
    *(Column(_ASKED[step], 2, 150) for step in STEPS),
    Column("Outcome", 0, 110),
)
_YES_NO = {
    Step.CLASS: ("in the class", "not in the class"),
    Step.EXCEPTION: ("not excepted", "excepted"),
    Step.PERIOD: ("in the period", "outside the period"),
    Step.KNOWLEDGE: ("known, or not asked", "not known"),
}


class Walk:
    """A scenario's walk through the representations of a reading. What the text suggests is found once."""

    def __init__(self, reading: Reading, name: str, scenario: Scenario) -> None:
        """Find what the text suggests; `name` is the scenario's id."""
        self.of = reading, name, scenario
        self._found = {one.clause: evidence(reading, one.clause, scenario) for one in statements(reading)}
        self._rows: dict[int, tuple[Judged, Row]] = {}

    def grid(self, review: Review) -> Grid:
        """Return a row for each statement, as judged by now; a row's key is its clause."""
        return Grid(_COLUMNS, tuple(self._row(review, clause) for clause in self._found))

    def _row(self, review: Review, clause: int) -> Row:
        reading, name, _ = self.of
        judged = {step: review.judgements.get(Question(name, clause, step)) for step in STEPS}
        before = self._rows.get(clause)
        if before is None or before[0] != judged:
            found = {one.step: one for one in self._found[clause]}
            steps = (_step(reading, clause, step, found.get(step), judged[step]) for step in STEPS)
            before = judged, Row(clause, (clause_cell(reading, clause), *steps, _outcome(judged)))
            self._rows[clause] = before
        return before[1]


def step_at(column: int) -> Step | None:
    """Return the step that a column shows, None for the others."""
    return STEPS[column - FIRST_STEP] if FIRST_STEP <= column < FIRST_STEP + len(STEPS) else None


def _step(reading: Reading, clause: int, step: Step, found: Evidence | None, judged: Judgement | None) -> Cell:
    blocks = []
    if found is not None:
        told = f"It seems {_YES_NO[step][not found.untrue]}. " if found.untrue is not None else ""
        blocks.append(Block((Run(f"{told}{found.why}"),), Face.MUTED))
        words = dict.fromkeys(words_of(reading, span) for span in found.words)
        blocks += [Block((Run(one),), Face.QUOTE) for one in list(words)[:_FEW]]
    goes = Target(clause, found.words[0]) if found is not None and found.words else Target(clause)
    return Cell(tuple(blocks), pill=_pill(step, judged), goes=goes)


def _pill(step: Step, judged: Judgement | None) -> tuple[str, Tone]:
    if judged is None:
        return "open", Tone.NEUTRAL
    return (_YES_NO[step][0], Tone.MEDIUM) if judged.untrue else (_YES_NO[step][1], Tone.GOOD)


def _outcome(judged: Judged) -> Cell:
    """Return what follows: one step that fails saves the representation, all that hold make it untrue."""
    values = list(judged.values())
    if any(one is not None and not one.untrue for one in values):
        return Cell(pill=("stands", Tone.GOOD))
    if all(one is not None for one in values):
        return Cell(pill=("untrue", Tone.BAD))
    left = sum(one is None for one in values)
    return Cell((Block((Run(f"{left} to judge"),), Face.MUTED),))
