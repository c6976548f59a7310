"""A choice of one among a few, as buttons side by side: Tab goes to the chosen one, arrow keys to the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from carveout.gui.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence


class Choice(QWidget):
    """One of some values, each with a button that is named after it. `chosen` carries what a person chose."""

    chosen = Signal(str)

    def __init__(self, name: str, values: Sequence[str], parent: QWidget | None = None) -> None:
        """Offer the values; a screen reader calls the choice `name`."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._buttons = {value: _segment(value, name) for value in values}
        self._group = QButtonGroup(self)
        layout = FlowLayout(self, across=4, down=4)
        for button in self._buttons.values():
            self._group.addButton(button)
            layout.addWidget(button)
        self.choose(values[0])
        self._group.buttonClicked.connect(self._on_clicked)

    @property
    def value(self) -> str:
        """The value that is chosen."""
        return next(value for value, button in self._buttons.items() if button.isChecked())

    @property
    def values(self) -> tuple[str, ...]:
        """What there is to choose from."""
        return tuple(self._buttons)

    def choose(self, value: str) -> None:
        """Choose a value; nothing is emitted."""
        self._buttons[value].setChecked(True)
        for button in self._buttons.values():  # Qt lets Tab stop at the chosen one alone, but only after a first visit
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus)

    def button(self, value: str) -> QPushButton:
        """Return the button that chooses a value."""
        return self._buttons[value]

    def _on_clicked(self) -> None:
        self.chosen.emit(self.value)


def _segment(value: str, name: str) -> QPushButton:
    button = QPushButton(value.capitalize())
    button.setCheckable(True)
    button.setAutoDefault(False)  # in a sheet, Enter is for what the sheet is for
    button.setProperty("look", "segment")
    button.setAccessibleName(f"{name}: {value}")
    return button
