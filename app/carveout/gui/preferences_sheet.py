"""The sheet of what the reviewer may choose; there is nothing to confirm, as each choice holds at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from carveout.gui.inspector.choice import Choice
from carveout.gui.labels import PlainLabel
from carveout.gui.reviewer import LONGEST_INITIALS, initials
from carveout.gui.sheets import Sheet
from carveout.gui.swatches import Swatches
from carveout.gui.text.look import LARGEST, SMALLEST
from carveout.gui.tick_box import TickBox
from carveout.review.reviewer import Reviewer

if TYPE_CHECKING:
    from carveout.gui.appearance import Appearance
    from carveout.gui.text.look import Look

_HER_WORDS = 340
"""Pixels for a name."""


class PreferencesSheet(Sheet):
    """Who reviews, and how the window looks. `signed` carries the Reviewer as chosen, `worn` a theme's name."""

    signed = Signal(object)
    worn = Signal(str)

    def __init__(self, reviewer: Reviewer, appearance: Appearance, look: Look, parent: QWidget) -> None:
        """Show what is chosen now."""
        content = QWidget()
        super().__init__("Preferences", content, parent)
        self._reviewer = reviewer
        self._look = look
        self._own = reviewer.initials != initials(reviewer.name)
        self.name = QLineEdit(reviewer.name)
        self.name.setMinimumWidth(_HER_WORDS)
        self.initials = QLineEdit(reviewer.initials)
        self.initials.setMaxLength(LONGEST_INITIALS)
        self.initials.setFixedWidth(72)
        self.colour = Swatches(appearance)
        self.theme = Choice("Theme", ("system", "light", "dark"))
        self.smaller, self.larger = _step("−", "Smaller text"), _step("+", "Larger text")
        self.usual = _step("Usual", "Usual size of the text")
        self.percent = PlainLabel()
        self.numbers = TickBox("Number the lines of the source beside the text")
        self._lay_out(content)
        self.colour.choose(reviewer.colour)
        self.colour.show_initials(reviewer.initials)
        self.theme.choose(appearance.choice)
        self.numbers.setChecked(look.numbered)
        self._show_size()
        self.name.textEdited.connect(self._on_named)
        self.initials.textEdited.connect(self._on_initialled)
        self.colour.chosen.connect(self._sign)
        self.theme.chosen.connect(self.worn)
        self.smaller.clicked.connect(look.zoom_out)
        self.larger.clicked.connect(look.zoom_in)
        self.usual.clicked.connect(look.reset)
        self.numbers.toggled.connect(look.number)
        look.changed.connect(self._show_size)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def _lay_out(self, content: QWidget) -> None:
        size = QHBoxLayout()
        size.setSpacing(6)
        for widget in (self.smaller, self.percent, self.larger, self.usual):
            size.addWidget(widget)
        size.addStretch(1)
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(12)
        rows = (("&Name", self.name), ("&Initials", self.initials), ("Colour", self.colour), ("Theme", self.theme))
        for row, (text, field) in enumerate(rows):
            label = PlainLabel(text)
            label.setBuddy(field)
            field.setAccessibleName(text.replace("&", ""))
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1, Qt.AlignmentFlag(0) if field is not self.initials else _AT_LEFT)
        grid.addWidget(PlainLabel("Text size"), 4, 0)
        grid.addLayout(size, 4, 1)
        grid.addWidget(self.numbers, 5, 1)
        told = "Notes are signed with the name as it is when you write them. All this is kept on this machine."
        grid.addWidget(PlainLabel(told, name="faint"), 6, 0, 1, 2)

    def _on_named(self) -> None:
        if not self._own:
            self.initials.setText(initials(self.name.text()) if self.name.text().strip() else "")
        self._sign()

    def _on_initialled(self) -> None:
        self._own = bool(self.initials.text().strip())
        self._sign()

    def _sign(self) -> None:
        name = self.name.text().strip() or self._reviewer.name
        short = self.initials.text().strip() or initials(name)
        self.colour.show_initials(short)
        self._reviewer = Reviewer(name, short, self.colour.value)
        self.signed.emit(self._reviewer)

    def _show_size(self) -> None:
        self.percent.setText(f"{round(100 * self._look.magnification)} %")
        self.smaller.setEnabled(self._look.zoom > SMALLEST)
        self.larger.setEnabled(self._look.zoom < LARGEST)
        self.usual.setEnabled(self._look.zoom != 0)


_AT_LEFT = Qt.AlignmentFlag.AlignLeft


def _step(text: str, name: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("look", "segment")
    button.setAutoDefault(False)
    button.setAccessibleName(name)
    return button
