"""The thread under an annotation: replies and turns of its status as they came, and the next reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carveout.gui.inspector.answer import Answer
from carveout.gui.inspector.moments import in_full, lately
from carveout.gui.inspector.reply_field import ReplyField
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.labels import plain_tooltip
from carveout.review.story import Act

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.gui.inspector.threads import Threads
    from carveout.gui.session import Session
    from carveout.review.annotation import Annotation
    from carveout.review.story import Happening
    from carveout.review.thread import Reply

_TURNS = {Act.RESOLVED: "Resolved", Act.REOPENED: "Reopened", Act.RESTORED: "Brought back", Act.REVISED: "Revised"}


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
        self._field: ReplyField | None = None
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._rows)

    @property
    def lines(self) -> tuple[str, ...]:
        """What the thread says, a line for each reply and turn."""
        return tuple(_line(happening, reply) for happening, reply in self._shown)

    def show_thread(self, annotation: Annotation, story: tuple[Happening, ...]) -> None:
        """Show what the story of an annotation tells, and the reply to it that was begun."""
        shown = tuple(self._told(annotation, story))
        if annotation.id != self._annotation:
            self._annotation = annotation.id
            self._bring_back(self._threads.words.get(annotation.id))
        author = self._session.author if self._session.writable else ""
        if (shown, author) != (self._shown, self._author):
            self._shown, self._author = shown, author
            self._fill()
        self._tell()

    def begin(self) -> None:
        """Open the field for a reply, the focus in it."""
        self._threads.words.setdefault(self._annotation, "")
        field = self._made()
        field.show()
        self._tell()
        field.begin()

    def revise(self, reply: Reply) -> None:
        """Open the field on a reply that was sent; where another is being written, on that."""
        if not self._threads.words.get(self._annotation, "").strip():
            self._threads.revised[self._annotation] = reply.id
            self._threads.words[self._annotation] = reply.comment
            self._made().put(reply.comment)
        self.begin()

    def send(self) -> None:
        """Save the reply; where that fails, the writing stays."""
        words = self._field.words if self._field else ""
        if words.strip() and self._session.writable and self._threads.send(self._annotation):
            self._close()

    def give_up(self) -> None:
        """Close the field without a reply."""
        self._threads.give_up(self._annotation)
        self._close()

    def _made(self) -> ReplyField:
        """Return the field, which is made when it is first wanted: there may be many threads."""
        if self._field is None:
            self._field = ReplyField(self._session, self)
            self._field.hide()
            self._field.written.connect(self._on_written)
            self._field.sent.connect(self.send)
            self._field.given_up.connect(self.give_up)
            self._column.addWidget(self._field)
        return self._field

    def _bring_back(self, words: str | None) -> None:
        """Show the field with the words that were begun, or hide it where none were."""
        if words is not None:
            self._made().put(words)
        if self._field is not None:
            self._field.setVisible(words is not None)

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
        writing = self._field is not None and not self._field.isHidden()
        self.setVisible(bool(self._shown) or writing)
        if self._field is not None:
            self._field.tell(revised=self._annotation in self._threads.revised)

    def _on_written(self, words: str) -> None:
        self._threads.words[self._annotation] = words
        self._tell()

    def _close(self) -> None:
        if self._field is not None:
            self._field.hide()
            self._field.put("")
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
