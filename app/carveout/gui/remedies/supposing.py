"""Scenarios: which one is walked through, and the lines in which one is typed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from carveout.agreement.remedies.scenario import Scenario
from carveout.gui.flow import FlowLayout
from carveout.gui.inspector.links import button_text
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.labels import plain_tooltip

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carveout.review.supposing import Supposed

_WRONG_DAY = "Write the day as 2026-03-01, or leave it out."
_NOTHING = "Say who, or what happened."


class Supposing(QWidget):
    """`wanted` carries a Scenario that was typed, `chosen` the id of one that is there, `dropped` one to be dropped."""

    wanted = Signal(object)
    chosen = Signal(str)
    dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.who = _field("Who: “the Target”, a subsidiary, a customer", self)
        self.what = _field("What happened: “petitions for reorganization”", self)
        self.day = _field("When: 2026-03-01", self)
        self.suppose = QPushButton("Suppose", self)
        self.suppose.setProperty("look", "primary")
        self.drop = QPushButton("Drop scenario", self)
        self.drop.setProperty("look", "quiet")
        self.drop.setToolTip(plain_tooltip("Take the scenario and its judgements out of sight; undo brings it back"))
        self._wrong = WrappedText("warning", self)
        self._group = QButtonGroup(self)
        self._chips: dict[str, QPushButton] = {}
        self._row = FlowLayout()
        self._lay_out()
        for field in (self.who, self.what, self.day):
            field.returnPressed.connect(self._on_entered)
        self.suppose.clicked.connect(self._on_entered)
        self.drop.clicked.connect(self._on_dropped)
        self._group.buttonClicked.connect(self._on_chip)

    @property
    def current(self) -> str | None:
        """The id of the scenario that is walked through."""
        checked = self._group.checkedButton()
        return next((name for name, chip in self._chips.items() if chip is checked), None)

    def offer(self, scenarios: Mapping[str, Supposed], *, writable: bool) -> None:
        """Offer the scenarios there are; the one that was chosen stays so, a new one is."""
        if list(scenarios) != list(self._chips):
            before = self.current
            fresh = [name for name in scenarios if name not in self._chips]
            self._offer_anew(scenarios)
            wanted = fresh[-1] if fresh else before if before in self._chips else next(reversed(self._chips), None)
            if wanted is not None:
                self._chips[wanted].setChecked(True)
        for name, supposed in scenarios.items():
            self._chips[name].setText(button_text(called(supposed.scenario)))
        self.drop.setVisible(bool(scenarios))
        for widget in (self.who, self.what, self.day, self.suppose, self.drop):
            widget.setEnabled(writable)

    def _offer_anew(self, scenarios: Mapping[str, Supposed]) -> None:
        for chip in self._chips.values():
            self._group.removeButton(chip)
            self._row.removeWidget(chip)
            chip.deleteLater()
        self._chips = {}
        for name in scenarios:
            chip = QPushButton(self)
            chip.setObjectName("chip")
            chip.setCheckable(True)
            self._chips[name] = chip
            self._group.addButton(chip)
            self._row.addWidget(chip)
            chip.show()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.who, 2)
        line.addWidget(self.what, 4)
        line.addWidget(self.day, 1)
        line.addWidget(self.suppose)
        there = QHBoxLayout()
        there.addLayout(self._row, 1)
        there.addWidget(self.drop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(self._wrong)
        layout.addLayout(there)
        self._wrong.hide()

    def _on_entered(self) -> None:
        typed = self.day.text().strip()
        try:
            day = dt.date.fromisoformat(typed) if typed else None
        except ValueError:
            self._tell(_WRONG_DAY)
            return
        who, what = self.who.text().strip(), self.what.text().strip()
        if not who and not what:
            self._tell(_NOTHING)
            return
        self._tell("")
        for field in (self.who, self.what, self.day):
            field.clear()
        self.wanted.emit(Scenario(who, what, day))

    def _tell(self, wrong: str) -> None:
        self._wrong.set_text(wrong)
        self._wrong.setVisible(bool(wrong))

    def _on_chip(self) -> None:
        if self.current is not None:
            self.chosen.emit(self.current)

    def _on_dropped(self) -> None:
        if self.current is not None:
            self.dropped.emit(self.current)


def called(scenario: Scenario) -> str:
    """Return what a scenario is called: who, what and when, as far as they were said."""
    day = scenario.on.isoformat() if scenario.on else ""
    return " · ".join(filter(None, (" ".join(filter(None, (scenario.who, scenario.what))), day)))


def _field(placeholder: str, parent: QWidget) -> QLineEdit:
    field = QLineEdit(parent)
    field.setAcceptDrops(False)  # files are the window's
    field.setPlaceholderText(placeholder)
    field.setAccessibleName(placeholder)
    return field
