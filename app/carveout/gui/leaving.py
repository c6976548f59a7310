"""What was in sight when the window closes, for the glimpse that the next start begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from carveout.gui.glimpse import Rect, Sight, Words
from carveout.gui.text.seen import words_in_sight

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from carveout.gui.text.sheet import Sheet


def sight_of(window: QWidget, sheet: Sheet, theme: str) -> Sight:
    """Return what is in sight of a window: the page, and the words on it."""
    column = sheet.parentWidget() or sheet
    beside = sheet.viewport().mapTo(window, QPoint(0, 0))
    words = tuple(
        Words(beside.x() + seen.left, beside.y() + seen.baseline, seen.start, seen.end, seen.font.toString())
        for seen in words_in_sight(sheet)
    )
    corner = column.mapTo(window, QPoint(0, 0))
    page: Rect = (corner.x(), corner.y(), column.width(), column.height())
    place = window.geometry()
    rect: Rect = (place.x(), place.y(), place.width(), place.height())
    return Sight(rect, theme, page, words)
