"""Deciding about a carve-out: accept, narrow or strike it, with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from carveout.gui.flow import FlowLayout
from carveout.gui.inspector.moments import in_full, lately
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.labels import plain_tooltip
from carveout.review.mark import Verdict

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHideEvent

    from carveout.agreement.content import Carveout
    from carveout.agreement.reading import Reading
    from carveout.gui.session import Session
    from carveout.review.mark import Decision

_SAYS = {
    Verdict.ACCEPT: "Accept the carve-out as it stands",
    Verdict.NARROW: "Ask for a narrower carve-out",
    Verdict.STRIKE: "Ask for the carve-out to be struck",
}


class ReasonField(QLineEdit):
    """One line for the reason. `left` says that the focus went elsewhere in the window, `dismissed` that Esc did."""

    left = Signal()
    dismissed = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep Esc and Ctrl+Enter, which saves here as it does in a note, from the window's shortcuts."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Dismiss on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the focus left, unless it comes back: to another window and from a menu it does."""
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}:
            self.left.emit()


class DecisionRow(QWidget):
    """The decision about one carve-out, who made it and why.

    A chosen verdict waits for its reason: Enter saves both, and so does turning to something else, for a decision is
    never lost; Esc takes it back. Choosing the verdict that stands reopens the carve-out. `settled` says that a key
    ended the choice.
    """

    settled = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reading: Reading | None = None
        self._carveout: Carveout | None = None
        self._pending: Verdict | None = None
        self._choice = FlowLayout(across=4, down=4)
        self._by_verdict = {verdict: self._verdict_button(verdict) for verdict in Verdict}
        self._reason = ReasonField(self)
        self._reason.setAcceptDrops(False)  # files are the window's
        self._reason.setPlaceholderText("Why? Enter saves, Esc takes it back")
        self._reason.setAccessibleName("Reason for the decision")
        self._said = WrappedText("said", self)
        self._edit = QPushButton("Edit", self)
        self._edit.setProperty("look", "quiet")
        self._edit.setAccessibleName("Edit the reason")
        self._edit.setToolTip(plain_tooltip("Give or change the reason"))
        self._lay_out()
        self._reason.returnPressed.connect(self._on_entered)
        self._reason.left.connect(self.commit)
        self._reason.dismissed.connect(self._on_dismissed)
        self._edit.clicked.connect(self._on_edit)
        session.leaving.connect(self.commit)

    @property
    def waits(self) -> bool:
        """Tell whether a chosen verdict is not saved yet."""
        return self._pending is not None

    def button(self, verdict: Verdict) -> QPushButton:
        """Return the button that chooses a verdict."""
        return self._by_verdict[verdict]

    def add_beside(self, button: QPushButton) -> None:
        """Set another button into the row of the verdicts."""
        self._choice.addWidget(button)

    def show_carveout(self, carveout: Carveout) -> None:
        """Show the decision about a carve-out, saving first what waits for its reason on the one before."""
        if carveout is not self._carveout:
            self.commit()
            self._pending = None
        self._reading, self._carveout = self._session.reading, carveout
        self.refresh()

    def refresh(self) -> None:
        """Show the decision as the review has it."""
        decision = self._decision()
        chosen = self._pending or (decision.verdict if decision else None)
        for verdict, button in self._by_verdict.items():
            button.setChecked(verdict is chosen)
            button.setEnabled(self._session.writable)
        self._reason.setVisible(self.waits)
        # A click on a verdict leaves the focus in the reason; Tab would go no further than to one that is hidden.
        self.setFocusProxy(self._reason if self.waits else None)  # type: ignore[arg-type]  # the stub knows no None
        told = decision is not None and not self.waits
        self._said.setVisible(told)
        self._edit.setVisible(told and self._session.writable)
        if decision:
            self._said.set_text(self._sentence(decision))
            self._said.setToolTip(plain_tooltip(f"{decision.by}, {in_full(decision.at)}"))

    def choose(self, verdict: Verdict) -> None:
        """Choose a verdict and ask for its reason; where it stands already, offer its reason to be changed."""
        if self._carveout is None or not self._session.writable:
            return
        decision = self._decision()
        if self._pending is None:
            standing = decision is not None and decision.verdict is verdict
            self._reason.setText(decision.reason if standing and decision else "")
        self._pending = verdict
        self.refresh()
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def reopen(self) -> None:
        """Take the decision away."""
        self._pending = None
        if self._carveout is not None and self._session.writable:
            self._session.decide(self._carveout.span, None)
        self.refresh()

    def commit(self) -> None:
        """Save the verdict that waits, with whatever reason there is; one about another document is dropped."""
        if self._pending is None or self._carveout is None:
            return
        waiting, self._pending = self._pending, None
        here, now = self._reading, self._session.reading
        if here is None or now is None or here.text is not now.text:  # the text stays when the outline is corrected
            return
        if not self._session.decide(self._carveout.span, waiting, self._reason.text().strip()):
            self._pending = waiting
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what waits when the pane goes away."""
        super().hideEvent(event)
        self.commit()

    def _verdict_button(self, verdict: Verdict) -> QPushButton:
        button = QPushButton(verdict.value.capitalize(), self)
        button.setCheckable(True)
        button.setProperty("look", "verdict")
        button.setProperty("verdict", verdict.value)
        button.setToolTip(plain_tooltip(_SAYS[verdict]))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self._on_clicked)
        self._choice.addWidget(button)
        return button

    def _lay_out(self) -> None:
        said = QHBoxLayout()
        said.addWidget(self._said, 1, Qt.AlignmentFlag.AlignVCenter)
        said.addWidget(self._edit, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._choice)
        layout.addWidget(self._reason)
        layout.addLayout(said)

    def _on_clicked(self) -> None:
        verdict = next(verdict for verdict, button in self._by_verdict.items() if button is self.sender())
        decision = self._decision()
        if self._pending is verdict:
            self._on_dismissed()
        elif self._pending is None and decision is not None and decision.verdict is verdict:
            self.reopen()
        else:
            self.choose(verdict)

    def _on_entered(self) -> None:
        self._leave_by_key(save=True)

    def _on_dismissed(self) -> None:
        self._leave_by_key(save=False)

    def _leave_by_key(self, *, save: bool) -> None:
        waiting = self._pending
        if waiting is None:
            return
        if save:
            self.commit()
        else:
            self._pending = None
        if self._pending is None:
            self.button(waiting).setFocus(Qt.FocusReason.OtherFocusReason)
            self.refresh()
            self.settled.emit()

    def _on_edit(self) -> None:
        decision = self._decision()
        if decision:
            self.choose(decision.verdict)

    def _decision(self) -> Decision | None:
        return self._session.review.decisions.get(self._carveout.span) if self._carveout else None

    def _sentence(self, decision: Decision) -> str:
        by = "you" if decision.by == self._session.author else decision.by
        said = f"By {by}, {lately(decision.at)}"
        return f"{said}: {decision.reason}" if decision.reason else said
