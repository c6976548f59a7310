"""An annotation on a card: who said what of which words, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from carveout.gui.flow import FlowLayout
from carveout.gui.inspector.annotation_chips import AnnotationChips
from carveout.gui.inspector.annotation_head import AnnotationHead
from carveout.gui.inspector.elision import elided, quoted
from carveout.gui.inspector.linking import LinkChooser
from carveout.gui.inspector.links import link_to
from carveout.gui.inspector.passage import Passage
from carveout.gui.inspector.redlined import Proposed
from carveout.gui.inspector.thread import Thread
from carveout.gui.inspector.tied import Tied
from carveout.gui.inspector.wrapping import Quote
from carveout.gui.labels import plain_tooltip
from carveout.review.annotation import Status, Target
from carveout.review.redline import redline

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.gui.appearance import Appearance
    from carveout.gui.inspector.links import Link
    from carveout.gui.inspector.threads import Threads
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.review.annotation import Anchor, Annotation
    from carveout.review.story import Happening

_QUOTED = 160


class AnnotationCard(QFrame):
    """One annotation with its thread. `edit_wanted` carries its id; `left` says that a field on it was closed."""

    edit_wanted = Signal(str)
    left = Signal()

    def __init__(
        self,
        session: Session,
        place: Place,
        appearance: Appearance,
        threads: Threads,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._session = session
        self._place = place
        self._threads = threads
        self._annotation: Annotation | None = None
        self._story: tuple[Happening, ...] = ()
        self._head = AnnotationHead(session, appearance, self)
        self._quote = Quote(self)
        self._comment = Passage("comment", self)
        self._appearance = appearance
        self._proposed: Proposed | None = None
        self._chips = AnnotationChips(appearance, self)
        self._tied = Tied(session, place, self)
        self._chooser: LinkChooser | None = None
        self._thread = Thread(session, threads, self)
        self._edit = self._action("Edit", "Change it")
        self._reply = self._action("Reply", "Answer it (Shift+R)")
        self._resolve = self._action("Resolve", "Say whether it still asks for something (V)")
        self._link = self._action("Link to…", "Tie it to a clause or another note (L)")
        self._copy = self._action("Copy wording", "Copy the proposed wording as text")
        self._withdraw = self._action("Withdraw", "Take it away; undo brings it back")
        self._lay_out()
        self._quote.clicked.connect(self._on_words_wanted)
        self._head.words_wanted.connect(self._on_words_wanted)
        self._edit.clicked.connect(self._on_edit)
        self._resolve.clicked.connect(self._on_resolve)
        self._withdraw.clicked.connect(self._on_withdraw)
        self._reply.clicked.connect(self.begin_reply)
        self._link.clicked.connect(self.begin_link)
        self._copy.clicked.connect(self._on_copy)
        self._thread.left.connect(self.left)

    @property
    def annotation(self) -> Annotation | None:
        """The annotation on the card."""
        return self._annotation

    @property
    def answers(self) -> Thread:
        """What came after the annotation."""
        return self._thread

    @property
    def chips(self) -> AnnotationChips:
        """What is said of it in a word each."""
        return self._chips

    @property
    def tied(self) -> Tied:
        """What it is linked to."""
        return self._tied

    def show_annotation(self, reading: Reading, annotation: Annotation) -> None:
        """Show an annotation of a reading."""
        for action in (self._edit, self._reply, self._resolve, self._link, self._withdraw):
            action.setEnabled(self._session.writable)
        story = self._threads.story(annotation.id)
        self._tied.show_links(reading, annotation.id)
        self._chips.show_annotation(annotation)
        self._thread.show_thread(annotation, story)
        if annotation == self._annotation and story == self._story:
            return
        if self._chooser is not None and self._annotation is not None and annotation.id != self._annotation.id:
            self._chooser.hide()
        self._annotation, self._story = annotation, story
        link = link_to(reading, annotation.anchor.clause, annotation.anchor.span)
        self.setAccessibleName(f"{annotation.kind.value.capitalize()} on {link.text} by {annotation.author}")
        self._head.show_annotation(annotation, story, link)
        self._show_quote(annotation.anchor, link)
        self._comment.set_text(annotation.comment)
        self._comment.setVisible(bool(annotation.comment))
        self._show_proposed(annotation)
        self._resolve.setText("Reopen" if annotation.status is Status.RESOLVED else "Resolve")

    def begin_reply(self) -> None:
        """Open the field for a reply."""
        if self._session.writable:
            self._thread.begin()

    def begin_link(self) -> None:
        """Ask what it shall be linked to."""
        if self._annotation and self._session.writable:
            self._choosing().begin(self._annotation.id)

    def _action(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("look", "quiet")
        button.setToolTip(plain_tooltip(tip))
        return button

    def _lay_out(self) -> None:
        actions = FlowLayout(across=2, down=2)
        for action in (self._edit, self._reply, self._resolve, self._link, self._copy, self._withdraw):
            actions.addWidget(action)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 8)
        layout.setSpacing(6)
        layout.addWidget(self._head)
        layout.addWidget(self._quote)
        layout.addWidget(self._comment)
        layout.addWidget(self._chips)
        layout.addWidget(self._tied)
        layout.addWidget(self._thread)
        layout.addLayout(actions)

    def _choosing(self) -> LinkChooser:
        """Return the chooser, which is made when it is first wanted: there may be many cards."""
        if self._chooser is None:
            self._chooser = LinkChooser(self._session, self)
            self._chooser.chosen.connect(self._on_link_chosen)
            self._chooser.left.connect(self.left)
            self._column.insertWidget(self._column.indexOf(self._thread) + 1, self._chooser)
            QWidget.setTabOrder(self._thread, self._chooser.field)
        return self._chooser

    def _show_proposed(self, annotation: Annotation) -> None:
        self._copy.setVisible(bool(annotation.proposed))
        if annotation.proposed:
            if self._proposed is None:
                self._proposed = Proposed(self._appearance, self)
                self._column.insertWidget(self._column.indexOf(self._comment) + 1, self._proposed)
            self._proposed.set_runs(redline(annotation.anchor.quote, annotation.proposed))
        if self._proposed is not None:
            self._proposed.setVisible(bool(annotation.proposed))

    def _show_quote(self, anchor: Anchor, link: Link) -> None:
        self._quote.setVisible(anchor.target is not Target.CLAUSE)
        self._quote.set_words(quoted(elided(anchor.quote, _QUOTED)))
        self._quote.setToolTip(plain_tooltip(f"Show the words in the text: {link.tip}"))

    def _on_words_wanted(self) -> None:
        if self._annotation:
            self._place.go(self._annotation.anchor.clause, self._annotation.anchor.span)

    def _on_edit(self) -> None:
        if self._annotation:
            self.edit_wanted.emit(self._annotation.id)

    def _on_resolve(self) -> None:
        if self._annotation:
            resolved = self._annotation.status is Status.RESOLVED
            self._session.revise(self._annotation.id, status=Status.OPEN if resolved else Status.RESOLVED)

    def _on_withdraw(self) -> None:
        if self._annotation:
            self._session.withdraw(self._annotation.id)

    def _on_copy(self) -> None:
        if self._annotation:
            QGuiApplication.clipboard().setText(self._annotation.proposed)

    def _on_link_chosen(self, end: object) -> None:
        if self._annotation and isinstance(end, str | int):
            self._session.link(self._annotation.id, end)
