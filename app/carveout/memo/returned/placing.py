"""Where a mark on a page of the memo belongs in the agreement: on the words under it, or the clause printed there."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from carveout.agreement.span import Span
from carveout.review.anchoring import on_clause, on_span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from carveout.agreement.intake.pdf.markup import Box, Letter
    from carveout.agreement.reading import Reading
    from carveout.memo.returned.copy import Copy, Spot, Words
    from carveout.review.annotation import Anchor

_MIDDLE = 0.27
"""How far above its baseline the middle of a line stands, in ems."""
_LOWEST, _HIGHEST = -0.45, 1.0
"""Between what heights over the baseline the middles of a line's letters stand, in ems."""
_SLACK = 1.0
"""Points by which a letter may stand beside where it was printed."""
_ENOUGH = 12
"""Letters that words need to be looked for in all of the text."""
_AROUND = "“”\"'‘’…[]"


class Placing:
    """The places of one memo on one reading."""

    def __init__(self, reading: Reading, copy: Copy) -> None:
        self._reading = reading
        self._copy = copy

    def on_words(self, page: int, boxes: Sequence[Box], letters: Sequence[Letter]) -> Anchor | None:
        """Return the anchor on the words that the boxes cover, None where they cover none of the agreement."""
        span = self._printed(page, boxes, letters) or self._quoted(page, boxes, letters)
        try:
            return None if span is None else on_span(self._reading, span)
        except ValueError:
            return None

    def at_caret(self, page: int, rect: Box, letters: Sequence[Letter]) -> Anchor | None:
        """Return the anchor on the word beside which a caret stands."""
        across, up = (rect[0] + rect[2]) / 2, rect[3]
        lines = [one for one in self._words(page) if one.baseline - one.size / 2 <= up <= one.baseline + 1.3 * one.size]
        nearest = min(lines, key=lambda one: max(one.left - across, across - one.right, 0), default=None)
        if nearest is None:
            return None
        inks = self._placed(nearest, letters)
        at = min(inks, key=lambda one: abs(one[0] - across), default=None)
        if at is None:
            return None
        text, start, end = self._reading.text, at[1], at[1] + 1
        while start > nearest.span.start and not text[start - 1].isspace():
            start -= 1
        while end < nearest.span.end and not text[end].isspace():
            end += 1
        return on_span(self._reading, Span(start, end))

    def nearby(self, page: int, height: float) -> Anchor:
        """Return the anchor on what the page speaks of at a height, the whole agreement where it is nothing."""
        words = self._words(page)
        if words:
            nearest = min(words, key=lambda one: abs(one.baseline + _MIDDLE * one.size - height))
            clause = self._reading.outline.at(nearest.span.start)
            return self._whole if clause is None else on_clause(self._reading, clause)
        spot = self._spot(page, height)
        if spot is None or spot.span is None:
            return self._whole
        clause = self._reading.outline.at(spot.span.start)
        if spot.clause and clause is not None:
            return on_clause(self._reading, clause)
        try:
            return on_span(self._reading, spot.span)
        except ValueError:
            return self._whole

    @cached_property
    def _whole(self) -> Anchor:
        outline = self._reading.outline
        found = outline.beginning(self._copy.principal)
        if found is None:
            found = outline.at(self._copy.principal)
        return on_clause(self._reading, found or 0)

    def _words(self, page: int) -> Sequence[Words]:
        return self._copy.words[page] if page < len(self._copy.words) else ()

    def _spot(self, page: int, height: float) -> Spot | None:
        """Return the last spot that begins at a height of a page or before it."""
        spots = self._copy.spots
        if page < len(spots):
            above = [spot for spot in spots[page] if spot.height >= height]
            if above:
                return above[-1]
        return next((spots[at][-1] for at in range(min(page, len(spots)) - 1, -1, -1) if spots[at]), None)

    def _printed(self, page: int, boxes: Sequence[Box], letters: Sequence[Letter]) -> Span | None:
        """Return the words of the annotated agreement under the boxes, from the first to the last."""
        covered: list[int] = []
        for words in self._words(page):
            middle = words.baseline + _MIDDLE * words.size
            under = [
                box for box in boxes if box[1] <= middle <= box[3] and box[0] < words.right and words.left < box[2]
            ]
            if under:
                covered += [at for x, at in self._placed(words, letters) if any(box[0] <= x <= box[2] for box in under)]
        return Span(min(covered), max(covered) + 1) if covered else None

    def _placed(self, words: Words, letters: Sequence[Letter]) -> list[tuple[float, int]]:
        """Return where across the page the letters of printed words stand, and where in the text they are.

        Where the page shows other letters than were printed, they are taken to be equally wide.
        """
        text = self._reading.text
        inks = [at for at in range(words.span.start, words.span.end) if not text[at].isspace()]
        low, high = words.baseline + _LOWEST * words.size, words.baseline + _HIGHEST * words.size
        left, right = words.left - _SLACK, words.right + _SLACK
        found = sorted(one.x for one in letters if low <= one.y <= high and left <= one.x <= right)
        if len(found) != len(inks):
            span = words.span
            step = (words.right - words.left) / max(1, len(span))
            return [(words.left + step * (at - span.start + 0.5), at) for at in inks]
        return list(zip(found, inks, strict=True))

    def _quoted(self, page: int, boxes: Sequence[Box], letters: Sequence[Letter]) -> Span | None:
        """Return where the words under the boxes stand that another part of the memo quotes: first where it speaks of.

        White space doesn't count.
        """
        if self._words(page) or not boxes:
            return None
        words = "".join(one.character for box in boxes for one in letters if _inside(one, box)).strip(_AROUND)
        if not words:
            return None
        spot = self._spot(page, max(box[3] for box in boxes))
        if spot is not None and spot.span is not None:
            clause = self._reading.outline.at(spot.span.start)
            within = [] if clause is None else [self._reading.outline[clause].span]
            for span in (spot.span, *within):
                found = self._found(words, span)
                if found:
                    return found[0]
        found = self._found(words, Span(0, len(self._reading.text))) if len(words) >= _ENOUGH else []
        return found[0] if len(found) == 1 else None

    def _found(self, words: str, span: Span) -> list[Span]:
        """Return where words stand within a span, at most two places."""
        ink, offsets = self._ink
        first, last = bisect_left(offsets, span.start), bisect_left(offsets, span.end)
        found: list[Span] = []
        at = ink.find(words, first, last)
        while at >= 0 and len(found) < 2:
            found.append(Span(offsets[at], offsets[at + len(words) - 1] + 1))
            at = ink.find(words, at + 1, last)
        return found

    @cached_property
    def _ink(self) -> tuple[str, list[int]]:
        """All that isn't white space, and where each of it stands in the text."""
        offsets = [at for at, character in enumerate(self._reading.text) if not character.isspace()]
        return _letters_at(self._reading.text, offsets), offsets


def _letters_at(text: str, offsets: Iterable[int]) -> str:
    return "".join(text[at] for at in offsets)


def _inside(letter: Letter, box: Box) -> bool:
    return box[0] <= letter.x <= box[2] and box[1] <= letter.y <= box[3]
