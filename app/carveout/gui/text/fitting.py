"""Keeping the column of text in the middle of its sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QStyle

from carveout.gui.text.staying import held_by

if TYPE_CHECKING:
    from carveout.gui.text.sheet import Sheet

_NARROWEST = 320
"""Pixels of the column, whatever room there is."""


class Fitting(QObject):
    """Keeps the column no wider than it reads well, and the place in the window.

    To set a long text to another width takes a good part of what a turn of the event loop may take: where there are two
    views of it, the one that `gives_way` is set a turn later.
    """

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self.gives_way = False
        self._next_turn = QTimer(self)
        self._next_turn.setSingleShot(True)
        self._next_turn.timeout.connect(self.fit)

    def on_resized(self) -> None:
        """Take the sheet's new width."""
        if self.gives_way and self._sheet.laid:
            self._next_turn.start()
        else:
            self.fit()

    def fit(self) -> None:
        """Set the text to the width that the sheet has now."""
        sheet, laid = self._sheet, self._sheet.laid
        room = sheet.width() - sheet.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        width = max(_NARROWEST, min(room, laid.width if laid else room))
        left = max(0, (room - width) // 2)
        if sheet.viewportMargins().left() != left:
            sheet.setViewportMargins(left, 0, 0, 0)
        if sheet.lineWrapColumnOrWidth() != width:
            held = held_by(sheet)
            with sheet.led():
                sheet.setLineWrapColumnOrWidth(width)
                sheet.bring(*held)
