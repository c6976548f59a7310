"""A field for a comment, that grows with what is written in it."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QResizeEvent

_PARAGRAPH_SEPARATOR = "\u2029"
_FEWEST, _MOST = 3, 16
"""Lines that the field shows at least, and at most before it scrolls."""


class GrowingField(QPlainTextEdit):
    """Plain text in several lines; Tab goes on to the next field."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def text(self) -> str:
        """Return what is written, letter by letter: Qt's own `toPlainText` makes a space of a no-break space."""
        return self.document().toRawText().replace(_PARAGRAPH_SEPARATOR, "\n")

    def sizeHint(self) -> QSize:
        """Ask for the lines there are, and the room to begin another."""
        lines = max(_FEWEST, min(_MOST, round(self.document().size().height())))
        around = self.height() - self.viewport().height() + 2 * self.document().documentMargin()
        return QSize(160, ceil(lines * ceil(QFontMetricsF(self.font()).lineSpacing()) + around) + 2)

    def minimumSizeHint(self) -> QSize:
        """Ask for the same height at any width."""
        return QSize(60, self.sizeHint().height())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take words; files are the window's."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the lines that the new width makes."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.updateGeometry()
