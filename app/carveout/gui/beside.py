"""A list with what narrows it above, and beside it the pane of what is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHARES = (5, 2)
_SIZES = (930, 350)
_NARROWEST = 340


def lay_beside(whole: QWidget, above: Iterable[QWidget], main: QWidget, beside: QWidget) -> None:
    """Lay out in `whole` the widgets `above` and the `main` one below them, with another `beside` all of these."""
    left = QWidget(whole)
    column = QVBoxLayout(left)
    column.setContentsMargins(20, 16, 16, 0)
    column.setSpacing(8)
    for widget in above:
        column.addWidget(widget)
    column.addWidget(main, 1)
    splitter = QSplitter(Qt.Orientation.Horizontal, whole)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    for position, (pane, share) in enumerate(zip((left, beside), _SHARES, strict=True)):
        splitter.addWidget(pane)
        splitter.setStretchFactor(position, share)
    splitter.setSizes(_SIZES)
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(splitter)


def alone(words: QWidget, parent: QWidget) -> QWidget:
    """Return a page that says words in the place of a list."""
    page = QWidget(parent)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 24, 0, 0)
    column.addWidget(words)
    column.addStretch(1)
    return page


class SidePane(QScrollArea):
    """The pane of what is chosen: widgets below each other, scrolled where they take more than its height."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make an empty pane; `name` says to a person what it shows."""
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAccessibleName(name)
        self.setMinimumWidth(_NARROWEST)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fill(self, widgets: Iterable[QWidget]) -> None:
        """Set the widgets that the pane shows."""
        content = QWidget()
        content.setObjectName("inspectorContent")
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(content)
