"""The head of an annotation's card: who made it and when, what it is, for whom, and on which clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from carveout.gui.glyphs import Glyph, glyph_of_state
from carveout.gui.inspector.disc import Disc
from carveout.gui.inspector.links import button_text
from carveout.gui.inspector.moments import in_full, lately
from carveout.gui.inspector.pill import TONE_OF_SEVERITY, Pill, Tone
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.labels import PlainLabel, plain_tooltip
from carveout.review.annotation import Status, Visibility
from carveout.review.mark import State

if TYPE_CHECKING:
    from carveout.gui.appearance import Appearance
    from carveout.gui.inspector.links import Link
    from carveout.gui.session import Session
    from carveout.review.annotation import Annotation
    from carveout.review.story import Happening

_SHARES = {
    Visibility.INTERNAL: (Glyph.INTERNAL, "Internal: for the reviewers alone"),
    Visibility.SHARED: (Glyph.SHARED, "To share: for whoever the memo goes to"),
}


class AnnotationHead(QWidget):
    """Says it in two lines. `words_wanted` says that the way to the words was taken."""

    words_wanted = Signal()

    def __init__(self, session: Session, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._disc = Disc(appearance, self)
        self._author = WrappedText("author", self)
        self._at = PlainLabel("", self, name="muted")
        self._kind = Pill(appearance, self)
        self._shares = Pill(appearance, self)
        self._where = QPushButton(self)
        self._where.setProperty("look", "link")
        self._where.clicked.connect(self.words_wanted)
        self._lay_out()

    def show_annotation(self, annotation: Annotation, story: tuple[Happening, ...], link: Link) -> None:
        """Show who made an annotation, with its story in a tip, and the link to its words."""
        mine = annotation.author == self._session.author
        shown = self._session.review.reviewers.get(annotation.author)
        self._disc.show_author(annotation.author, mine=mine, shown=shown)
        self._author.set_text(f"{annotation.author} (you)" if mine else annotation.author)
        self._at.setText(lately(annotation.at))
        self._at.setToolTip(plain_tooltip(_told(annotation, story)))
        self._where.setText(button_text(link.text))
        self._where.setToolTip(plain_tooltip(link.tip))
        self._say_kind(annotation)

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(0)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self._disc, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._author, 0, 1)
        layout.addWidget(self._at, 1, 1)
        said = QHBoxLayout()
        said.setSpacing(4)
        said.addWidget(self._shares)
        said.addWidget(self._kind)
        layout.addLayout(said, 0, 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._where, 1, 2, Qt.AlignmentFlag.AlignRight)

    def _say_kind(self, annotation: Annotation) -> None:
        glyph, tip = _SHARES[annotation.visibility]
        self._shares.say("", Tone.NEUTRAL, glyph)
        self._shares.setAccessibleName(glyph.value)
        self._shares.setToolTip(plain_tooltip(tip))
        if annotation.status is Status.RESOLVED:
            self._kind.say(f"{annotation.kind.value.capitalize()}, resolved", Tone.GOOD, Glyph.CLEARED)
        elif annotation.severity:
            shape = glyph_of_state(State.NOTED, annotation.severity)
            self._kind.say(f"Issue, {annotation.severity.value}", TONE_OF_SEVERITY[annotation.severity], shape)
        else:
            self._kind.say(annotation.kind.value.capitalize(), Tone.NEUTRAL)


def _told(annotation: Annotation, story: tuple[Happening, ...]) -> str:
    """Return the history of an annotation, a line each."""
    lines = [f"{one.act.capitalize()} by {one.by}, {in_full(one.at)}" for one in story]
    return "\n".join(lines) if lines else in_full(annotation.at)
