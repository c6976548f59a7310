"""The thread under an annotation: replies and turns of its status as they came, and the next reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carveout.gui.hearing import Hearing
from carveout.gui.inspector.growing import GrowingField
from carveout.gui.inspector.moments import in_full, lately
from carveout.gui.inspector.passage import Passage
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.labels import PlainLabel, plain_tooltip
from carveout.review.story import Act

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.gui.session import Session
    from carveout.review.annotation import Anchor, Annotation
    from carveout.review.story import Happening
    from carveout.review.thread import Reply

_TURNS = {Act.RESOLVED: "Resolved", Act.REOPENED: "Reopened", Act.RESTORED: "Brought back", Act.REVISED: "Revised"}
_SENDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Threads:
    """What the cards of a pane share: the stories they tell, and the replies in the making.

    A reply is kept by the annotation that it answers: a card may turn to another in between.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._hearing = Hearing()
        self.words: dict[str, str] = {}

    def story(self, annotation: str) -> tuple[Happening, ...]:
        """Return what was done about an annotation, the earliest first."""
        matter = self._session.matter
        return self._hearing.story(matter.operations if matter else (), annotation)

    def begun(self) -> list[Anchor]:
        """Return the words whose annotations have a reply in the making."""
        answered = (self._session.review.annotations.get(a) for a, words in self.words.items() if words.strip())
        return [annotation.anchor for annotation in answered if annotation is not None]

    def send(self, annotation: str) -> bool:
        """Save the reply to an annotation; where that fails, the writing stays."""
        words = self.words.get(annotation, "").strip()
        if words and annotation in self._session.review.annotations:
            kept = self.words.pop(annotation)
            if self._session.reply(annotation, words) is None:
                self.words[annotation] = kept
                return False
        self.words.pop(annotation, None)
        return True

    def send_all(self) -> None:
        """Save every reply that was begun."""
        for annotation in tuple(self.words):
            if not self.words[annotation].strip():
                del self.words[annotation]
            elif self._session.writable:
                self.send(annotation)


class Thread(QWidget):
    """What came after an annotation. `left` says that a reply was sent or given up."""

    left = Signal()

    def __init__(self, session: Session, threads: Threads, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._threads = threads
        self._annotation = ""
        self._shown: tuple[tuple[Happening, Reply | None], ...] = ()
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
        if shown != self._shown:
            self._shown = shown
            self._fill()
        self._tell()

    def begin(self) -> None:
        """Open the field for a reply, the focus in it."""
        self._threads.words.setdefault(self._annotation, "")
        self._writing.show()
        self._tell()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def send(self) -> None:
        """Save the reply; where that fails, the writing stays."""
        if self._field.text().strip() and self._session.writable and self._threads.send(self._annotation):
            self._close()

    def give_up(self) -> None:
        """Close the field without a reply."""
        self._threads.words.pop(self._annotation, None)
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
            row = _Answer(happening, reply, self) if reply else _turn(happening, self)
            self._rows.addWidget(row)
            row.show()

    def _tell(self) -> None:
        self.setVisible(bool(self._shown) or not self._writing.isHidden())
        written = bool(self._field.text().strip())
        self._send.setEnabled(written and self._session.writable)
        self._send.setToolTip(plain_tooltip("Send (Ctrl+Enter)" if written else "Write a reply first"))

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


class _Answer(QFrame):
    """One reply: who and when above what was said."""

    def __init__(self, happening: Happening, reply: Reply, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reply")
        who = WrappedText("said", self)
        who.set_text(f"{reply.author}, {lately(reply.at)}")
        who.setToolTip(plain_tooltip(in_full(happening.at)))
        said = Passage("comment", self)
        said.set_text(reply.comment)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(who)
        layout.addWidget(said)


def _turn(happening: Happening, parent: QWidget) -> WrappedText:
    line = WrappedText("said", parent)
    line.set_text(_line(happening, None))
    line.setToolTip(plain_tooltip(in_full(happening.at)))
    return line


def _line(happening: Happening, reply: Reply | None) -> str:
    if reply is not None:
        return f"{reply.author}, {lately(reply.at)}: {reply.comment}"
    return f"{_TURNS[happening.act]} by {happening.by}, {lately(happening.at)}"
