"""Writing an annotation: on a card among the others, never in a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carveout.agreement.citation import short
from carveout.gui.inspector.choice import Choice
from carveout.gui.inspector.elision import elided, quoted
from carveout.gui.inspector.growing import GrowingField
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.labels import PlainLabel, plain_tooltip
from carveout.review.annotation import AnnotationKind, Severity, Target

if TYPE_CHECKING:
    from carveout.gui.session import Session
    from carveout.review.annotation import Anchor, Annotation

_QUOTED = 160
_SAVE_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_KIND_KEYS = dict(zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4), AnnotationKind, strict=True))
_ASKS = {
    AnnotationKind.NOTE: "What should be remembered?",
    AnnotationKind.ISSUE: "What is wrong, and what does the client need?",
    AnnotationKind.QUESTION: "What has to be found out, and from whom?",
    AnnotationKind.PROPOSAL: "Why this wording?",
}


class AnnotationEditor(QFrame):
    """The fields of one annotation, new or under revision. `finished` says that it was saved or given up.

    Ctrl+Enter saves, Esc gives up and Alt with 1 to 4 chooses the kind, wherever in the editor the focus is.
    """

    finished = Signal()

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
        self._save = QPushButton("Save", self)
        self._save.setProperty("look", "primary")
        self._cancel = QPushButton("Cancel", self)
        self._cancel.setProperty("look", "quiet")
        self._cancel.setToolTip(plain_tooltip("Give this up (Esc)"))
        for field in (self._comment, self._proposed):
            field.installEventFilter(self)
        self._lay_out()
        self._kind.chosen.connect(self._refresh)
        self._comment.textChanged.connect(self._refresh)
        self._save.clicked.connect(self.save)
        self._cancel.clicked.connect(self.finished)
        self._say_where()
        self._refresh()

    @property
    def touched(self) -> bool:
        """Tell whether there is writing that would be lost."""
        return bool(self._comment.text().strip()) or self._proposed.text() != self.anchor.quote

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
        self._refresh()
        self._comment.setFocus(Qt.FocusReason.OtherFocusReason)
        self._comment.moveCursor(QTextCursor.MoveOperation.End)

    def save(self) -> None:
        """Save the annotation; where that fails, the writing stays."""
        if not self._save.isEnabled():
            return
        kind = AnnotationKind(self._kind.value)
        severity = Severity(self._severity.value) if kind is AnnotationKind.ISSUE else None
        proposed = self._proposed.text() if kind is AnnotationKind.PROPOSAL else ""
        comment = self._comment.text()
        if self.revised is None:
            saved = self._session.annotate(kind, self.anchor, comment, severity=severity, proposed=proposed) is not None
        else:
            saved = self._session.revise(self.revised, kind=kind, comment=comment, severity=severity, proposed=proposed)
        if saved:
            self.finished.emit()

    def event(self, event: QEvent) -> bool:
        """Keep the editor's keys from the window's shortcuts."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the editor's keys before a field writes what is on them."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and _is_ours(event):
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Ctrl+Enter, give up on Esc, choose a kind on Alt with its number."""
        if not _is_ours(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.finished.emit()
        elif event.key() in _SAVE_KEYS:
            self.save()
        else:
            self._kind.choose(_KIND_KEYS[Qt.Key(event.key())].value)
            self._refresh()

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
        layout.addLayout(buttons)

    def _say_where(self) -> None:
        reading = self._session.reading
        if self.anchor.target is not Target.CLAUSE or reading is None:
            self._on.set_text(quoted(elided(self.anchor.quote, _QUOTED)))
        else:
            self._on.set_text(f"On {short(reading.outline[self.anchor.clause])} as a whole")

    def _refresh(self) -> None:
        kind = AnnotationKind(self._kind.value)
        self._severity.setVisible(kind is AnnotationKind.ISSUE)
        for widget in (self._proposal, self._proposed):
            widget.setVisible(kind is AnnotationKind.PROPOSAL)
        self._comment.setPlaceholderText(_ASKS[kind])
        written = bool(self._comment.text().strip())
        self._save.setEnabled(written and self._session.writable)
        self._save.setToolTip(plain_tooltip("Save (Ctrl+Enter)" if written else "Write a comment first"))


def _is_ours(event: QKeyEvent) -> bool:
    held = event.modifiers()
    control, alt = bool(held & Qt.KeyboardModifier.ControlModifier), bool(held & Qt.KeyboardModifier.AltModifier)
    saves, chooses = control and event.key() in _SAVE_KEYS, alt and event.key() in _KIND_KEYS
    return event.key() == Qt.Key.Key_Escape or saves or chooses
