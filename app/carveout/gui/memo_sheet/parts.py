"""Which parts a memo is to have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.tick_box import TickBox
from carveout.memo.instructions import CLOSELY, Part

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_NONE = "Choose at least one part."
_NOT_CLOSELY = "Three parts need the close reading of the agreement, which was not made. {}"
_ROW = 22
"""Pixels that a box is high."""


class PartsChoice(QWidget):
    """A box for each part, in the order of the memo. `chosen` says that a person changed one."""

    chosen = Signal()

    def __init__(self, wanted: AbstractSet[Part]) -> None:
        """Begin with the parts that are wanted wherever there are any."""
        super().__init__()
        self._wanted = set(wanted)
        self._missing: frozenset[Part] = frozenset()
        self._why = ""
        self.boxes = {part: TickBox(part.called) for part in Part}
        self.every = QPushButton("Choose &all")
        self.every.setProperty("look", "link")
        self.every.setAutoDefault(False)
        self.told = WrappedText("muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        first = QHBoxLayout()
        column.addLayout(first)
        for box in self.boxes.values():
            box.setMinimumHeight(_ROW)
            (column if first.count() else first).addWidget(box)
            box.clicked.connect(self._on_clicked)
        first.addStretch(1)
        first.addWidget(self.every)
        column.addWidget(self.told)
        self.every.clicked.connect(self._on_every)
        self._show()

    @property
    def parts(self) -> frozenset[Part]:
        """The parts that are chosen and can be had."""
        return frozenset(self._wanted) - self._missing

    @property
    def wanted(self) -> frozenset[Part]:
        """The parts that are chosen, those that this matter can't have among them as they were wanted before."""
        return frozenset(self._wanted)

    def miss_closely(self, why: str) -> None:
        """Keep the parts of the close reading from being chosen, with a sentence that says why it was not made.

        An empty sentence lets them be chosen again.
        """
        self._missing, self._why = (CLOSELY, why) if why else (frozenset(), "")
        self._show()

    def _on_clicked(self) -> None:
        for part, box in self.boxes.items():
            if part not in self._missing:
                (self._wanted.add if box.isChecked() else self._wanted.discard)(part)
        self._show()
        self.chosen.emit()

    def _on_every(self) -> None:
        self._wanted = set(Part)
        self.boxes[Part.CONTENTS].setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()
        self.chosen.emit()

    def _show(self) -> None:
        for part, box in self.boxes.items():
            box.setChecked(part in self.parts)
            box.setEnabled(part not in self._missing)
            box.setAccessibleDescription(self._why if part in self._missing else "")
        self.every.setVisible(self.parts != frozenset(Part) - self._missing)
        said = [_NOT_CLOSELY.format(self._why)] if self._missing else []
        said += [] if self.parts else [_NONE]
        self.told.set_text("\n".join(said))
        self.told.setVisible(bool(said))
