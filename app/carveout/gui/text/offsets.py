"""The map between the canonical text, counted in code points, and the document on screen, counted in UTF-16 units."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.gui.text.pieces import Piece


class OffsetMap:
    """Where each code point of the canonical text stands in a document that has one block for each piece."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._starts = [piece.start for piece in pieces]
        lengths = (piece.length + 1 for piece in pieces)
        self._positions = list(accumulate(lengths, initial=0))[:-1]

    def piece_at(self, offset: int) -> int:
        """Return the number of the piece that shows the code point at `offset`, or of the last one before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def around(self, offset: int) -> Span:
        """Return the code points from the start of an offset's piece to that of the next; none lies outside of all."""
        number = self.piece_at(offset)
        start = self._starts[number] if number else 0
        behind = self._starts[number + 1 : number + 2]
        return Span(start, behind[0] if behind else max(self._pieces[number].end, offset) + 1)

    def position(self, offset: int) -> int:
        """Return the document's position before the code point at `offset`; what is not shown is passed over."""
        if not self._pieces:
            return 0
        number = self.piece_at(offset)
        piece = self._pieces[number]
        within = min(max(offset, piece.start), piece.end) - piece.start
        return self._positions[number] + (piece.units[within] if piece.units else within)

    def offset(self, position: int) -> int:
        """Return the offset of the code point that the document's position stands before, or in the middle of."""
        if not self._pieces:
            return 0
        piece, within = self._within(position)
        return piece.start + (bisect_right(piece.units, within) - 1 if piece.units else within)

    def span(self, start: int, end: int) -> Span:
        """Return the code points between two positions of the document; one that is shown in part comes whole."""
        if not self._pieces or end <= start:
            return Span(self.offset(start), self.offset(start))
        piece, within = self._within(end)
        return Span(self.offset(start), piece.start + (bisect_left(piece.units, within) if piece.units else within))

    def _within(self, position: int) -> tuple[Piece, int]:
        number = max(0, bisect_right(self._positions, position) - 1)
        piece = self._pieces[number]
        return piece, min(position - self._positions[number], piece.length)
