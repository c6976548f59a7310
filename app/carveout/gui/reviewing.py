"""The reviewer's own actions: annotate the words she is at, mark the clause, go to the next of a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from carveout.agreement.citation import cite
from carveout.review.anchoring import on_carveout, on_clause, on_span
from carveout.review.annotation import AnnotationKind
from carveout.review.coverage import state_of
from carveout.review.mark import State, Verdict, second

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from carveout.agreement.reading import Reading
    from carveout.gui.inspector.panel import InspectorPanel
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.gui.text.pane import TextPane
    from carveout.review.annotation import Anchor


class Reviewing:
    """What the Review and Go menus do, on the session and the place."""

    def __init__(self, session: Session, place: Place, text: TextPane, inspector: InspectorPanel) -> None:
        self._session = session
        self._place = place
        self._text = text
        self._inspector = inspector

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what to call by the names of the actions."""
        return {
            "note": self.add_note,
            "issue": self.raise_issue,
            "question": self.ask_question,
            "proposal": self.propose_wording,
            "read": self.mark_read,
            "clear": self.mark_cleared,
            "unread": self.mark_unread,
            "accept": self.accept_carveout,
            "narrow": self.narrow_carveout,
            "strike": self.strike_carveout,
            "next_unread": self.go_to_next_unread,
            "next_without_sign_off": self.go_to_next_without_sign_off,
            "next_representation": self.go_to_next_representation,
            "previous_representation": self.go_to_previous_representation,
            "next_carveout": self.go_to_next_carveout,
            "previous_carveout": self.go_to_previous_carveout,
            "next_clause": self.go_to_next_clause,
            "previous_clause": self.go_to_previous_clause,
            "forward": self._place.forward,
            "copy_citation": self.copy_citation,
        }

    def add_note(self) -> None:
        """Begin a note on the selected words, or else on the clause."""
        self._begin(AnnotationKind.NOTE)

    def raise_issue(self) -> None:
        """Begin an issue."""
        self._begin(AnnotationKind.ISSUE)

    def ask_question(self) -> None:
        """Begin a question."""
        self._begin(AnnotationKind.QUESTION)

    def propose_wording(self) -> None:
        """Begin a proposal."""
        self._begin(AnnotationKind.PROPOSAL)

    def mark_read(self) -> None:
        """Mark the representation, or else the clause, read."""
        self._mark(State.READ)

    def mark_cleared(self) -> None:
        """Mark it cleared."""
        self._mark(State.CLEARED)

    def mark_unread(self) -> None:
        """Take the mark off."""
        self._mark(State.UNREAD)

    def accept_carveout(self) -> None:
        """Accept the carve-out at hand and ask for the reason."""
        self._inspector.decide(Verdict.ACCEPT)

    def narrow_carveout(self) -> None:
        """Ask for it to be narrowed."""
        self._inspector.decide(Verdict.NARROW)

    def strike_carveout(self) -> None:
        """Ask for it to be struck."""
        self._inspector.decide(Verdict.STRIKE)

    def go_to_next_unread(self) -> None:
        """Go to the next representation that nobody has read, from the top again after the last."""
        reading, review = self._session.reading, self._session.review
        if reading is None:
            return
        self._go_round(
            [r.clause for r in reading.representations if state_of(reading, review, r.clause) is State.UNREAD]
        )

    def go_to_next_without_sign_off(self) -> None:
        """Go to the next representation that no second reader has cleared, from the top again after the last."""
        marks = self._session.review.marks
        self._go_round([clause for clause in self._representations() if second(marks.get(clause, ())) is None])

    def go_to_next_representation(self) -> None:
        """Go to the next representation."""
        self._go_among(self._representations(), 1)

    def go_to_previous_representation(self) -> None:
        """Go to the one before."""
        self._go_among(self._representations(), -1)

    def go_to_next_clause(self) -> None:
        """Go to the next clause of the outline."""
        reading = self._session.reading
        self._go_among(range(len(reading.outline)) if reading else (), 1)

    def go_to_previous_clause(self) -> None:
        """Go to the one before."""
        reading = self._session.reading
        self._go_among(range(len(reading.outline)) if reading else (), -1)

    def go_to_next_carveout(self) -> None:
        """Go to the next carve-out and frame its words."""
        self._go_to_carveout(1)

    def go_to_previous_carveout(self) -> None:
        """Go to the one before."""
        self._go_to_carveout(-1)

    def copy_citation(self) -> None:
        """Put `Section 3.18 (p. 17, ll. 907–914)` on the clipboard, for the selected words or else the clause."""
        reading, clause, span = self._session.reading, self._place.clause, self._text.selection()
        if reading is None or clause is None:
            return
        at = reading.outline.at(span.start) if span else None
        QGuiApplication.clipboard().setText(cite(reading, clause if at is None else at, span))

    def _begin(self, kind: AnnotationKind) -> None:
        reading = self._session.reading
        anchor = self._anchor(reading) if reading else None
        if anchor is not None:
            self._inspector.begin(kind, anchor)

    def _anchor(self, reading: Reading) -> Anchor | None:
        span = self._text.selection() or self._place.span
        if span is None:
            return on_clause(reading, self._place.clause) if self._place.clause is not None else None
        carveout = next((c for c in reading.carveouts if c.span == span), None)
        if carveout is not None:
            return on_carveout(reading, carveout)
        return on_span(reading, span) if span.of(reading.text).strip() else None

    def _mark(self, state: State) -> None:
        reading, clause = self._session.reading, self._place.clause
        if reading is None or clause is None:
            return
        representation = reading.representation_holding(clause)
        self._session.mark(representation.clause if representation else clause, state)

    def _representations(self) -> list[int]:
        reading = self._session.reading
        return [r.clause for r in reading.representations] if reading else []

    def _go_round(self, clauses: Sequence[int]) -> None:
        after = [clause for clause in clauses if clause > (-1 if self._place.clause is None else self._place.clause)]
        if clauses:
            self._place.go((after or clauses)[0])

    def _go_among(self, clauses: Sequence[int], step: int) -> None:
        here = -1 if self._place.clause is None else self._place.clause
        ahead = [c for c in clauses if c > here] if step > 0 else [c for c in reversed(clauses) if c < here]
        if ahead:
            self._place.go(ahead[0])

    def _go_to_carveout(self, step: int) -> None:
        reading = self._session.reading
        if reading is None or not reading.carveouts:
            return
        clause, span = self._place.clause, self._place.span
        here = span.start if span else reading.outline[clause].start - 1 if clause is not None else -1
        ahead = [c for c in reading.carveouts if c.span.start > here]
        behind = [c for c in reading.carveouts if c.span.start < here]
        found = ahead[:1] if step > 0 else behind[-1:]
        if found:
            self._place.go(found[0].clause, found[0].span)
