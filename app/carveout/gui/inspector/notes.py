"""The annotations on a clause, one card each, and the writing of new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carveout.gui.inspector.annotation_card import AnnotationCard
from carveout.gui.inspector.cards import Cards
from carveout.gui.inspector.editors import Editors
from carveout.gui.inspector.laying_out import laid_out_once
from carveout.gui.inspector.links import LinkGroup, LinkGroups, link_to
from carveout.gui.inspector.threads import Threads
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.labels import PlainLabel, plain_tooltip
from carveout.review.coverage import annotations_within

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span
    from carveout.gui.appearance import Appearance
    from carveout.gui.inspector.editor import AnnotationEditor
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.review.annotation import Anchor, Annotation, AnnotationKind

PAGE = 10
"""Cards shown at first, and with each asking for more."""
_AT_ONCE = 3
"""Cards made in one turn of the event loop: one takes some milliseconds."""
_ADDS = (
    "Add a note on this clause. The keys N for a note, I for an issue, Q for a question and P for a proposal take the "
    "words that are selected in the text."
)


class Notes(QWidget):
    """The notes of one clause and of those below it.

    An editor stays open for its words until it is saved or given up: elsewhere it is out of sight, and named as
    unfinished. It is saved when the matter leaves the desk. `note_wanted` says that the button for a new note was
    pressed, `revealed` carries the editor or card that should be in view, `left` says that an editor was closed by
    hand, `template_wanted` carries the editor that asks for one.
    """

    note_wanted = Signal()
    revealed = Signal(QWidget)
    left = Signal()
    template_wanted = Signal(object)

    def __init__(self, session: Session, place: Place, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._place = place
        self._appearance = appearance
        self._reading: Reading | None = None
        self._clause = 0
        self._most = PAGE
        self._made = _AT_ONCE
        self._next_turn = QTimer(self)
        self._next_turn.setSingleShot(True)
        self._next_turn.timeout.connect(self._make_more)
        self._list = QVBoxLayout()
        self._editors = Editors(session, self._list, self)
        self._threads = Threads(session)
        self._cards = Cards(self._card, self)
        self._count = PlainLabel("", self, name="sectionCount")
        self._add = QPushButton("+ Add", self)
        self._add.setProperty("look", "quiet")
        self._add.setToolTip(plain_tooltip(_ADDS))
        self._unfinished = LinkGroups(place, self)
        self._empty = WrappedText("emptyState", self)
        self._more = QPushButton(self)
        self._more.setProperty("look", "link")
        self._lay_out()
        self._add.clicked.connect(self.note_wanted)
        self._more.clicked.connect(self._on_more)
        self._editors.closed.connect(self._on_closed)
        self._editors.template_wanted.connect(self.template_wanted)
        session.leaving.connect(self._threads.send_all)

    def show_clause(self, reading: Reading, clause: int, *, bare: bool) -> None:
        """Show the notes of a clause; `bare` as in `tell`."""
        if reading is not self._reading or clause != self._clause:
            self._most, self._made = PAGE, _AT_ONCE
        self._reading, self._clause = reading, clause
        self.tell(bare=bare)
        self.refresh()

    def tell(self, *, bare: bool) -> None:
        """Say what to do where there is no note; `bare` says that nothing else was found in the clause."""
        self._empty.set_text("Nothing found here. N adds a note." if bare else "No notes yet. N adds one.")

    def refresh(self) -> None:
        """Show the notes as the review has them; cards that nothing touched stay as they are."""
        if self._reading is None:
            return
        annotations = annotations_within(self._reading, self._session.review, self._clause)
        within = self._reading.outline[self._clause].span
        self._editors.drop_untouched(within)
        wanted = min(self._most, len(annotations))
        with laid_out_once(self):
            self._set_out(self._reading, annotations[: min(wanted, self._made)])
        if self._made < wanted:
            self._next_turn.start()
        left = len(annotations) - self._most
        self._more.setVisible(left > 0)
        self._more.setText(f"Show {min(PAGE, left)} more of {len(annotations)}")
        self._count.setText(str(len(annotations)) if annotations else "")
        self._empty.setVisible(not annotations and not any(within.holds(e.anchor.span) for e in self._editors))
        self._add.setEnabled(self._session.writable)
        self._name_unfinished(self._reading, within)

    def begin(self, kind: AnnotationKind, anchor: Anchor) -> None:
        """Open the editor for a new annotation, or the one that is open on the same words already."""
        editor = self._editors.on(anchor)
        self.refresh()
        editor.begin(kind)
        self.revealed.emit(editor)

    def carry(self, moved: Callable[[int], int]) -> None:
        """Keep what is being written where it is while every clause gets the id that `moved` returns for it."""
        self._editors.carry(moved)

    def clear(self) -> None:
        """Forget every note and every editor: another document is on the desk."""
        self._editors.clear()
        self._threads.words.clear()
        self._reading = None

    def edit(self, annotation: str) -> None:
        """Open the editor on an annotation, or the one that is open on it already."""
        editor = self._editors.of(self._session.review.annotations[annotation])
        self.refresh()
        self.revealed.emit(editor)

    def show_card(self, annotation: str) -> AnnotationCard | None:
        """Bring the card of an annotation into view, those before it too where it isn't shown yet."""
        if self._reading is None:
            return None
        ids = [a.id for a in annotations_within(self._reading, self._session.review, self._clause)]
        if annotation not in ids:
            return None
        number = ids.index(annotation) + 1
        if number > min(self._most, self._made):
            self._most, self._made = max(self._most, number), max(self._made, number)
            self.refresh()
        card = self._cards.of(annotation)
        self.revealed.emit(card)
        return card

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(PlainLabel("NOTES", self, name="sectionTitle"))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self._add)
        head.addWidget(PlainLabel("N", self, name="key"))
        self._list.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._unfinished)
        layout.addLayout(self._list)
        layout.addWidget(self._more)
        layout.addWidget(self._empty)

    def _set_out(self, reading: Reading, annotations: tuple[Annotation, ...]) -> None:
        self._cards.keep({annotation.id for annotation in annotations})
        for position, widget in enumerate(self._in_order(reading, annotations)):
            if self._list.indexOf(widget) != position:
                self._list.insertWidget(position, widget)
            widget.show()

    def _in_order(self, reading: Reading, annotations: tuple[Annotation, ...]) -> Iterator[QWidget]:
        within, revising = reading.outline[self._clause].span, self._editors.revising
        for editor in self._editors:
            in_sight = within.holds(editor.anchor.span)
            editor.setVisible(in_sight)
            if in_sight and editor.revised is None:
                yield editor
        for annotation in annotations:
            card = self._cards.of(annotation.id)
            card.show_annotation(reading, annotation)
            card.setVisible(annotation.id not in revising)
            yield revising.get(annotation.id, card)

    def _card(self) -> AnnotationCard:
        card = AnnotationCard(self._session, self._place, self._appearance, self._threads, self)
        card.edit_wanted.connect(self.edit)
        card.left.connect(self.left)
        return card

    def _name_unfinished(self, reading: Reading, within: Span) -> None:
        begun = [*(editor.anchor for editor in self._editors), *self._threads.begun()]
        links = tuple(link_to(reading, a.clause, a.span) for a in begun if not within.holds(a.span))
        self._unfinished.show_groups([LinkGroup("Unfinished in", links)])

    def _on_closed(self, editor: AnnotationEditor) -> None:
        self.refresh()
        card = self._cards.shown(editor.revised)
        if card is not None:
            self.revealed.emit(card)
        self.left.emit()

    def _make_more(self) -> None:
        self._made += _AT_ONCE
        self.refresh()

    def _on_more(self) -> None:
        self._most += PAGE
        self.refresh()
