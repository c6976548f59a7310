"""Writing an annotation: on a card among the others, never in a dialog."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carveout.agreement.citation import short
from carveout.gui.inspector.choice import Choice
from carveout.gui.inspector.digits import CHOICES
from carveout.gui.inspector.elision import elided, quoted
from carveout.gui.inspector.growing import GrowingField
from carveout.gui.inspector.particulars import Particulars
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.labels import PlainLabel, plain_tooltip
from carveout.review.annotation import Annotation, AnnotationKind, Severity, Status, Target
from carveout.review.edits import Annotate

if TYPE_CHECKING:
    from carveout.gui.session import Session
    from carveout.review.annotation import Anchor

_QUOTED = 160
_SAVE_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_ASKS = {
    AnnotationKind.NOTE: "What should be remembered?",
    AnnotationKind.ISSUE: "What is wrong, and what does the client need?",
    AnnotationKind.QUESTION: "What has to be found out, and from whom?",
    AnnotationKind.PROPOSAL: "Why this wording?",
}


_DIGITS = frozenset("0123456789")


class AnnotationEditor(QFrame):
    """The fields of one annotation, new or under revision.

    `finished` says that it was saved or given up, `template_wanted` carries the editor itself where a slash was typed
    into its empty comment. Ctrl+Enter saves and Esc gives up, wherever in the editor the focus is; outside its fields
    the digits choose, as they do with Alt everywhere.
    """

    finished = Signal()
    template_wanted = Signal(object)

    def __init__(self, session: Session, anchor: Anchor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("editor")
        self.anchor = anchor
        self.revised: str | None = None
        """The id of the annotation under revision, None for a new one."""
        self._session = session
        self._kind = Choice("Kind", [kind.value for kind in AnnotationKind], self)
        self._severity = Choice("Severity", [severity.value for severity in Severity], self)
        self._severity.choose(Severity.MEDIUM.value)
        self._on = WrappedText("on", self)
        self._comment = GrowingField("commentField", self)
        self._comment.setAccessibleName("Comment")
        self._proposal = PlainLabel("Proposed wording", self, name="lead")
        self._proposed = GrowingField("wordingField", self)
        self._proposed.setAccessibleName("Proposed wording")
        self._proposed.setPlainText(anchor.quote)
        self._status = Choice("Status", [status.value for status in Status], self)
        self._particulars = Particulars(self)
        self._particulars.offer(session.review, session.author)
        self._save = QPushButton("Save", self)
        self._save.setProperty("look", "primary")
        self._cancel = QPushButton("Cancel", self)
        self._cancel.setProperty("look", "quiet")
        self._cancel.setToolTip(plain_tooltip("Give this up (Esc)"))
        self._lay_out()
        self._kind.chosen.connect(self._refresh)
        self._comment.textChanged.connect(self._refresh)
        self._save.clicked.connect(self.save)
        self._cancel.clicked.connect(self.finished)
        fields = (self._comment, self._proposed, *self._particulars.fields)
        for written_in in fields:
            written_in.installEventFilter(self)
        self._tell_keys()
        self._say_where()
        self._refresh()

    @property
    def touched(self) -> bool:
        """Tell whether there is writing that would be lost."""
        written = bool(self._comment.text().strip()) or self._proposed.text() != self.anchor.quote
        return written or self._particulars.touched

    def choose(self, digit: int) -> None:
        """Choose by a digit, as CHOICES has it: a kind, a status, a severity, or whom it is for."""
        chosen = CHOICES[digit]
        if isinstance(chosen, AnnotationKind):
            self._kind.choose(chosen.value)
        elif isinstance(chosen, Severity):
            self._kind.choose(AnnotationKind.ISSUE.value)
            self._severity.choose(chosen.value)
        elif isinstance(chosen, Status):
            self._status.choose(chosen.value)
        else:
            self._particulars.turn_sharing()
        self._refresh()

    def insert(self, words: str) -> None:
        """Write words into the comment at the caret, the focus in it."""
        self._comment.setFocus(Qt.FocusReason.OtherFocusReason)
        self._comment.insertPlainText(words)

    def corner(self) -> QWidget:
        """Return the field that a list of templates opens below."""
        return self._comment

    def begin(self, kind: AnnotationKind) -> None:
        """Start a new annotation of a kind, the focus in its comment."""
        self._kind.choose(kind.value)
        self._refresh()
        self._comment.setFocus(Qt.FocusReason.OtherFocusReason)

    def revise(self, annotation: Annotation) -> None:
        """Start with what an annotation says, the focus in its comment."""
        self.revised = annotation.id
        self._kind.choose(annotation.kind.value)
        self._severity.choose((annotation.severity or Severity.MEDIUM).value)
        self._comment.setPlainText(annotation.comment)
        self._proposed.setPlainText(annotation.proposed or self.anchor.quote)
        self._status.choose(annotation.status.value)
        self._particulars.fill(annotation)
        self._refresh()
        self._comment.setFocus(Qt.FocusReason.OtherFocusReason)
        self._comment.moveCursor(QTextCursor.MoveOperation.End)

    def save(self) -> None:
        """Save the annotation; where that fails, the writing stays."""
        if not self._save.isEnabled():
            return
        before = self._session.review.annotations.get(self.revised or "")
        drafted = self._drafted(before)
        saved = self._session.rewrite(drafted) if before else self._session.do(Annotate(drafted.id, None, drafted))
        if saved:
            self.revised = drafted.id
            self.finished.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for a template where a slash is typed into the empty comment; choose on Alt and a digit in any field."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if watched is self._comment and event.text() == "/" and not self._comment.text():
            self.template_wanted.emit(self)
            return True
        key = int(event.key()) - int(Qt.Key.Key_0)
        if (
            key in CHOICES
            and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier
        ):
            self.choose(key)
            return True
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Keep the editor's keys from the window's shortcuts."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Ctrl+Enter, give up on Esc, choose on a digit."""
        if not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and event.text() in _DIGITS:
            self.choose(int(event.text()))
        elif not _is_ours(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.finished.emit()
        else:
            self.save()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._save)
        buttons.addWidget(PlainLabel("Ctrl+Enter", self, name="key"))
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(PlainLabel("Esc", self, name="key"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        for widget in (self._kind, self._severity, self._on, self._comment, self._proposal, self._proposed):
            layout.addWidget(widget)
        layout.addWidget(self._particulars)
        layout.addWidget(self._status)
        layout.addLayout(buttons)

    def _say_where(self) -> None:
        reading = self._session.reading
        if self.anchor.target is not Target.CLAUSE or reading is None:
            self._on.set_text(quoted(elided(self.anchor.quote, _QUOTED)))
        else:
            self._on.set_text(f"On {short(reading.outline[self.anchor.clause])} as a whole")

    def _tell_keys(self) -> None:
        for digit, chosen in CHOICES.items():
            for choice in (self._kind, self._severity, self._status):
                if chosen is not None and chosen.value in choice.values:
                    choice.button(chosen.value).setToolTip(plain_tooltip(f"{chosen.capitalize()} (Alt+{digit})"))

    def _drafted(self, before: Annotation | None) -> Annotation:
        kind = AnnotationKind(self._kind.value)
        new = Annotation(uuid.uuid4().hex, kind, self.anchor, "", self._session.author, dt.datetime.now(dt.UTC))
        return replace(
            before or new,
            kind=kind,
            comment=self._comment.text(),
            severity=Severity(self._severity.value) if kind is AnnotationKind.ISSUE else None,
            proposed=self._proposed.text() if kind is AnnotationKind.PROPOSAL else "",
            status=Status(self._status.value),
            tags=self._particulars.tags_given(),
            assignee=self._particulars.assignee_given(),
            due=self._particulars.due_given(),
            visibility=self._particulars.visibility_given(),
        )

    def _refresh(self) -> None:
        self._status.setVisible(self.revised is not None)
        kind = AnnotationKind(self._kind.value)
        self._severity.setVisible(kind is AnnotationKind.ISSUE)
        for widget in (self._proposal, self._proposed):
            widget.setVisible(kind is AnnotationKind.PROPOSAL)
        self._comment.setPlaceholderText(_ASKS[kind])
        written = bool(self._comment.text().strip())
        self._save.setEnabled(written and self._session.writable)
        self._save.setToolTip(plain_tooltip("Save (Ctrl+Enter)" if written else "Write a comment first"))


def _is_ours(event: QKeyEvent) -> bool:
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() == Qt.Key.Key_Escape or (control and event.key() in _SAVE_KEYS)
