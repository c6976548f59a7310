"""Which of the document's text the memo annexes: the principal agreement, and whatever else somebody annotated."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from carveout.agreement.reading import Paragraph, Reading
    from carveout.memo.memo import Memo

_ATTACHED = {ClauseKind.EXHIBIT, ClauseKind.SCHEDULE, ClauseKind.ANNEX, ClauseKind.APPENDIX}
_WRAPPER = {ClauseKind.FILING_ITEM, ClauseKind.COVER}


@dataclass(frozen=True)
class Annexed:
    """The paragraphs that the memo prints, in the order of the text."""

    paragraphs: tuple[Paragraph, ...]
    breaks: frozenset[int]
    """Where paragraphs start that don't follow the one before them in the document."""

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(paragraph.span.start for paragraph in self.paragraphs)

    def prints(self, offset: int) -> bool:
        """Tell whether the code point at `offset` stands in a paragraph that the memo prints."""
        position = bisect_right(self._starts, offset) - 1
        return position >= 0 and offset < self.paragraphs[position].span.end


def annexed_by(memo: Memo) -> Annexed:
    """Return what the memo annexes.

    The principal agreement is the exhibit that holds most representations, or, where they stand in none, the document
    without the items and the cover of the filing around it.
    """
    reading = memo.reading
    wanted = _merged([*principal_of(reading), *_annotated(memo)])
    positions = _within(reading, wanted)
    breaks = (b for a, b in pairwise(positions) if b != a + 1)
    return Annexed(
        tuple(reading.paragraphs[position] for position in positions),
        frozenset(reading.paragraphs[position].span.start for position in breaks),
    )


def principal_of(reading: Reading) -> list[Span]:
    """Return where the principal agreement stands: one span, or what is left around the items of a filing."""
    holders = Counter(_holder(reading, representation.clause) for representation in reading.representations)
    holder = holders.most_common(1)[0][0] if holders else None
    if holder is not None:
        return [reading.outline[holder].span]
    spans: list[Span] = []
    at = 0
    for root in reading.outline.children(None):
        clause = reading.outline[root]
        if clause.kind in _WRAPPER:
            spans.append(Span(at, clause.start))
            at = max(at, clause.end)
    return [*spans, Span(at, len(reading.text))]


def _holder(reading: Reading, clause: int) -> int | None:
    """Return the outermost exhibit that holds a clause."""
    above = [a for a in reading.outline.ancestors(clause) if reading.outline[a].kind in _ATTACHED]
    return above[-1] if above else None


def _annotated(memo: Memo) -> list[Span]:
    """Return the words of each annotated clause that belong to none below it, and the annotated words themselves."""
    outline = memo.reading.outline
    spans: list[Span] = []
    for clause in sorted({note.annotation.anchor.clause for note in memo.notes}):
        spans += outline.own(clause)
    return spans + [note.annotation.anchor.span for note in memo.notes]


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(span for span in spans if span):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _within(reading: Reading, wanted: list[Span]) -> list[int]:
    """Return the positions of the paragraphs that the spans meet."""
    found, waiting = [], iter(wanted)
    span = next(waiting, None)
    for position, paragraph in enumerate(reading.paragraphs):
        while span is not None and span.end <= paragraph.span.start:
            span = next(waiting, None)
        if span is None:
            break
        if span.meets(paragraph.span):
            found.append(position)
    return found
