"""The choices over the outline, one of which is always made."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QWidget

from carveout.gui.flow import FlowLayout
from carveout.gui.outline.filter import Facet


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

    def _on_toggled(self, _button: QAbstractButton, checked: bool) -> None:  # noqa: FBT001  (Qt's signature)
        if checked:
            self.chosen.emit()


def _chip(facet: Facet) -> QPushButton:
    chip = QPushButton(facet)
    chip.setObjectName("chip")
    chip.setCheckable(True)
    return chip
