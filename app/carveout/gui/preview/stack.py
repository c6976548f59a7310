"""Where the pages of a document stand on screen: one below the other, each in the middle."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = 16
"""Pixels around a page and between two."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Pages in pixels from the upper left corner of the first one's surroundings; `scale` is pixels a point."""

    boxes: tuple[QRect, ...]
    scale: float
    width: int
    height: int

    def within(self, top: int, bottom: int) -> range:
        """Return the pages, counted from 0, that a part of the stack shows."""
        tops = [box.top() for box in self.boxes]
        first = max(0, bisect_right(tops, top) - 1)
        if first < len(self.boxes) and self.boxes[first].bottom() < top:
            first += 1
        return range(first, max(first, bisect_right(tops, bottom)))

    def at(self, height: int) -> int:
        """Return the page that stands at a height, or the one above it."""
        return max(0, bisect_right([box.top() for box in self.boxes], height) - 1)


def stacked(sizes: Sequence[tuple[float, float]], scale: float, room: int) -> Stack:
    """Return pages of some sizes in points one below the other, in the middle of `room` pixels or more."""
    across = [round(width * scale) for width, _ in sizes]
    width = max(room, max(across, default=0) + 2 * GAP)
    boxes, top = [], GAP
    for size, wide in zip(sizes, across, strict=True):
        box = QRect((width - wide) // 2, top, wide, round(size[1] * scale))
        boxes.append(box)
        top = box.bottom() + 1 + GAP
    return Stack(tuple(boxes), scale, width, top)


def fitting(sizes: Sequence[tuple[float, float]], room: int) -> float:
    """Return the pixels a point at which the widest page fits into a width."""
    return max(0.1, (room - 2 * GAP) / max((width for width, _ in sizes), default=1.0))
