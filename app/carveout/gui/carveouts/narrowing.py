"""Narrowing the table: by words, by the subjects that occur most, to what is undecided."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from carveout.gui.carveouts.rows import Criteria
from carveout.gui.flow import FlowLayout
from carveout.gui.inspector.links import button_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from carveout.gui.carveouts.rows import Row

_SUBJECTS = 5
"""Subjects that have a chip, of those that occur more than once."""
_FIELD = 220


class Narrowing(QWidget):
    """A field and chips. `changed` carries the Criteria that they make; `left` says that the arrow down was pressed."""

    changed = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setAcceptDrops(False)  # it would take a file for text
        self.field.setObjectName("filter")
        self.field.setPlaceholderText("Filter the carve-outs")
        self.field.setAccessibleName("Filter the carve-outs")
        self.field.setFixedWidth(_FIELD)
        self.undecided = _chip("Undecided", self)
        self._subjects: dict[QPushButton, str | None] = {}
        self._group = QButtonGroup(self)
        self._chips = FlowLayout()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        chips = QVBoxLayout()
        chips.setContentsMargins(0, 4, 0, 0)  # their first row is level with the field
        chips.addLayout(self._chips)
        layout.addLayout(chips, 1)
        layout.addWidget(self.field, 0, Qt.AlignmentFlag.AlignTop)
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
        while item := self._chips.takeAt(0):
            widget = item.widget()
            if widget is not None and widget is not self.undecided:
                widget.deleteLater()
        self._subjects = {}
        self._add(_chip(f"All {len(rows)}", self), None)
        counts = Counter(row.carveout.subject for row in rows if row.carveout.subject)
        for subject, count in counts.most_common(_SUBJECTS):
            if count > 1:
                self._add(_chip(f"{button_text(subject)} {count}", self), subject)
        self._chips.addWidget(self.undecided)
        self.clear()

    def clear(self) -> None:
        """Narrow to nothing."""
        self.chip(None).setChecked(True)
        self.undecided.setChecked(False)
        self.field.clear()
        self._on_changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go into the table on the arrow down and on Enter."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _add(self, chip: QPushButton, subject: str | None) -> None:
        self._subjects[chip] = subject
        self._group.addButton(chip)
        self._chips.addWidget(chip)

    def _on_changed(self) -> None:
        self.changed.emit(self.criteria)


def _chip(text: str, parent: QWidget) -> QPushButton:
    chip = QPushButton(text, parent)
    chip.setObjectName("chip")
    chip.setCheckable(True)
    return chip
