"""The quiet box in the header that says how to find things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

NAME = "Search or run a command"
KEY = "Ctrl+K"
_WIDTH, _BRIEF, _HEIGHT, _PADDING = 252, 128, 28, 10
_RADIUS = 5.0


class SearchBox(QAbstractButton):
    """Looks like a field, and opens the palette when it is pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = QKeySequence(KEY).toString(QKeySequence.SequenceFormat.NativeText)
        self.setObjectName("searchBox")
        self.setAccessibleName(f"{NAME} ({self._key})")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._brief = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def be_brief(self, brief: bool) -> None:  # noqa: FBT001  (one thing that it can be)
        """Take the room for one word only, or for all."""
        if brief != self._brief:
            self._brief = brief
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for room for the words and the key."""
        return QSize(_BRIEF if self._brief else _WIDTH, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, what it is for, and its key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        lit = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight if lit else QPalette.ColorRole.Mid), 1))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        inner = self.rect().adjusted(_PADDING, 0, -_PADDING, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._key)
        words = NAME.partition(" ")[0] if self._brief else NAME
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
