"""The disc with an author's initials that tells at a glance who speaks."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from carveout.gui.reviewer import COLOURS, initials, shade

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from carveout.gui.appearance import Appearance
    from carveout.gui.theme import Theme
    from carveout.review.reviewer import Reviewer

SIDE = 24
"""The disc's diameter in pixels."""


class Disc(QWidget):
    """Initials on a disc, in the colour that their reviewer chose.

    Who chose none has the accent at her own desk, and at the others' a colour that follows from her name.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("disc")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._appearance = appearance
        self._author = ""
        self._mine = True
        self._shown: Reviewer | None = None

    def show_author(self, author: str, *, mine: bool, shown: Reviewer | None = None) -> None:
        """Show whose words these are, as the log says that she wants to be shown, if it does."""
        self._author, self._mine, self._shown = author, mine, shown
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a square."""
        return QSize(SIDE, SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the disc in the theme's colours."""
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._ground(theme)))
        box = QRectF(0, 0, SIDE, SIDE)
        painter.drawEllipse(box)
        font = QFont(self.font())
        font.setPixelSize(10)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(theme.page))
        painter.drawText(
            box, Qt.AlignmentFlag.AlignCenter, self._shown.initials if self._shown else initials(self._author)
        )

    def _ground(self, theme: Theme) -> str:
        if self._shown is not None and self._shown.colour in COLOURS:
            return shade(self._shown.colour, theme.name)
        if self._mine:
            return theme.accent
        return shade(COLOURS[zlib.crc32(self._author.encode("utf-8", "replace")) % len(COLOURS)], theme.name)
