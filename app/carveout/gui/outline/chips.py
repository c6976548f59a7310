"""The choices over the outline, one of which is always made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QWidget

from carveout.gui.flow import FlowLayout
from carveout.gui.outline.filter import Facet

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class FacetChips(QWidget):
    """A chip for each facet, in as many rows as the width asks for.

    Tab goes to the one that is chosen, arrow keys to the others.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("What the outline shows")
        self._buttons = {facet: _chip(facet) for facet in Facet}
        self._group = QButtonGroup(self)
        layout = FlowLayout(self)
        for button in self._buttons.values():
            self._group.addButton(button)
            layout.addWidget(button)
        self.choose(Facet.ALL)
        self._group.buttonToggled.connect(self._on_toggled)

    @property
    def facet(self) -> Facet:
        """The facet that is chosen."""
        return next(facet for facet, button in self._buttons.items() if button.isChecked())

    def buttons(self) -> tuple[QPushButton, ...]:
        """Return the chips in their order."""
        return tuple(self._buttons.values())

    def choose(self, facet: Facet) -> None:
        """Choose a facet."""
        self._buttons[facet].setChecked(True)
        for button in self._buttons.values():  # Qt lets Tab stop at the chosen one alone, but only after a first visit
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the next chip or the one before, from the end of a row to the beginning of another."""
        if event.key() not in _STEPS:
            super().keyPressEvent(event)
            return
        chips = self.buttons()
        beyond = chips[(chips.index(self._buttons[self.facet]) + _STEPS[Qt.Key(event.key())]) % len(chips)]
        beyond.setFocus(Qt.FocusReason.TabFocusReason)
        beyond.click()

    def _on_toggled(self, _button: QAbstractButton, checked: bool) -> None:  # noqa: FBT001  (Qt's signature)
        if checked:
            self.chosen.emit()


class _Chip(QPushButton):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            event.ignore()  # Qt goes to whatever chip is nearest on screen
        else:
            super().keyPressEvent(event)


def _chip(facet: Facet) -> QPushButton:
    chip = _Chip(facet)
    chip.setObjectName("chip")
    chip.setCheckable(True)
    return chip
