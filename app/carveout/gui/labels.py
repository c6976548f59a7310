"""Labels that show text as what it is: no word of an agreement is ever read as rich text."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


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


def plain_tooltip(text: str) -> str:
    """Return a tooltip that shows `text` letter by letter."""
    return f"<qt>{html.escape(text)}</qt>" if text else ""
