"""The carve-out schedule, the clauses that stay bare, and how the carve-outs of one subject differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.content import GapStrength
from carveout.agreement.siblings.drift import drift, subjects
from carveout.agreement.siblings.fan_out import fan_outs
from carveout.memo.reach import cited
from carveout.memo.word.pieces import cell, paragraph, prose, run, table, words
from carveout.memo.word.saying import signed
from carveout.memo.words import CARVEOUT, VERDICT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.agreement.content import Gap
    from carveout.agreement.siblings.drift import Column
    from carveout.memo.memo import ScheduledCarveout
    from carveout.memo.word.saying import Saying

_MOST_SUBJECTS = 6
_MOST_SIBLINGS = 40


def carveouts(say: Saying) -> Iterator[str]:
    """Yield the schedule in the order of the text, then the gaps, the strong ones first."""
    yield say.heading(1, "Carve-outs")
    if not say.memo.schedule:
        yield paragraph("Normal", run("No carve-out was found in the document."))
    else:
        titles = ("No.", "Clause", "Words and reach", "Decision")
        yield table((0.7, 2.2, 5.4, 3), titles, (_entry(say, entry) for entry in say.memo.schedule))
    gaps = say.memo.reading.gaps
    if gaps:
        order = list(GapStrength)
        shown = sorted(gaps, key=lambda gap: (order.index(gap.strength), gap.clause))
        yield say.heading(2, "Clauses of the same role that stay bare")
        titles = ("Bare", "Words that stay bare", "Its sibling", "Why it matters")
        yield table((1.5, 2.7, 2.2, 3), titles, (_gap(say, gap) for gap in shown))


def compared(say: Saying) -> Iterator[str]:
    """Yield each subject that two carve-outs or more are for: their wording, its differences, and what it reaches."""
    yield say.heading(1, "Carve-outs compared")
    reading = say.memo.reading
    named = subjects(reading)
    if not named:
        said = "No two carve-outs are for the same subject, so there is no wording to compare."
        yield paragraph("Normal", run(said))
    for subject in named[:_MOST_SUBJECTS]:
        yield say.heading(2, subject)
        found = drift(reading, subject)
        yield table(
            (1.2, 5, 3), ("Clause", "Words", "Differs"), (_sibling(say, one) for one in found.columns[:_MOST_SIBLINGS])
        )
        for difference in found.differences:
            yield paragraph("Remark", run(f"– {difference.message}"))
        for fan in fan_outs(reading):
            if fan.carveout.subject == subject:
                start = run(f"What “{fan.term.term}” leaves out in ")
                yield paragraph("Normal", start, say.citation(fan.carveout.clause), run(f": {fan.sentence}"))


def _entry(say: Saying, entry: ScheduledCarveout) -> Sequence[list[str]]:
    carveout, decision = entry.carveout, entry.decision
    reading = say.memo.reading
    kind = " for ".join(one for one in (CARVEOUT[carveout.kind], carveout.subject) if one)
    reached = ", ".join(name for name, _ in cited(reading.outline, carveout.reaches))
    decided = [paragraph("TableDetails", run("Undecided"))]
    if decision is not None:
        decided = [
            paragraph("TableText", run(VERDICT[decision.verdict], bold=True)),
            *prose(decision.reason, "TableText"),
            paragraph("TableDetails", run(signed(decision.by, decision.at))),
        ]
    return (
        words(f"C{entry.number}"),
        say.where(carveout.clause, carveout.span, kind),
        cell(*say.quote(carveout.span), *prose(f"Reaches {reached}" if reached else "", "TableDetails")),
        decided,
    )


def _gap(say: Saying, gap: Gap) -> Sequence[list[str]]:
    found = (one for one in say.memo.reading.carveouts if one.clause == gap.sibling and one.subject == gap.subject)
    excused = next(found, None)
    sibling = cell(paragraph("TableDetails", run("none")))
    if gap.sibling is not None:
        sibling = [paragraph("TableText", say.citation(gap.sibling)), *(say.quote(excused.span) if excused else ())]
    return (
        [paragraph("TableText", say.citation(gap.clause)), paragraph("TableDetails", run(gap.strength.value))],
        say.quote(gap.words, ""),
        sibling,
        words(gap.message),
    )


def _sibling(say: Saying, column: Column) -> Sequence[list[str]]:
    differs = [
        f"{one.aspect.value}: {' '.join(piece.words for piece in one.pieces if piece.words) or 'none'}"
        for one in column.cells
        if one.differs
    ]
    return (
        say.where(column.carveout.clause, column.carveout.span, brief=True),
        say.quote(column.carveout.span),
        words("\n".join(differs) or "as most"),
    )
