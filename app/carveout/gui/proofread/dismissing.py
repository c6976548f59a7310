"""Dismissing a finding with a reason, here or everywhere, and taking it up again."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from carveout.gui.flow import FlowLayout
from carveout.gui.inspector.decision import ReasonField
from carveout.gui.inspector.moments import in_full, lately
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.labels import plain_tooltip
from carveout.review.dismissal import Dismissal, dismissal_of, everywhere, here
from carveout.review.edits import Dismiss

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from carveout.agreement.content import Finding
    from carveout.gui.session import Session
    from carveout.review.dismissal import Dismissed


class DismissalRow(QWidget):
    """Whether one finding was dismissed, by whom and why.

    A dismissal waits for its reason, without which there is none: Enter saves it, and so does turning to something
    else; Esc takes it back. `settled` says that a key ended it.
    """

    settled = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._finding: Finding | None = None
        self._pending: Dismissed | None = None
        self.here = self._button("Dismiss here", "Put this finding aside; it stays in the list of those dismissed")
        self.everywhere = self._button(
            "Dismiss everywhere", "Put aside all that the rule says of the same words in this matter"
        )
        self.again = self._button("Take up again", "Bring the finding back")
        self._reason = ReasonField(self)
        self._reason.setAcceptDrops(False)  # files are the window's
        self._reason.setPlaceholderText("Why? Enter dismisses it, Esc takes it back")
        self._reason.setAccessibleName("Reason for the dismissal")
        self._said = WrappedText("said", self)
        self._buttons = FlowLayout(across=4, down=4)
        self._lay_out()
        self.here.clicked.connect(self.dismiss_here)
        self.everywhere.clicked.connect(self.dismiss_everywhere)
        self.again.clicked.connect(self.take_up)
        self._reason.returnPressed.connect(self._on_entered)
        self._reason.left.connect(self.commit)
        self._reason.dismissed.connect(self._on_given_up)
        session.leaving.connect(self.commit)

    def add_beside(self, button: QPushButton) -> None:
        """Set another button into the row."""
        self._buttons.addWidget(button)

    def show_finding(self, finding: Finding | None) -> None:
        """Show how it stands with a finding, saving first what waits for its reason on the one before."""
        if finding != self._finding:
            self.commit()
            self._pending = None
        self._finding = finding
        self.refresh()

    def refresh(self) -> None:
        """Show the dismissal as the review has it."""
        found = self._found()
        waits = self._pending is not None
        self._reason.setVisible(waits)
        for button in (self.here, self.everywhere):
            button.setVisible(found is None)
            button.setEnabled(self._session.writable)
        self.again.setVisible(found is not None)
        self.again.setEnabled(self._session.writable)
        self._said.setVisible(found is not None and not waits)
        if found:
            dismissed, dismissal = found
            self._said.set_text(self._sentence(dismissed, dismissal))
            self._said.setToolTip(plain_tooltip(f"{dismissal.by}, {in_full(dismissal.at)}"))

    def dismiss_here(self) -> None:
        """Ask why this finding shall be dismissed."""
        reading = self._session.reading
        if reading is not None and self._finding is not None:
            self._ask(here(reading.text, self._finding))

    def dismiss_everywhere(self) -> None:
        """Ask why all that the rule says of these words shall be dismissed."""
        reading = self._session.reading
        if reading is not None and self._finding is not None:
            self._ask(everywhere(reading.text, self._finding))

    def take_up(self) -> None:
        """Take up again what was dismissed."""
        found = self._found()
        if found is not None and self._session.writable:
            self._session.do(Dismiss(found[0], found[1], None))
        self.refresh()

    def commit(self) -> None:
        """Save the dismissal that waits where a reason was given; without one nothing is dismissed."""
        waiting, self._pending = self._pending, None
        reason = self._reason.text().strip()
        if waiting is not None and reason:
            dismissal = Dismissal(reason, self._session.author, dt.datetime.now(dt.UTC))
            before = self._session.review.dismissals.get(waiting)
            if not self._session.do(Dismiss(waiting, before, dismissal)):
                self._pending = waiting
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what waits when the pane goes away."""
        super().hideEvent(event)
        if self._pending is not None:
            self.commit()

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("look", "verdict")
        button.setToolTip(plain_tooltip(tip))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        for button in (self.here, self.everywhere, self.again):
            self._buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._buttons)
        layout.addWidget(self._reason)
        layout.addWidget(self._said)

    def _ask(self, what: Dismissed) -> None:
        if not self._session.writable or self._found() is not None:
            return
        if self._pending is None:
            self._reason.clear()
        self._pending = what
        self.refresh()
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_entered(self) -> None:
        if self._reason.text().strip():
            self.commit()
            self.settled.emit()

    def _on_given_up(self) -> None:
        self._pending = None
        self.refresh()
        self.settled.emit()

    def _found(self) -> tuple[Dismissed, Dismissal] | None:
        reading = self._session.reading
        if reading is None or self._finding is None:
            return None
        return dismissal_of(self._session.review, reading.text, self._finding)

    def _sentence(self, dismissed: Dismissed, dismissal: Dismissal) -> str:
        by = "you" if dismissal.by == self._session.author else dismissal.by
        where = "everywhere" if dismissed.span is None else "here"
        return f"Dismissed {where} by {by}, {lately(dismissal.at)}: {dismissal.reason}"
