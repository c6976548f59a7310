"""The thread under an annotation: replies and turns of its status as they came, and the next reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carveout.gui.inspector.answer import Answer
from carveout.gui.inspector.growing import GrowingField
from carveout.gui.inspector.moments import in_full, lately
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.labels import PlainLabel, plain_tooltip
from carveout.review.story import Act

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.gui.inspector.threads import Threads
    from carveout.gui.session import Session
    from carveout.review.annotation import Annotation
    from carveout.review.story import Happening
    from carveout.review.thread import Reply

_TURNS = {Act.RESOLVED: "Resolved", Act.REOPENED: "Reopened", Act.RESTORED: "Brought back", Act.REVISED: "Revised"}
_SENDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Thread(QWidget):
    """What came after an annotation. `left` says that a reply was sent or given up."""

    left = Signal()

    def __init__(self, session: Session, threads: Threads, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._threads = threads
        self._annotation = ""
        self._shown: tuple[tuple[Happening, Reply | None], ...] = ()
        self._author = ""
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._writing = QFrame(self)
        self._field = GrowingField("commentField", self._writing)
        self._field.setAccessibleName("Reply")
        self._field.setPlaceholderText("Your reply")
        self._send = QPushButton("Send", self._writing)
        self._send.setProperty("look", "primary")
        self._cancel = QPushButton("Cancel", self._writing)
        self._cancel.setProperty("look", "quiet")
        self._lay_out()
        self._field.textChanged.connect(self._on_written)
        self._send.clicked.connect(self.send)
        self._cancel.clicked.connect(self.give_up)

    @property
    def lines(self) -> tuple[str, ...]:
        """What the thread says, a line for each reply and turn."""
        return tuple(_line(happening, reply) for happening, reply in self._shown)

    def show_thread(self, annotation: Annotation, story: tuple[Happening, ...]) -> None:
        """Show what the story of an annotation tells, and the reply to it that was begun."""
        shown = tuple(self._told(annotation, story))
        if annotation.id != self._annotation:
            self._annotation = annotation.id
            words = self._threads.words.get(annotation.id)
            self._field.blockSignals(True)  # noqa: FBT003  (Qt's signature)
            self._field.setPlainText(words or "")
            self._field.blockSignals(False)  # noqa: FBT003
            self._writing.setVisible(words is not None)
        author = self._session.author if self._session.writable else ""
        if (shown, author) != (self._shown, self._author):
            self._shown, self._author = shown, author
            self._fill()
        self._tell()

    def begin(self) -> None:
        """Open the field for a reply, the focus in it."""
        self._threads.words.setdefault(self._annotation, "")
        self._writing.show()
        self._tell()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def revise(self, reply: Reply) -> None:
        """Open the field on a reply that was sent; where another is being written, on that."""
        if not self._field.text().strip():
            self._threads.revised[self._annotation] = reply.id
            self._field.setPlainText(reply.comment)
            self._field.moveCursor(QTextCursor.MoveOperation.End)
        self.begin()

    def send(self) -> None:
        """Save the reply; where that fails, the writing stays."""
        if self._field.text().strip() and self._session.writable and self._threads.send(self._annotation):
            self._close()

    def give_up(self) -> None:
        """Close the field without a reply."""
        self._threads.give_up(self._annotation)
        self._close()

    def event(self, event: QEvent) -> bool:
        """Keep the field's keys from the window's shortcuts, and from the card's."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and self._is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send on Ctrl+Enter, give up on Esc."""
        if not self._is_ours(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            self.send()

    def _is_ours(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        ours = event.key() == Qt.Key.Key_Escape or (control and event.key() in _SENDS)
        return ours and self._writing.isVisible()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._send)
        buttons.addWidget(PlainLabel("Ctrl+Enter", self._writing, name="key"))
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(PlainLabel("Esc", self._writing, name="key"))
        writing = QVBoxLayout(self._writing)
        writing.setContentsMargins(0, 0, 0, 0)
        writing.setSpacing(6)
        writing.addWidget(self._field)
        writing.addLayout(buttons)
        self._writing.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._rows)
        layout.addWidget(self._writing)

    def _told(self, annotation: Annotation, story: tuple[Happening, ...]) -> Iterator[tuple[Happening, Reply | None]]:
        replies = self._session.review.replies
        for happening in story:
            reply = replies.get(happening.reply)
            if happening.act is Act.REPLIED:
                if reply is not None:
                    yield happening, reply
            elif happening.act in _TURNS and (happening.act is not Act.REVISED or happening.by != annotation.author):
                yield happening, None

    def _fill(self) -> None:
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for happening, reply in self._shown:
            row = self._answer(reply) if reply else _turn(happening, self)
            self._rows.addWidget(row)
            row.show()

    def _answer(self, reply: Reply) -> Answer:
        answer = Answer(reply, self, own=reply.author == self._author)
        answer.edit_wanted.connect(self.revise)
        answer.withdrawn.connect(self._threads.withdraw)
        return answer

    def _tell(self) -> None:
        self.setVisible(bool(self._shown) or not self._writing.isHidden())
        written = bool(self._field.text().strip())
        self._send.setEnabled(written and self._session.writable)
        self._send.setText("Save" if self._annotation in self._threads.revised else "Send")
        self._send.setToolTip(plain_tooltip("Ctrl+Enter" if written else "Write a reply first"))

    def _on_written(self) -> None:
        self._threads.words[self._annotation] = self._field.text()
        self._tell()

    def _close(self) -> None:
        self._writing.hide()
        self._field.blockSignals(True)  # noqa: FBT003  (Qt's signature)
        self._field.clear()
        self._field.blockSignals(False)  # noqa: FBT003
        self._tell()
        self.left.emit()


def _turn(happening: Happening, parent: QWidget) -> WrappedText:
    line = WrappedText("said", parent)
    line.set_text(_line(happening, None))
    line.setToolTip(plain_tooltip(in_full(happening.at)))
    return line


def _line(happening: Happening, reply: Reply | None) -> str:
    if reply is not None:
        return f"{reply.author}, {lately(reply.at)}: {reply.comment}"
    return f"{_TURNS[happening.act]} by {happening.by}, {lately(happening.at)}"
