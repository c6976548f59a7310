"""The settings of a memo, one beneath the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from carveout.gui.labels import PlainLabel
from carveout.gui.memo_sheet.audience import ForWhom
from carveout.gui.memo_sheet.logo import LogoField
from carveout.gui.memo_sheet.parts import PartsChoice
from carveout.memo.instructions import Instructions

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.gui.memo_sheet.remembering import Asked
    from carveout.review.review import Review

_LONGEST = 200
"""Characters of a line that somebody writes for the head of the memo."""


class MemoSettings(QWidget):
    """Everything that instructions can say. `chosen` says that a person changed something."""

    chosen = Signal()

    def __init__(self, reading: Reading, review: Review, asked: Asked) -> None:
        """Begin with how the memo was asked for last."""
        super().__init__()
        self.setObjectName("memoSettings")
        was = asked.instructions
        self.audience = ForWhom(reading, review, was.audience)
        self.recipient = _line(was.recipient, "Nobody named")
        self.parts = PartsChoice(was.parts)
        self.firm = _line(was.firm, "Name of your firm")
        self.logo = LogoField(was.logo, asked.trouble)
        self.legend = _line(was.legend, "No legend")
        self.lines = (self.recipient, self.firm, self.legend)
        rows: tuple[tuple[str, QLineEdit | ForWhom | PartsChoice | LogoField], ...] = (
            ("For", self.audience),
            ("&To", self.recipient),
            ("Parts", self.parts),
            ("&Firm", self.firm),
            ("Logo", self.logo),
            ("&Legend", self.legend),
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(12)
        for row, (text, field) in enumerate(rows):
            label = PlainLabel(text, name="fieldLabel")
            label.setMinimumHeight(28)
            if isinstance(field, QLineEdit):
                label.setBuddy(field)
                field.setAccessibleName(text.replace("&", ""))
                field.textEdited.connect(self.chosen)
            else:
                field.chosen.connect(self.chosen)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(rows), 1)

    def instructions(self) -> Instructions:
        """Return what is asked for now."""
        return Instructions(
            audience=self.audience.audience,
            parts=self.parts.parts,
            firm=self.firm.text().strip(),
            logo=self.logo.logo,
            recipient=self.recipient.text().strip(),
            legend=self.legend.text().strip(),
        )

    def wishes(self) -> Instructions:
        """Return the same with the parts that this matter can't have, as they are to be remembered."""
        return replace(self.instructions(), parts=self.parts.wanted)


def _line(words: str, empty: str) -> QLineEdit:
    line = QLineEdit(words[:_LONGEST])
    line.setMaxLength(_LONGEST)
    line.setPlaceholderText(empty)
    line.setCursorPosition(0)
    return line
