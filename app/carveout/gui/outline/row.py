"""What one row of the outline says of its clause."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.prose.casing import as_title
from carveout.gui.glyphs import Glyph, glyph_of_carveout, glyph_of_state
from carveout.gui.visible import visible
from carveout.review.coverage import state_of, worst_open_issue
from carveout.review.mark import second

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from carveout.agreement.clause import Clause
    from carveout.agreement.reading import Reading
    from carveout.review.review import Review

_FIRST_WORDS = 120
_BARE_NUMBER = frozenset({ClauseKind.SECTION, ClauseKind.ITEM, ClauseKind.TERM})
_STRONG = frozenset(
    {ClauseKind.EXHIBIT, ClauseKind.SCHEDULE, ClauseKind.ANNEX, ClauseKind.APPENDIX, ClauseKind.CHAPTER}
)
_KNOWN_BY_KIND = frozenset({ClauseKind.COVER, ClauseKind.PREAMBLE, ClauseKind.SIGNATURE})
_RANKS = {glyph: rank for rank, glyph in enumerate(Glyph)}

Counts = tuple[tuple[Glyph, int], ...]
"""Shapes, and how many carve-outs each stands for."""


@dataclass(frozen=True, slots=True)
class Row:
    """A clause as the outline shows it.

    `own` are the carve-outs in the clause's own words, `within` those and all below it. `aligned` rows leave room for
    a state, because a clause beside them has one. `corrected` says that a reader put the clause there, or named it.
    """

    number: str
    title: str
    strong: bool
    aligned: bool
    state: Glyph | None
    own: Counts
    within: Counts
    corrected: bool = False

    @property
    def said(self) -> str:
        """The row in words, its shapes included."""
        counts = [f"{count} {glyph}{'s' if count > 1 else ''}" for glyph, count in self.within]
        corrected = [Glyph.CORRECTED] if self.corrected else []
        named = f"{self.number} {self.title}".strip()
        return ", ".join([named, *([self.state] if self.state else []), *counts, *corrected])


class Rows:
    """The rows of a reading, made when they are first asked for."""

    def __init__(self, reading: Reading, corrected: Container[int] = ()) -> None:
        """Take a reading, and the ids of the clauses that were corrected by hand."""
        self._reading = reading
        self._corrected = corrected
        self._made: dict[int, Row] = {}
        self._own, self._within = _carveouts(reading)
        self._aligned = {reading.outline[r.clause].parent for r in reading.representations}

    def row(self, clause: int, review: Review) -> Row:
        """Return the row of a clause as the review stands."""
        if clause not in self._made:
            self._made[clause] = self._make(self._reading.outline[clause], review)
        return self._made[clause]

    def forget(self, clause: int) -> None:
        """Make the row anew when it is next asked for: the review has changed there."""
        self._made.pop(clause, None)

    def _make(self, clause: Clause, review: Review) -> Row:
        reading = self._reading
        state = None
        if clause.id in reading.representation_of:
            issue = worst_open_issue(reading, review, clause.id)
            state = glyph_of_state(state_of(reading, review, clause.id), issue)
            if state is Glyph.CLEARED and second(review.marks.get(clause.id, ())) is not None:
                state = Glyph.SIGNED_OFF
        return Row(
            number=number_of(clause),
            title=title_of(reading, clause),
            strong=clause.kind in _STRONG,
            aligned=clause.parent in self._aligned,
            state=state,
            own=self._own.get(clause.id, ()),
            within=self._within.get(clause.id, ()),
            corrected=clause.id in self._corrected,
        )


def number_of(clause: Clause) -> str:
    """Return what a row calls its clause: `3.10`, `(ii)`, but `Article 3`."""
    if clause.kind in _BARE_NUMBER:
        return visible(clause.number or "")
    word, _, rest = " ".join(clause.label.split()).rstrip(".:").partition(" ")
    return visible(f"{word.capitalize()} {rest}" if rest and word.isupper() else f"{word} {rest}".strip())


def title_of(reading: Reading, clause: Clause) -> str:
    """Return the clause's heading; where it has none, what it is or, failing that, its first words.

    A heading in capitals is set as a title: capitals take room and say nothing more.
    """
    if clause.heading is None and clause.kind in _KNOWN_BY_KIND:
        return visible(clause.citation)
    if clause.heading:
        return visible(as_title(" ".join(clause.heading.split()), reading.text))
    words = reading.text[clause.body_start : min(clause.end, clause.body_start + _FIRST_WORDS)]
    return visible(" ".join(words.split())) or visible(clause.citation)


def _carveouts(reading: Reading) -> tuple[Mapping[int, Counts], Mapping[int, Counts]]:
    own: dict[int, Counter[Glyph]] = {}
    within: dict[int, Counter[Glyph]] = {}
    for carveout in reading.carveouts:
        glyph = glyph_of_carveout(carveout.kind)
        own.setdefault(carveout.clause, Counter())[glyph] += 1
        for clause in (carveout.clause, *reading.outline.ancestors(carveout.clause)):
            within.setdefault(clause, Counter())[glyph] += 1
    return _ordered(own), _ordered(within)


def _ordered(counts: Mapping[int, Counter[Glyph]]) -> dict[int, Counts]:
    return {clause: tuple(sorted(count.items(), key=_rank)) for clause, count in counts.items()}


def _rank(counted: tuple[Glyph, int]) -> int:
    return _RANKS[counted[0]]
