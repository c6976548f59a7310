"""What the window shows of a reading, and painting it below and above the words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.gui.text.edges import paint_bar, paint_lines_of_source, paint_pages
from carveout.gui.text.flag_ink import paint_flags
from carveout.gui.text.flags import PlacedFlag, height_of, placed_flags
from carveout.gui.text.ink import paint_changes, paint_found, paint_frame, paint_grounds, paint_lines, paint_noted

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from carveout.agreement.span import Span
    from carveout.gui.text.laid import Laid
    from carveout.gui.theme import Theme


_AHEAD = 3
"""Flags that would find room below the window: what stands there can take the room of the last one above it."""


@dataclass(frozen=True, slots=True)
class Sight:
    """The part of the text that is in the window, on a sheet of `width` pixels.

    The `clause` is the current one; the `frame` is around the words that counsel was led to, and `found`, in
    order, are those that were looked for. `numbered` says whether the margin numbers the lines of the source.
    The window reaches from `top` to `bottom`, in pixels of the document.
    """

    laid: Laid
    part: Span
    width: int
    clause: Span | None
    frame: Span | None
    found: tuple[Span, ...]
    numbered: bool
    top: float
    bottom: float


def flags_in(sight: Sight) -> list[PlacedFlag]:
    """Return the flags that are in sight."""
    laid, top, bottom = sight.laid, sight.top, sight.bottom
    left = sight.width - laid.gutters.right + laid.gutters.flags
    font = laid.typography.margin
    part = laid.in_sight(top, bottom - top + _AHEAD * height_of(font))
    return list(placed_flags(laid.page, laid.marks, part, left, font, top, bottom))


def paint_below(painter: QPainter, sight: Sight, theme: Theme) -> None:
    """Paint what lies under the words, in pixels of the document."""
    paint_grounds(painter, sight.laid.page, sight.laid.marks, sight.part, theme)
    paint_noted(painter, sight.laid.page, sight.laid.marks, sight.part, theme)


def paint_above(painter: QPainter, sight: Sight, theme: Theme) -> None:
    """Paint what stands around the words and beside them, in pixels of the document."""
    laid, part = sight.laid, sight.part
    paint_lines(painter, laid.page, laid.marks, part, theme)
    paint_changes(painter, laid.page, laid.marks, part, theme)
    paint_found(painter, laid.page, sight.found, part, sight.frame, theme)
    if sight.frame:
        paint_frame(painter, laid.page, sight.frame, part, theme)
    if sight.clause:
        paint_bar(painter, laid, sight.clause, part, theme)
    if sight.numbered:
        paint_lines_of_source(painter, laid, part, theme)
    paint_pages(painter, laid, part, theme)
    paint_flags(painter, flags_in(sight), laid.typography.margin, theme)
