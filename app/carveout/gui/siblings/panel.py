"""The siblings of one subject: wording, reach, gaps and the picture, a page each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from carveout.agreement.content import CarveoutKind
from carveout.agreement.siblings.drift import subjects
from carveout.gui.counting import count
from carveout.gui.flow import FlowLayout
from carveout.gui.grid.grid import Grid
from carveout.gui.grid.view import GridView
from carveout.gui.inspector.links import button_text
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.siblings.exporting import PictureExport
from carveout.gui.siblings.map import Map
from carveout.gui.siblings.tables import differences_grid, drift_of, gaps_grid, reach_grid, wording_grid

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from carveout.agreement.reading import Reading
    from carveout.gui.appearance import Appearance
    from carveout.gui.changes import Changes
    from carveout.gui.grid.grid import Target
    from carveout.gui.place import Place
    from carveout.gui.session import Session

_WORDING, _REACH, _GAPS, _MAP, _EMPTY = range(5)
_NO_DOCUMENT = "No document is open. Open an agreement to see its carve-outs."
_NOT_YET = "The agreement is being read closely; siblings, reach and gaps will show here."
_NOT_AT_ALL = "The agreement could not be read closely. {}"
_NO_SUBJECT = "No two carve-outs of this document are for the same subject, so there is no wording to compare."
_NOTHING = {
    _REACH: "No definition leaves this subject out, so no clause is narrowed without words of its own.",
    _GAPS: "No clause stays bare where another of the same role carries a carve-out.",
    _MAP: "Nothing in this document concerns this subject.",
}
_MOST_SUBJECTS = 8


class SiblingsPanel(QWidget):
    """One page of one subject in front. `text_wanted` asks for the text, after the place was taken to the words."""

    text_wanted = Signal()

    def __init__(self, session: Session, place: Place, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._place = place
        self._page = _WORDING
        self._stale = True
        self._title = WrappedText("workspaceTitle", self)
        self._summary = WrappedText("muted", self)
        self._subjects = QButtonGroup(self)
        self._chips = FlowLayout()
        self._empty = WrappedText("emptyState", self)
        self.wording = GridView("Wording of the siblings", appearance, self)
        self.differences = GridView("How the siblings differ", appearance, self, by_row=True)
        self.reach = GridView("Clauses that are narrowed", appearance, self)
        self.gaps = GridView("Gaps", appearance, self)
        self.map = Map(appearance, self)
        self.export = PictureExport(self.map.canvas, self)
        self._tile = WrappedText("message", self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        for grid in (self.wording, self.differences, self.reach, self.gaps, self.map):
            grid.followed.connect(self._on_followed)
        self.map.chosen.connect(self._tile.set_text)
        self._subjects.buttonClicked.connect(self._on_subject_chosen)
        session.opened.connect(self._on_other_reading)
        session.closely_read.connect(self._on_other_reading)
        session.changed.connect(self._on_changed)

    @property
    def around(self) -> tuple[QWidget, ...]:
        """The panes in the order in which the focus goes round; where there is nothing on a page, the subject."""
        if self._why_empty():
            chip = self._subjects.checkedButton()
            return (chip,) if chip else ()
        shown = {_WORDING: (self.wording, self.differences), _REACH: (self.reach,), _GAPS: (self.gaps,)}
        return shown.get(self._page, (self.map.canvas,))

    @property
    def subject(self) -> str | None:
        """The subject that is shown."""
        chip = self._subjects.checkedButton()
        return chip.property("subject") if chip else None

    def show_page(self, page: int) -> None:
        """Bring a page to the front."""
        self._page = page
        self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        """Take up what changed while the page was out of sight."""
        super().showEvent(event)
        self._tell()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addLayout(self._chips, 1)
        head.addWidget(self.export)
        wording = QSplitter(Qt.Orientation.Vertical, self)
        wording.setChildrenCollapsible(False)
        wording.setHandleWidth(1)
        wording.addWidget(self.wording)
        wording.addWidget(self.differences)
        wording.setStretchFactor(0, 3)
        wording.setStretchFactor(1, 1)
        wording.setSizes([560, 200])
        drawn = QWidget(self)
        below = QVBoxLayout(drawn)
        below.setContentsMargins(0, 0, 0, 8)
        below.addWidget(self.map, 1)
        below.addWidget(self._tile)
        nothing = QWidget(self)
        said = QVBoxLayout(nothing)
        said.setContentsMargins(0, 24, 0, 0)
        said.addWidget(self._empty)
        said.addStretch(1)
        for page in (wording, self.reach, self.gaps, drawn, nothing):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 16, 0)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._summary)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    def _on_other_reading(self) -> None:
        self._stale = True
        if self.isVisible():
            self._tell()

    def _on_changed(self, changes: Changes) -> None:
        if changes.outline:
            self._on_other_reading()
        elif changes.carveouts and self.isVisible():
            self._show_wording()
        elif changes.carveouts:
            self._stale = True

    def _on_subject_chosen(self) -> None:
        self._show_all()

    def _tell(self) -> None:
        if self._stale:
            self._offer()
            self._show_all()
            self._stale = False
        self._show_page()

    def _read(self) -> Reading | None:
        reading = self._session.reading
        return reading if reading is not None and reading.closely else None

    def _offer(self) -> None:
        """Offer the subjects of the reading, the one that was chosen still so."""
        before = self.subject
        for chip in self._subjects.buttons():
            self._subjects.removeButton(chip)
            self._chips.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        reading = self._read()
        for subject in (subjects(reading) if reading else ())[:_MOST_SUBJECTS]:
            chip = QPushButton(button_text(subject), self)
            chip.setObjectName("chip")
            chip.setCheckable(True)
            chip.setProperty("subject", subject)
            chip.setChecked(subject == before)
            self._subjects.addButton(chip)
            self._chips.addWidget(chip)
            chip.show()
        if self._subjects.checkedButton() is None and self._subjects.buttons():
            self._subjects.buttons()[0].setChecked(True)

    def _show_all(self) -> None:
        reading, subject = self._read(), self.subject
        self._show_wording()
        self.reach.show_grid(reach_grid(reading, subject) if reading else Grid())
        self.gaps.show_grid(gaps_grid(reading, subject) if reading else Grid())
        self.map.canvas.show_picture(reading, subject)
        self._title.set_text(subject or "Carve-outs")
        self._summary.set_text(_counts(reading, subject) if reading and subject else "")
        self._show_page()

    def _show_wording(self) -> None:
        reading, subject = self._read(), self.subject
        if reading is None or subject is None:
            self.wording.show_grid(Grid())
            self.differences.show_grid(Grid())
            return
        found = drift_of(reading, subject)
        self.wording.show_grid(wording_grid(reading, self._session.review, found))
        self.differences.show_grid(differences_grid(reading, found))

    def _show_page(self) -> None:
        why = self._why_empty()
        self._empty.set_text(why)
        self._stack.setCurrentIndex(_EMPTY if why else self._page)
        self.export.setVisible(not why and self._page == _MAP)
        self.setFocusProxy(next(iter(self.around), None))  # type: ignore[arg-type]  # the stub knows no None

    def _why_empty(self) -> str:
        reading = self._session.reading
        if reading is None:
            return _NO_DOCUMENT
        if not reading.closely:
            why = self._session.not_read_closely
            return _NOT_AT_ALL.format(why) if why else _NOT_YET
        if self._page == _WORDING:
            return "" if self.wording.grid.rows else _NO_SUBJECT
        shown = {_REACH: self.reach.grid.rows, _GAPS: self.gaps.grid.rows, _MAP: self.map.canvas.drawn}
        return "" if shown[self._page] else _NOTHING[self._page]

    def _on_followed(self, target: Target) -> None:
        self._place.go(target.clause, target.span)
        self.text_wanted.emit()


def _counts(reading: Reading, subject: str) -> str:
    """Return `7 carve-outs, 1 carve-in · 4 gaps, 3 of them strong`."""
    own = [one for one in reading.carveouts if one.subject == subject]
    back = sum(one.kind is CarveoutKind.INCLUSION for one in own)
    parts = [count(len(own) - back, "carve-out"), *([count(back, "carve-in")] if back else [])]
    gaps = Counter(gap.strength.value for gap in reading.gaps if gap.subject == subject)
    strong = f", {gaps['strong']} of them strong" if gaps["strong"] else ""
    return f"{', '.join(parts)} · {count(gaps.total(), 'gap')}{strong}" if gaps else ", ".join(parts)
