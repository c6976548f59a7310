"""Narrowing the table: by words, by the subjects that occur most, to what is undecided."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from carveout.gui.carveouts.rows import Criteria
from carveout.gui.filter_row import FilterRow, chip_of
from carveout.gui.inspector.links import button_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.gui.carveouts.rows import Row

_SUBJECTS = 5
"""Subjects that have a chip, of those that occur more than once."""


class Narrowing(FilterRow):
    """The chips and the field. `changed` carries the Criteria that they make."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Filter the carve-outs", parent)
        self.undecided = chip_of("Undecided", self)
        self._subjects: dict[QPushButton, str | None] = {}
        self._group = QButtonGroup(self)
        self.field.textChanged.connect(self._on_changed)
        self.undecided.toggled.connect(self._on_changed)
        self._group.buttonClicked.connect(self._on_changed)
        self.offer([])

    @property
    def criteria(self) -> Criteria:
        """What the field and the chips ask for."""
        chosen = self._group.checkedButton()
        subject = next((subject for chip, subject in self._subjects.items() if chip is chosen), None)
        return Criteria(self.field.text(), subject, self.undecided.isChecked())

    def chip(self, subject: str | None) -> QPushButton:
        """Return the chip of a subject, or of all of them for None."""
        return next(chip for chip, offered in self._subjects.items() if offered == subject)

    def offer(self, rows: Sequence[Row]) -> None:
        """Offer the subjects of these carve-outs, and narrow to nothing."""
        while item := self.chips.takeAt(0):
            widget = item.widget()
            if widget is not None and widget is not self.undecided:
                widget.hide()  # else it stands under the new ones until it goes
                widget.deleteLater()
        self._subjects = {}
        self._add(chip_of(f"All {len(rows)}", self), None)
        counts = Counter(row.carveout.subject for row in rows if row.carveout.subject)
        for subject, count in counts.most_common(_SUBJECTS):
            if count > 1:
                self._add(chip_of(f"{button_text(subject)} {count}", self), subject)
        self.chips.addWidget(self.undecided)
        self.clear()

    def clear(self) -> None:
        """Narrow to nothing."""
        self.chip(None).setChecked(True)
        self.undecided.setChecked(False)
        self.field.clear()
        self._on_changed()

    def _add(self, chip: QPushButton, subject: str | None) -> None:
        self._subjects[chip] = subject
        self._group.addButton(chip)
        self.chips.addWidget(chip)

    def _on_changed(self) -> None:
        self.changed.emit(self.criteria)
