"""The panes beside each other: the outline, the text in the middle, the inspector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray
    from PySide6.QtWidgets import QWidget

_SIZES = (338, 720, 382)
"""Pixels of the usual width; the panes keep their shares of any other."""
_SHARES = (1, 4, 1)


class Panes(QSplitter):
    """Three panes whose widths counsel sets, none of which can be lost."""

    def __init__(self, outline: QWidget, text: QWidget, inspector: QWidget, layout: QByteArray) -> None:
        """Put the panes side by side, as wide as `layout` kept them, or else as usual."""
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        for pane, share in zip((outline, text, inspector), _SHARES, strict=True):
            self.addWidget(pane)
            self.setStretchFactor(self.count() - 1, share)
        self.setSizes(_SIZES)
        self.restoreState(layout)
