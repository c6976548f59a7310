"""The disc with an author's initials that tells at a glance who speaks."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from carveout.gui.reviewer import initials

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from carveout.gui.appearance import Appearance

SIDE = 24
"""The disc's diameter in pixels."""


class Disc(QWidget):
    """Initials on a disc: the accent for the reviewer at work, one of the other colours for everybody else."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("disc")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._appearance = appearance
        self._author = ""
        self._mine = True

    def show_author(self, author: str, *, mine: bool) -> None:
        """Show whose words these are."""
        self._author, self._mine = author, mine
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a square."""
        return QSize(SIDE, SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the disc in the theme's colours."""
        theme = self._appearance.theme
        others = (theme.inclusion, theme.carveout, theme.muted, theme.bad)
        ground = (
            theme.accent if self._mine else others[zlib.crc32(self._author.encode("utf-8", "replace")) % len(others)]
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        box = QRectF(0, 0, SIDE, SIDE)
        painter.drawEllipse(box)
        font = QFont(self.font())
        font.setPixelSize(10)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(theme.page))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, initials(self._author))
