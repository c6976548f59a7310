"""Narrowing the findings: by severity, to those dismissed, by words; and how they are grouped."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from carveout.agreement.content import FindingSeverity
from carveout.gui.filter_row import FilterRow, chip_of
from carveout.gui.proofread.rows import Criteria

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.gui.proofread.rows import Found

_NAMES = {
    None: "All",
    FindingSeverity.ERROR: "Errors",
    FindingSeverity.WARNING: "Warnings",
    FindingSeverity.NOTE: "Notes",
}


class Narrowing(FilterRow):
    """The chips and the field. `changed` carries the Criteria that they make."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Filter the findings", parent)
        self._severities = QButtonGroup(self)
        self._by_severity = {severity: self._chip(name) for severity, name in _NAMES.items()}
        for chip in self._by_severity.values():
            self._severities.addButton(chip)
        self.dismissed = self._chip("Dismissed")
        self.by_place = self._chip("In order of the text")
        self._by_severity[None].setChecked(True)
        self.field.textChanged.connect(self._on_changed)
        self._severities.buttonClicked.connect(self._on_changed)
        for chip in (self.dismissed, self.by_place):
            chip.toggled.connect(self._on_changed)

    @property
    def criteria(self) -> Criteria:
        """What the field and the chips ask for."""
        chosen = self._severities.checkedButton()
        severity = next(severity for severity, chip in self._by_severity.items() if chip is chosen)
        by_rule = not self.by_place.isChecked()
        return Criteria(self.field.text(), severity, self.dismissed.isChecked(), by_rule)

    def chip(self, severity: FindingSeverity | None) -> QPushButton:
        """Return the chip of a severity, or of all of them for None."""
        return self._by_severity[severity]

    def offer(self, every: Sequence[Found]) -> None:
        """Say on the chips how many findings there are of each."""
        standing = Counter(one.finding.severity for one in every if one.dismissal is None)
        for severity, chip in self._by_severity.items():
            number = standing.total() if severity is None else standing[severity]
            chip.setText(f"{_NAMES[severity]} {number}")
            chip.setVisible(severity is None or number > 0 or chip.isChecked())
        dismissed = sum(one.dismissal is not None for one in every)
        self.dismissed.setText(f"Dismissed {dismissed}")
        self.dismissed.setVisible(dismissed > 0 or self.dismissed.isChecked())

    def clear(self) -> None:
        """Narrow to nothing; the grouping stays."""
        self._by_severity[None].setChecked(True)
        self.dismissed.setChecked(False)
        self.field.clear()
        self._on_changed()

    def _chip(self, text: str) -> QPushButton:
        chip = chip_of(text, self)
        self.chips.addWidget(chip)
        return chip

    def _on_changed(self) -> None:
        self.changed.emit(self.criteria)
