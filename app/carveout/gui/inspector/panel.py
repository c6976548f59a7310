"""The right pane: the clause that counsel is in, what was found there, and her notes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from carveout.gui.inspector.findings import make_ready
from carveout.gui.inspector.focus_before import FocusBefore
from carveout.gui.inspector.heading import Heading
from carveout.gui.inspector.laying_out import laid_out_once
from carveout.gui.inspector.notes import Notes
from carveout.gui.inspector.progress import marked_for
from carveout.gui.inspector.revealing import Revealing
from carveout.gui.inspector.sections import Sections
from carveout.gui.inspector.stops import stops_in
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.together.conflict_cards import ConflictCards
from carveout.review.anchoring import on_carveout, on_clause
from carveout.review.annotation import AnnotationKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.content import Carveout
    from carveout.agreement.span import Span
    from carveout.gui.appearance import Appearance
    from carveout.gui.changes import Changes
    from carveout.gui.inspector.annotation_card import AnnotationCard
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.review.annotation import Anchor
    from carveout.review.mark import Verdict

_NO_DOCUMENT = "No document is open. Open an agreement to see here what was found in it."
_NO_CLAUSE = "Choose a clause in the outline or in the text to see what was found in it."
_READ_ONLY = "This matter is open for reading only. Notes, marks and decisions can't be changed here."


class InspectorPanel(QScrollArea):
    """Heading, qualifiers, carve-outs, gaps and notes of the clause that the place names.

    `template_wanted` carries the editor of a note that asks for one.
    """

    template_wanted = Signal(object)

    def __init__(self, session: Session, place: Place, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAccessibleName("Inspector")
        self.setMinimumWidth(300)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._session = session
        self._place = place
        self._clause: int | None = None
        self._focus = FocusBefore(self)
        self._notice = WrappedText("notice")
        self._notice.set_text(_READ_ONLY)
        self._empty = WrappedText("emptyState")
        self._heading = Heading(session, place, appearance)
        self._conflicts = ConflictCards(session, appearance)
        self._sections = Sections(session, place, appearance)
        self._carveouts = self._sections.carveouts
        self._noted = QFrame()
        self._noted.setObjectName("section")
        self._notes = Notes(session, place, appearance)
        self._content = self._laid_out()
        self._revealing = Revealing(self, self._content)
        session.opened.connect(self._on_opened)
        session.outlined.connect(self._on_outlined)
        session.changed.connect(self._on_changed)
        session.closely_read.connect(self._on_closely_read)
        place.moved.connect(self._on_moved)
        place.arrived.connect(self._show_clause)
        self._sections.filled.connect(self._on_filled)
        self._carveouts.issue_wanted.connect(self.raise_issue)
        self._carveouts.settled.connect(self._focus.give_back_if_taken)
        self._notes.note_wanted.connect(self._on_note_wanted)
        self._notes.revealed.connect(self._revealing.reveal)
        self._notes.left.connect(self._focus.give_back)
        self._notes.template_wanted.connect(self.template_wanted)
        self._on_opened()

    def begin(self, kind: AnnotationKind, anchor: Anchor) -> None:
        """Open the editor for a new annotation on the anchor's words, the focus in its comment."""
        reading = self._session.reading
        if reading is None or not self._session.writable:
            return
        self._focus.remember()
        if self._clause is None or not reading.outline[self._clause].span.holds(anchor.span):
            self._place.go(anchor.clause, anchor.span)
        self._notes.begin(kind, anchor)

    def raise_issue(self, carveout: Carveout) -> None:
        """Open the editor for an issue on the words of a carve-out."""
        reading = self._session.reading
        if reading is not None:
            self.raise_issue_on(on_carveout(reading, carveout))

    def raise_issue_on(self, anchor: Anchor) -> None:
        """Open the editor for an issue on an anchor."""
        self.begin(AnnotationKind.ISSUE, anchor)

    def edit(self, annotation: str) -> None:
        """Open the editor on an annotation, going where it stands."""
        if self._session.writable and self.show_note(annotation) is not None:
            self._focus.remember()
            self._notes.edit(annotation)

    def show_note(self, annotation: str) -> AnnotationCard | None:
        """Bring the card of an annotation into view, going where it stands; None where there is none."""
        reading, found = self._session.reading, self._session.review.annotations.get(annotation)
        if reading is None or found is None:
            return None
        if self._clause is None or not reading.outline[self._clause].span.holds(found.anchor.span):
            self._place.go(found.anchor.clause, found.anchor.span)
        return self._notes.show_card(annotation)

    def open_note(self, annotation: str) -> None:
        """Bring the card of an annotation into view and give it the focus; closing what opens on it gives it back."""
        card = self.show_note(annotation)
        if card is not None:
            self._focus.remember()
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def decide(self, verdict: Verdict) -> None:
        """Choose a verdict on the carve-out that counsel went to, or the clause's first, and ask for the reason."""
        span = self._place.span
        card = (self._carveouts.card(span) if span else None) or self._carveouts.first()
        if card is not None:
            self._focus.remember()
            self._revealing.reveal(card)
            card.choose(verdict)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  (Qt's signature)
        """Let Tab go through the pane as it is read, whatever was made first."""
        for one, other in pairwise((self, *stops_in(self))):
            QWidget.setTabOrder(one, other)
        return super().focusNextPrevChild(forward)

    def _laid_out(self) -> QWidget:
        noted = QVBoxLayout(self._noted)
        noted.setContentsMargins(0, 8, 0, 0)
        noted.addWidget(self._notes)
        content = QWidget()
        content.setObjectName("inspectorContent")
        layout = QVBoxLayout(content)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        for widget in (
            self._notice,
            self._empty,
            self._heading,
            self._conflicts,
            self._sections,
            self._noted,
        ):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.setWidget(content)
        return content

    def _on_opened(self) -> None:
        self._notes.clear()
        self._sections.stop()
        self._clause = None
        if self._session.reading is not None:
            make_ready()
        self._notice.setVisible(self._session.matter is not None and not self._session.writable)
        self._empty.set_text(_NO_CLAUSE if self._session.reading else _NO_DOCUMENT)
        self._empty.show()
        for widget in (self._heading, self._sections, self._noted):
            widget.hide()

    def _on_moved(self, clause: int, span: Span | None) -> None:
        self._show_clause(clause)
        card = self._carveouts.card(span) if span else None
        if card:
            self._revealing.reveal(card)
        else:
            self.verticalScrollBar().setValue(0)

    def _show_clause(self, clause: int) -> None:
        reading = self._session.reading
        if reading is None:
            return
        self._clause = clause
        with laid_out_once(self._content):
            self._empty.hide()
            self._heading.show_clause(reading, clause)
            self._heading.show()
            self._conflicts.show_clause(clause)
            self._sections.show_clause(reading, clause)
            self._notes.show_clause(reading, clause, bare=self._sections.bare)
            self._noted.show()

    def _on_closely_read(self) -> None:
        reading = self._session.reading
        if reading is not None and self._clause is not None:
            self._sections.fill_in(reading, self._clause, self._revealing.in_place)

    def _on_filled(self) -> None:
        self._notes.tell(bare=self._sections.bare)

    def _on_outlined(self, moved: Callable[[int], int]) -> None:
        self._clause = None if self._clause is None else moved(self._clause)
        self._notes.carry(moved)

    def _on_changed(self, changes: Changes) -> None:
        reading = self._session.reading
        if reading is None or self._clause is None:
            return
        if changes.outline:
            self._show_clause(self._clause)
            return
        if marked_for(reading, self._clause) in changes.clauses:
            self._heading.show_clause(reading, self._clause)
        self._carveouts.refresh(changes.carveouts)
        if changes.findings:
            self._sections.show_findings(reading, self._clause)
            self._notes.tell(bare=self._sections.bare)
        if changes.annotations:
            self._notes.refresh()

    def _on_note_wanted(self) -> None:
        reading = self._session.reading
        if reading is not None and self._clause is not None:
            self.begin(AnnotationKind.NOTE, on_clause(reading, self._clause))
