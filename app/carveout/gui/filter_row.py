"""Chips and a field that narrow a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from carveout.gui.flow import FlowLayout

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_FIELD = 220


class FilterRow(QWidget):
    """A row of chips with a field at its end. `left` says that the arrow down or Enter was pressed in the field."""

    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make a row without chips; `name` says to a person what the field filters."""
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setAcceptDrops(False)  # it would take a file for text
        self.field.setObjectName("filter")
        self.field.setPlaceholderText(name)
        self.field.setAccessibleName(name)
        self.field.setFixedWidth(_FIELD)
        self.chips = FlowLayout()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        chips = QVBoxLayout()
        chips.setContentsMargins(0, 4, 0, 0)  # their first row is level with the field
        chips.addLayout(self.chips)
        layout.addLayout(chips, 1)
        layout.addWidget(self.field, 0, Qt.AlignmentFlag.AlignTop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go into the list on the arrow down and on Enter."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def chip_of(text: str, parent: QWidget) -> QPushButton:
    """Return a chip that can be chosen."""
    chip = QPushButton(text, parent)
    chip.setObjectName("chip")
    chip.setCheckable(True)
    return chip
