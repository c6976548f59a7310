"""An annotation on a card: who said what of which words, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carveout.gui.glyphs import Glyph, glyph_of_state
from carveout.gui.inspector.disc import Disc
from carveout.gui.inspector.elision import elided, quoted
from carveout.gui.inspector.links import button_text, link_to
from carveout.gui.inspector.moments import in_full, lately
from carveout.gui.inspector.passage import Passage
from carveout.gui.inspector.pill import TONE_OF_SEVERITY, Pill, Tone
from carveout.gui.inspector.wrapping import Quote, WrappedText
from carveout.gui.labels import PlainLabel, plain_tooltip
from carveout.review.annotation import Status, Target
from carveout.review.mark import State

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.gui.appearance import Appearance
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.review.annotation import Annotation

_QUOTED = 160


class AnnotationCard(QFrame):
    """One annotation. `edit_wanted` carries its id."""

    edit_wanted = Signal(str)

    def __init__(self, session: Session, place: Place, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._session = session
        self._place = place
        self._annotation: Annotation | None = None
        self._disc = Disc(appearance, self)
        self._author = WrappedText("author", self)
        self._at = PlainLabel("", self, name="muted")
        self._kind = Pill(appearance, self)
        self._where = QPushButton(self)
        self._where.setProperty("look", "link")
        self._quote = Quote(self)
        self._comment = Passage("comment", self)
        self._proposal = PlainLabel("Proposed wording", self, name="lead")
        self._proposed = Passage("wording", self)
        self._edit = self._action("Edit")
        self._resolve = self._action("Resolve")
        self._withdraw = self._action("Withdraw")
        self._withdraw.setToolTip(plain_tooltip("Take it away; undo brings it back"))
        self._lay_out()
        self._quote.clicked.connect(self._on_words_wanted)
        self._where.clicked.connect(self._on_words_wanted)
        self._edit.clicked.connect(self._on_edit)
        self._resolve.clicked.connect(self._on_resolve)
        self._withdraw.clicked.connect(self._on_withdraw)

    @property
    def annotation(self) -> Annotation | None:
        """The annotation on the card."""
        return self._annotation

    def show_annotation(self, reading: Reading, annotation: Annotation) -> None:
        """Show an annotation of a reading."""
        for action in (self._edit, self._resolve, self._withdraw):
            action.setEnabled(self._session.writable)
        if annotation == self._annotation:
            return
        self._annotation = annotation
        mine = annotation.author == self._session.author
        shown = self._session.review.reviewers.get(annotation.author)
        self._disc.show_author(annotation.author, mine=mine, shown=shown)
        self._author.set_text(f"{annotation.author} (you)" if mine else annotation.author)
        self._at.setText(lately(annotation.at))
        self._at.setToolTip(plain_tooltip(in_full(annotation.at)))
        self._say_kind(annotation)
        self._show_anchor(reading, annotation)
        self._comment.set_text(annotation.comment)
        self._comment.setVisible(bool(annotation.comment))
        self._proposed.set_text(annotation.proposed)
        for widget in (self._proposal, self._proposed):
            widget.setVisible(bool(annotation.proposed))
        self._resolve.setText("Reopen" if annotation.status is Status.RESOLVED else "Resolve")

    def _action(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("look", "quiet")
        return button

    def _lay_out(self) -> None:
        head = QGridLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setHorizontalSpacing(8)
        head.setVerticalSpacing(0)
        head.setColumnStretch(1, 1)
        head.addWidget(self._disc, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._author, 0, 1)
        head.addWidget(self._at, 1, 1)
        head.addWidget(self._kind, 0, 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._where, 1, 2, Qt.AlignmentFlag.AlignRight)
        actions = QHBoxLayout()
        actions.setSpacing(4)
        for action in (self._edit, self._resolve, self._withdraw):
            actions.addWidget(action)
        actions.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 8)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._quote)
        layout.addWidget(self._comment)
        layout.addWidget(self._proposal)
        layout.addWidget(self._proposed)
        layout.addLayout(actions)

    def _say_kind(self, annotation: Annotation) -> None:
        if annotation.status is Status.RESOLVED:
            self._kind.say(f"{annotation.kind.value.capitalize()}, resolved", Tone.GOOD, Glyph.CLEARED)
        elif annotation.severity:
            glyph = glyph_of_state(State.NOTED, annotation.severity)
            self._kind.say(f"Issue, {annotation.severity.value}", TONE_OF_SEVERITY[annotation.severity], glyph)
        else:
            self._kind.say(annotation.kind.value.capitalize(), Tone.NEUTRAL)

    def _show_anchor(self, reading: Reading, annotation: Annotation) -> None:
        anchor = annotation.anchor
        link = link_to(reading, anchor.clause, anchor.span)
        self._where.setText(button_text(link.text))
        self._where.setToolTip(plain_tooltip(link.tip))
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
