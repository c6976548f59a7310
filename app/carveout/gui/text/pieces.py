"""Cutting the canonical text into pieces that the screen can show: one piece is one block of the document."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from carveout.agreement.reading import ParagraphStyle
from carveout.gui.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.reading import Paragraph, Reading
    from carveout.agreement.span import Span

LONGEST = 8_000
"""Code points in one piece: Qt breaks lines in time quadratic in the length of a word."""

_LAST_OF_ONE_UNIT = "\uffff"


@dataclass(frozen=True, slots=True)
class Piece:
    """Canonical code points `start` to `end`, and how they are shown.

    `paragraph` is the position of the paragraph they belong to. `shown` holds the characters for the screen. `units`
    counts the UTF-16 units of `shown` before each code point and, last, all of them; None where they are as many as
    the code points.
    """

    paragraph: int
    start: int
    end: int
    shown: str
    units: tuple[int, ...] | None

    @property
    def length(self) -> int:
        """UTF-16 units that the piece takes in the document."""
        return self.units[-1] if self.units else self.end - self.start


def pieces(reading: Reading, within: Span | None = None) -> Iterator[Piece]:
    """Yield the pieces of a reading in the order of the text: of all, or of the paragraphs that meet a span."""
    for position, paragraph in enumerate(reading.paragraphs):
        if within is not None and not paragraph.span.meets(within):
            continue
        for start, end in _cuts(reading.text, paragraph):
            yield piece(position, start, reading.text[start:end])


def piece(paragraph: int, start: int, text: str) -> Piece:
    """Return the piece that shows `text`, which begins at `start` of the canonical text."""
    end = start + len(text)
    shown = visible(text).replace("\n", "\u2028")
    if max(shown, default="") <= _LAST_OF_ONE_UNIT and len(shown) == len(text):
        return Piece(paragraph, start, end, shown, None)
    units = tuple(accumulate((_units(visible(character)) for character in text), initial=0))
    return Piece(paragraph, start, end, shown, units)


def _units(characters: str) -> int:
    return len(characters) + sum(character > _LAST_OF_ONE_UNIT for character in characters)


def _cuts(text: str, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Yield the ends of the pieces: at line feeds where they carry meaning, and where a piece would grow too long."""
    start, end = paragraph.span.start, paragraph.span.end
    if paragraph.style is not ParagraphStyle.FIXED:
        yield from _bounded(text, start, end)
        return
    while (line_end := text.find("\n", start, end)) >= 0:
        yield from _bounded(text, start, line_end)
        start = line_end + 1
    yield from _bounded(text, start, end)


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = space + 1 if space >= 0 else start + LONGEST
        yield start, cut
        start = cut
    yield start, end
