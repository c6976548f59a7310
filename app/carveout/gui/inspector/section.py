"""A part of the inspector under a small title of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from carveout.gui.labels import PlainLabel


class Section(QFrame):
    """A title with a count at the right, a rule above it, and widgets below."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("section")
        self.count = PlainLabel("", self, name="sectionCount")
        head = QHBoxLayout()
        head.addWidget(PlainLabel(title.upper(), self, name="sectionTitle"))
        head.addStretch(1)
        head.addWidget(self.count)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 12, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addLayout(head)

    def add(self, widget: QWidget) -> None:
        """Set a widget below what is there."""
        self._layout.addWidget(widget)
