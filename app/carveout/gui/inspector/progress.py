"""How far the review of a clause has come, and the buttons that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carveout.gui.flow import FlowLayout
from carveout.gui.glyphs import glyph_of_state
from carveout.gui.inspector.choice import Choice
from carveout.gui.inspector.moments import in_full, lately
from carveout.gui.inspector.pill import TONE_OF_SEVERITY, Pill, Tone
from carveout.gui.labels import plain_tooltip
from carveout.review.coverage import state_of, worst_open_issue
from carveout.review.mark import State, furthest, second

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from carveout.agreement.reading import Reading
    from carveout.gui.appearance import Appearance
    from carveout.gui.session import Session
    from carveout.review.mark import Mark

MARKS = {State.UNREAD: "U", State.READ: "R", State.CLEARED: "C"}
"""The marks that a clause can bear, with the window's keys for them."""
_TONE = {State.UNREAD: Tone.NEUTRAL, State.READ: Tone.ACCENT, State.NOTED: Tone.ACCENT, State.CLEARED: Tone.GOOD}


def marked_for(reading: Reading, clause: int) -> int:
    """Return the clause that a mark made in `clause` is for: the representation that holds it, or else itself."""
    representation = reading.representation_holding(clause)
    return representation.clause if representation else clause


class ProgressRow(QWidget):
    """The state of a clause in pills, and a button for each mark that it can bear."""

    def __init__(self, session: Session, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._clause: int | None = None
        self._issue = Pill(appearance, self)
        self._state = Pill(appearance, self)
        pills = FlowLayout()
        pills.addWidget(self._issue)
        pills.addWidget(self._state)
        self._marks = Choice("Mark", [state.value for state in MARKS], self)
        for state, key in MARKS.items():
            self.button(state).setToolTip(plain_tooltip(f"Mark {state} ({key})"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(pills)
        layout.addWidget(self._marks)
        self._marks.chosen.connect(self._on_chosen)

    def button(self, state: State) -> QPushButton:
        """Return the button that makes a mark."""
        return self._marks.button(state.value)

    def show_clause(self, reading: Reading, clause: int) -> None:
        """Show the state of a clause as the review has it."""
        self._clause = clause
        review = self._session.review
        marks = review.marks.get(clause, ())
        own = review.mark_of(clause, self._session.author)
        severity = worst_open_issue(reading, review, clause)
        state = state_of(reading, review, clause)
        self._issue.setVisible(severity is not None)
        if severity:
            glyph = glyph_of_state(state, severity)
            self._issue.say(f"Open issue, {severity.value}", TONE_OF_SEVERITY[severity], glyph)
        self._state.setVisible(state is not State.UNREAD)  # the chosen button says that
        self._state.say(self._said(state, marks), _TONE[state], glyph_of_state(state, None))
        self._state.setToolTip(
            plain_tooltip("\n".join(f"{mark.state} by {mark.by}, {in_full(mark.at)}" for mark in marks))
        )
        self._marks.choose((own.state if own else State.UNREAD).value)
        self._marks.setEnabled(self._session.writable)

    def _said(self, state: State, marks: Sequence[Mark]) -> str:
        mark, signed_off = furthest(marks), second(marks)
        if mark is None:
            return state.value.capitalize()
        marked = f"{mark.state} by {self._named(mark)}, {lately(mark.at)}"
        if signed_off is not None:
            marked = f"{mark.state} by {self._named(mark)} and {self._named(signed_off)}, {lately(signed_off.at)}"
        return f"Noted, {marked}" if state is State.NOTED else marked[0].upper() + marked[1:]

    def _named(self, mark: Mark) -> str:
        return "you" if mark.by == self._session.author else mark.by

    def _on_chosen(self, state: str) -> None:
        if self._clause is not None and not self._session.mark(self._clause, State(state)):
            mark = self._session.review.mark_of(self._clause, self._session.author)
            self._marks.choose((mark.state if mark else State.UNREAD).value)
