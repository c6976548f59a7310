"""The field for a reply, with what sends it and what gives it up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carveout.gui.inspector.growing import GrowingField
from carveout.gui.labels import PlainLabel, plain_tooltip

if TYPE_CHECKING:
    from carveout.gui.session import Session

_SENDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ReplyField(QFrame):
    """Takes a reply. `written` carries its words as they change, `sent` and `given_up` say what became of it."""

    written = Signal(str)
    sent = Signal()
    given_up = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._field = GrowingField("commentField", self)
        self._field.setAccessibleName("Reply")
        self._field.setPlaceholderText("Your reply")
        self._send = QPushButton("Send", self)
        self._send.setProperty("look", "primary")
        self._cancel = QPushButton("Cancel", self)
        self._cancel.setProperty("look", "quiet")
        self._lay_out()
        self._field.textChanged.connect(self._on_written)
        self._send.clicked.connect(self.sent)
        self._cancel.clicked.connect(self.given_up)
        for one, other in ((parent, self._field), (self._field, self._send), (self._send, self._cancel)):
            QWidget.setTabOrder(one, other)

    @property
    def words(self) -> str:
        """What is written."""
        return self._field.text()

    def put(self, words: str) -> None:
        """Put words in the place of what is written, the caret behind them; nobody is told."""
        self._field.blockSignals(True)  # noqa: FBT003  (Qt's signature)
        self._field.setPlainText(words)
        self._field.moveCursor(QTextCursor.MoveOperation.End)
        self._field.blockSignals(False)  # noqa: FBT003

    def begin(self) -> None:
        """Show the field, the focus in it."""
        self.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, *, revised: bool) -> None:
        """Say what sending does: it is another reply, or one `revised`."""
        written = bool(self.words.strip())
        self._send.setEnabled(written and self._session.writable)
        self._send.setText("Save" if revised else "Send")
        self._send.setToolTip(plain_tooltip("Ctrl+Enter" if written else "Write a reply first"))

    def event(self, event: QEvent) -> bool:
        """Keep the field's keys from the window's shortcuts, and from the card's."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send on Ctrl+Enter, give up on Esc."""
        if not _is_ours(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            self.sent.emit()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._send)
        buttons.addWidget(PlainLabel("Ctrl+Enter", self, name="key"))
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(PlainLabel("Esc", self, name="key"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._field)
        layout.addLayout(buttons)

    def _on_written(self) -> None:
        self.written.emit(self.words)


def _is_ours(event: QKeyEvent) -> bool:
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() == Qt.Key.Key_Escape or (control and event.key() in _SENDS)
