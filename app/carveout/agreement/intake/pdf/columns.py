"""Columns of running text on a page: each is read to its end before the next one.

A table has columns too, but is read row by row: what tells them apart is that the lines of running text are many, and
most of them go on in the midst of a sentence.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.agreement.intake.pdf.pieces import Piece

_UP = 1.5
"""Characters by which a column begins above the foot of the column before it."""
_RUN = 3
"""Lines that a column has at least."""
_TEXT = 12
"""Characters that the lines of a column have on average."""
_MOST_COLUMNS = 6
_BESIDE = 6
"""Rows that two columns drawn row by row have at least."""
_FLOWING = 0.35
"""Of the lines of a column, those that go on in the middle of a sentence."""


def columns(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Part the pieces into columns where the page was drawn column by column, otherwise return them together.

    A column shows in the order of drawing: having come down, it goes up again, and on beside what is drawn already.
    """
    runs: list[_Run] = []
    for piece in pieces:
        if not runs or piece.baseline > runs[-1].foot + _UP * piece.width:
            runs.append(_Run())
        runs[-1].add(piece)
    regions: list[list[_Run]] = []
    for run in runs:
        if regions and any(run.beside(other) for other in regions[-1][-_MOST_COLUMNS:]):
            regions[-1].append(run)
        elif regions and len(regions[-1]) == 1:
            regions[-1][0].join(run)
        else:
            regions.append([run])
    regions.sort(key=lambda region: -max(run.top for run in region))
    return [run.pieces for region in regions for run in region]


class _Run:
    """Pieces drawn from top to bottom, and the box around them."""

    __slots__ = ("characters", "foot", "left", "pieces", "right", "top")

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.characters = 0
        self.left = self.foot = float("inf")
        self.right = self.top = float("-inf")

    def add(self, piece: Piece) -> None:
        self.pieces.append(piece)
        self.characters += len(piece.text)
        self.left, self.right = min(self.left, piece.left), max(self.right, piece.right)
        self.foot, self.top = min(self.foot, piece.baseline), max(self.top, piece.baseline)

    def join(self, other: _Run) -> None:
        for piece in other.pieces:
            self.add(piece)

    def beside(self, other: _Run) -> bool:
        """Tell whether this is running text beside the other's."""
        for one in (self, other):
            if len(one.pieces) < _RUN or one.characters < _TEXT * len(one.pieces):
                return False
        apart = self.left > other.right or self.right < other.left
        return apart and self.top > other.foot and other.top > self.foot


def unlaced(level: list[list[Piece]]) -> Iterator[tuple[bool, list[list[Piece]]]]:
    """Yield rows in the order in which they are read: two columns drawn row by row, the left one first.

    With them comes whether they are such a column.
    """
    start = 0
    while start < len(level):
        end, gutter = _gutter(level, start)
        if gutter is None:
            end = next((at for at in range(max(end, start + 1), len(level)) if len(level[at]) > 1), len(level))
            yield False, level[start:end]
        else:
            yield True, [left for row in level[start:end] if (left := [one for one in row if one.left < gutter])]
            yield True, [right for row in level[start:end] if (right := [one for one in row if one.left >= gutter])]
        start = end


def _gutter(level: list[list[Piece]], start: int) -> tuple[int, float | None]:
    """Return where a gutter that begins at a row ends, and a point in it; None where two columns don't begin there."""
    if len(level[start]) < 2:
        return start, None
    low, high, both, at = 0.0, float("inf"), 0, start
    for at in range(start, len(level)):
        row = level[at]
        gaps = [(one.right, other.left) for one, other in pairwise(row)]
        if not gaps:
            gaps = [(row[0].right, float("inf")), (0.0, row[0].left)]
        fitting = [(max(low, left), min(high, right)) for left, right in gaps if max(low, left) + 2 < min(high, right)]
        if not fitting:
            break
        low, high = max(fitting, key=lambda gap: gap[1] - gap[0])
        both += len(row) > 1
    else:
        at = len(level)
    if both < _BESIDE:
        return at, None
    middle = (low + min(high, low + 1000)) / 2
    sides = ([], [])  # type: tuple[list[Piece], list[Piece]]
    for row in level[start:at]:
        for one in row:
            sides[one.left >= middle].append(one)
    flowing = all(
        len(side) >= _BESIDE
        and sum(len(one.text) for one in side) >= _TEXT * len(side)
        and sum(one.text[0].islower() for one in side) >= _FLOWING * len(side)
        for side in sides
    )
    return at, middle if flowing else None
