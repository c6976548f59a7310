"""What an annotation is linked to: chips that lead there, each with a button that takes the link away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from carveout.gui.flow import FlowLayout
from carveout.gui.inspector.linking import named
from carveout.gui.inspector.links import button_text
from carveout.gui.labels import PlainLabel, plain_tooltip
from carveout.review.edits import Connect
from carveout.review.link import linked_to

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.review.link import End


class Tied(QWidget):
    """The links of one annotation; without any, they take no room."""

    def __init__(self, session: Session, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._place = place
        self._shown: list[tuple[str, End, str]] = []
        self._layout = FlowLayout(self, across=8, down=2)
        self.hide()

    @property
    def said(self) -> tuple[str, ...]:
        """What the annotation is linked to, in words."""
        return tuple(words for _, _, words in self._shown)

    def show_links(self, reading: Reading, annotation: str) -> None:
        """Show what an annotation is linked to."""
        review = self._session.review
        found = linked_to(review, annotation)
        shown = [(link.id, other, named(reading, review, other)) for link, other in found]
        if shown == self._shown:
            return
        self._shown = shown
        while item := self._layout.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if shown:
            self._layout.addWidget(PlainLabel("Linked to", self, name="lead"))
        for link, other, words in shown:
            chip = self._chip(link, other, words)
            self._layout.addWidget(chip)
            chip.show()
        self.setVisible(bool(shown))
        self.updateGeometry()

    def _chip(self, link: str, other: End, words: str) -> QWidget:
        chip = QWidget(self)
        chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        leads = QPushButton(button_text(words), chip)
        leads.setToolTip(plain_tooltip(words))
        leads.setAccessibleName(f"Go to {words}")
        leads.setCursor(Qt.CursorShape.PointingHandCursor)
        unlink = QPushButton("×", chip)
        unlink.setToolTip(plain_tooltip("Unlink; undo brings it back"))
        unlink.setAccessibleName(f"Unlink {words}")
        unlink.setEnabled(self._session.writable)
        for button in (leads, unlink):
            button.setProperty("look", "link")
        leads.clicked.connect(partial(_go, self._session, self._place, other))
        unlink.clicked.connect(partial(_unlink, self._session, link))
        row = QHBoxLayout(chip)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3)
        row.addWidget(leads)
        row.addWidget(unlink)
        return chip


def _go(session: Session, place: Place, end: End) -> None:
    if isinstance(end, int):
        place.go(end)
    elif end in session.review.annotations:
        anchor = session.review.annotations[end].anchor
        place.go(anchor.clause, anchor.span)


def _unlink(session: Session, link: str) -> None:
    session.do(Connect(link, session.review.links[link], None))
