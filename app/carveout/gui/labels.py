"""Labels that show text as what it is: no word of an agreement is ever read as rich text."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QWidget

from carveout.gui.visible import visible

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent


class PlainLabel(QLabel):
    """A label for any text, whatever it contains."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, name: str = "", wrap: bool = False) -> None:
        """Show `text`; `name` is what the stylesheet knows the label by, `wrap` lets it take several lines."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if name:
            self.setObjectName(name)
        self.setText(text)


class ElidedLabel(PlainLabel):
    """A label of one line that ends in an ellipsis where there is no room; its tooltip then shows the whole."""

    _LETTERS = 8

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self._tell_whole()

    def minimumSizeHint(self) -> QSize:
        """Ask for a few letters."""
        return QSize(self._LETTERS * self.fontMetrics().averageCharWidth(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether the text still has room."""
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much as there is room for."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment(), self._shown())

    def _shown(self) -> str:
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def _tell_whole(self) -> None:
        self.setToolTip(plain_tooltip(self.text()) if self._shown() != self.text() else "")


def unmarked(text: str) -> str:
    """Return a text as a button or a menu shows it letter by letter: no ampersand in it marks a key."""
    return visible(text).replace("&", "&&")


def plain_tooltip(text: str) -> str:
    """Return a tooltip that shows `text` letter by letter."""
    return f"<qt>{html.escape(text)}</qt>" if text else ""
