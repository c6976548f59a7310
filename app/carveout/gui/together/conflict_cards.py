"""The conflicts in a clause, a card each: what every side would have, by whom and when, and the keeping of one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from carveout.agreement.citation import short
from carveout.gui.flow import FlowLayout
from carveout.gui.glyphs import Glyph
from carveout.gui.inspector.links import button_text
from carveout.gui.inspector.moments import in_full, lately
from carveout.gui.inspector.passage import Passage
from carveout.gui.inspector.pill import Pill, Tone
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.labels import plain_tooltip
from carveout.review.disputed import differs_in, is_about_standing, place_of, side_in_words, subject_of
from carveout.review.edits import Settle
from carveout.review.settling import settled_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.gui.appearance import Appearance
    from carveout.gui.session import Session
    from carveout.review.conflict import Conflict, Side


class ConflictCards(QWidget):
    """The conflicts whose place is in a clause, and those that have no place, in any."""

    def __init__(self, session: Session, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._appearance = appearance
        self._clause: int | None = None
        self._shown: tuple[Conflict, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        session.changed.connect(self._refresh)
        session.opened.connect(self._on_opened)
        self.hide()

    def show_clause(self, clause: int) -> None:
        """Show the conflicts in a clause."""
        self._clause = clause
        self._refresh()

    def _on_opened(self) -> None:
        self._clause = None
        self._refresh()

    def _refresh(self) -> None:
        found = tuple(self._within())
        if found == self._shown:
            return
        self._shown = found
        while (taken := self._column.takeAt(0)) is not None:
            if (card := taken.widget()) is not None:
                card.hide()
                card.deleteLater()
        for conflict in found:
            self._column.addWidget(ConflictCard(self._session, conflict, self._appearance, self))
        self.setVisible(bool(found))

    def _within(self) -> Iterator[Conflict]:
        matter, clause = self._session.matter, self._clause
        if matter is None or clause is None or clause >= len(matter.reading.outline):
            return
        outline = matter.reading.outline
        for conflict in matter.review.conflicts:
            spot = place_of(conflict, matter.corrected)
            if spot is None or spot.clause == clause or clause in outline.ancestors(spot.clause):
                yield conflict


class ConflictCard(QFrame):
    """One conflict, and a button for each side of it."""

    def __init__(self, session: Session, conflict: Conflict, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._session = session
        self.conflict = conflict
        title = self._title()
        self.setAccessibleName(f"Conflict: {title}")
        pill = Pill(appearance, self)
        pill.say("Conflict", Tone.CARVEOUT, Glyph.CONFLICT)
        head = QHBoxLayout()
        head.addWidget(pill)
        head.addStretch(1)
        said = WrappedText("comment", self)
        said.set_text(title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(said)
        keeping = FlowLayout()
        for side in conflict.sides:
            by = WrappedText("author", self)
            by.set_text(f"{self._named(side)}, {lately(side.at)}")
            by.setToolTip(plain_tooltip(in_full(side.at)))
            words = Passage("comment", self)
            words.set_text(self._said(side))
            layout.addWidget(by)
            layout.addWidget(words)
            keeping.addWidget(self._button(side))
        layout.addLayout(keeping)

    def _title(self) -> str:
        matter = self._session.matter
        if matter is None:
            return ""
        subject = subject_of(self.conflict, matter.corrected)
        spot = place_of(self.conflict, matter.corrected)
        where = f" on {short(matter.reading.outline[spot.clause])}" if spot else ""
        return f"{subject.capitalize()}{where}: the sides differ in {differs_in(self.conflict)}."

    def _said(self, side: Side) -> str:
        matter = self._session.matter
        return side_in_words(self.conflict, side.value, matter.corrected) if matter else ""

    def _button(self, side: Side) -> QPushButton:
        button = QPushButton(button_text(self._kept(side)), self)
        button.setProperty("look", "segment")
        button.setEnabled(self._session.writable)
        button.clicked.connect(partial(self._settle, side.value))
        return button

    def _settle(self, value: object) -> None:
        """Settle the conflict by what one of its sides has, None where it is to be gone."""
        self._session.do(Settle(settled_by(self._session.review, self.conflict, value)))

    def _kept(self, side: Side) -> str:
        if is_about_standing(self.conflict):
            return "Let it go" if side.value is None else "Keep it"
        alone = sum(one.by == side.by for one in self.conflict.sides) == 1
        own = "Keep yours" if side.by == self._session.author else f"Keep {side.by}'s"
        return own if alone else f"{own} of {lately(side.at)}"

    def _named(self, side: Side) -> str:
        return f"{side.by} (you)" if side.by == self._session.author else side.by
