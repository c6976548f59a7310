"""Asking in one line for what is to be done with the chosen rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QLineEdit, QWidget

from carveout.gui.inspector.completing import Dressed
from carveout.gui.inspector.particulars import TagCompleter
from carveout.gui.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent


class Asking(QFrame):
    """A question and a field: Enter answers, Esc leaves it. `answered` carries what was asked for and the answer."""

    answered = Signal(str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = ""
        self._question = PlainLabel("", self, name="lead")
        self.field = QLineEdit(self)
        self.field.setAcceptDrops(False)  # it would take a file for text
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._question)
        row.addWidget(self.field, 1)
        for key, does in (("Enter", "do it"), ("Esc", "leave it")):
            row.addWidget(PlainLabel(key, self, name="key"))
            row.addWidget(PlainLabel(does, self, name="faint"))
        Dressed(self.field)
        self.field.returnPressed.connect(self._on_entered)
        self.hide()

    def ask(self, what: str, question: str, hint: str, words: Iterable[str]) -> None:
        """Ask for something, completing what is typed from words in use."""
        self._what = what
        self._question.setText(question)
        self.field.clear()
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(question)
        completer = TagCompleter(words, self.field) if what == "tag" else QCompleter(list(words), self.field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.field.setCompleter(completer)
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave it on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_entered(self) -> None:
        answer = self.field.text().strip()
        self.hide()
        self.answered.emit(self._what, answer)
        self.left.emit()
