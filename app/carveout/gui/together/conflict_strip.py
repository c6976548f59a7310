"""The strip above the text that says how many conflicts wait to be settled, and leads from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.labels import plain_tooltip
from carveout.gui.together.listing import Listing
from carveout.gui.visible import visible
from carveout.review.arrival import counted
from carveout.review.disputed import in_words, place_of

if TYPE_CHECKING:
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.review.trail import Spot

_ROW = 29
_MOST_ROWS = 6


class ConflictStrip(QFrame):
    """One line for all conflicts; Show lists them, and a row goes to its place."""

    def __init__(self, session: Session, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("checkStrip")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._session = session
        self._place = place
        self.line = WrappedText("noticeText")
        self.show_button = _button("Show", "")
        self.show_button.setCheckable(True)
        self.previous = _button("Previous", "Previous conflict (Shift+M)")
        self.next = _button("Next", "Next conflict (M)")
        self.list = Listing("Conflicts")
        self._lay_out()
        self.show_button.toggled.connect(self._on_toggled)
        self.previous.clicked.connect(self.go_to_previous)
        self.next.clicked.connect(self.go_to_next)
        self.list.chosen.connect(self._on_chosen)
        session.opened.connect(self._on_opened)
        session.changed.connect(self._tell)
        self._tell()

    def go_to_next(self) -> None:
        """Go to the next conflict, from the top again after the last."""
        self._go(1)

    def go_to_previous(self) -> None:
        """Go to the one before."""
        self._go(-1)

    def show_all(self) -> None:
        """List the conflicts."""
        self.show_button.setChecked(True)
        self._on_toggled(shown=True)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 5, 12, 5)
        head.setSpacing(4)
        head.addWidget(self.line, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.previous, self.next, self.show_button):
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.list)
        self.list.hide()
        self.setFocusProxy(self.next)

    def _on_opened(self) -> None:
        self.show_button.setChecked(False)
        self._tell()

    def _tell(self) -> None:
        matter = self._session.matter
        conflicts = matter.review.conflicts if matter else ()
        self.setVisible(bool(conflicts))
        if matter is None or not conflicts:
            self.list.show_rows([])
            return
        said = f"{counted(len(conflicts), 'conflict')} to settle"
        self.line.set_text(f"{said}: {in_words(conflicts[0], matter.corrected)}" if len(conflicts) == 1 else said)
        self.setAccessibleName(visible(self.line.text()))
        rows = [(_capital(in_words(one, matter.corrected)), place_of(one, matter.corrected)) for one in conflicts]
        self.list.show_rows(rows)
        self.list.setFixedHeight(_ROW * min(_MOST_ROWS, len(rows)) + 10)

    def _on_toggled(self, shown: bool) -> None:  # noqa: FBT001  (a signal carries it)
        self.show_button.setText("Hide" if shown else "Show")
        self.list.setVisible(shown)
        if shown:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self, spot: Spot) -> None:
        self._place.go(spot.clause, spot.span)

    def _go(self, step: int) -> None:
        matter, reading = self._session.matter, self._session.reading
        if matter is None or reading is None:
            return
        spots = [spot for one in matter.review.conflicts if (spot := place_of(one, matter.corrected))]
        starts = {reading.outline[s.clause].start if s.span is None else s.span.start: s for s in spots}
        if not starts:
            return
        clause, span = self._place.clause, self._place.span
        here = -1 if clause is None else reading.outline[clause].start if span is None else span.start
        order = sorted(starts, reverse=step < 0)
        ahead = [start for start in order if (start - here) * step > 0] or order
        self._on_chosen(starts[ahead[0]])


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("look", "quiet")
    button.setToolTip(plain_tooltip(tip))
    return button
