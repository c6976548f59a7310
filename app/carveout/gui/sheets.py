"""Sheets over the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from carveout.gui.labels import PlainLabel


class Sheet(QDialog):
    """A sheet with a heading and a button that closes it, as Esc does."""

    def __init__(self, title: str, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        close = QPushButton("Close")
        close.setProperty("look", "large")
        close.setDefault(True)
        close.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 20)
        layout.setSpacing(16)
        layout.addWidget(PlainLabel(title, name="workspaceTitle"))
        layout.addWidget(content)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
