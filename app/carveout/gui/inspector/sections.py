"""What was found in a clause, part by part: qualifiers, carve-outs, gaps, findings, references and tests."""

from __future__ import annotations

from contextlib import nullcontext
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carveout.gui.inspector.carveout_cards import CarveoutCards
from carveout.gui.inspector.findings import Findings, standing
from carveout.gui.inspector.found import found_in
from carveout.gui.inspector.gaps import Gaps
from carveout.gui.inspector.grouped import narrowed_by, qualifiers
from carveout.gui.inspector.hanging import hanging
from carveout.gui.inspector.links import LinkGroups
from carveout.gui.inspector.section import Section

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from carveout.agreement.reading import Reading
    from carveout.gui.appearance import Appearance
    from carveout.gui.place import Place
    from carveout.gui.session import Session


class Sections(QWidget):
    """The sections of a clause that hold something; the others take no room. `filled` says that `fill_in` is done."""

    filled = Signal()

    def __init__(self, session: Session, place: Place, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._steps: list[Callable[[], None]] = []
        self._in_place: Callable[[], AbstractContextManager[None]] = nullcontext
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._step)
        self._qualifiers = LinkGroups(place)
        self._qualified = Section("Qualifiers")
        self._carved = Section("Carve-outs")
        self.carveouts = CarveoutCards(session, place, appearance)
        self._elsewhere = LinkGroups(place)
        self._bare = Section("Gaps")
        self._gaps = Gaps(place, appearance)
        self._told = Section("Findings")
        self._findings = Findings(place, appearance)
        self._hanging = Section("References and tests")
        self._hangs = LinkGroups(place)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        for section, widgets in (
            (self._qualified, (self._qualifiers,)),
            (self._carved, (self.carveouts, self._elsewhere)),
            (self._bare, (self._gaps,)),
            (self._told, (self._findings,)),
            (self._hanging, (self._hangs,)),
        ):
            for widget in widgets:
                section.add(widget)
            layout.addWidget(section)

    @property
    def bare(self) -> bool:
        """Tell whether nothing was found in the clause."""
        return not any(section.isVisibleTo(self) for section in self.findChildren(Section))

    def show_clause(self, reading: Reading, clause: int) -> None:
        """Show what was found in a clause."""
        self.stop()
        found = found_in(reading, clause)
        self._qualifiers.show_groups(qualifiers(reading, found))
        self._qualified.setVisible(bool(found.qualifiers))
        self._carved.count.setText(str(len(found.carveouts)) if found.carveouts else "none of its own")
        self.carveouts.show_carveouts(reading, found.carveouts)
        self._elsewhere.show_groups([narrowed_by(reading, found)])
        self._carved.setVisible(bool(found.carveouts or found.elsewhere))
        self._show_gaps(reading, clause)
        self._show_hanging(reading, clause)
        self.show_findings(reading, clause)

    def fill_in(self, reading: Reading, clause: int, in_place: Callable[[], AbstractContextManager[None]]) -> None:
        """Add what the close reading found in the clause that is shown, a part in each turn of the event loop.

        Each part is added within `in_place()`.
        """
        self._in_place = in_place
        carveouts = found_in(reading, clause).carveouts
        self._steps = [
            partial(self.carveouts.show_carveouts, reading, carveouts),
            partial(self._show_gaps, reading, clause),
            partial(self.show_findings, reading, clause),
            partial(self._show_hanging, reading, clause),
        ]
        self._turn.start()

    def stop(self) -> None:
        """Add nothing more: another clause is shown, or none."""
        self._steps = []
        self._turn.stop()

    def _step(self) -> None:
        if self._steps:
            with self._in_place():
                self._steps.pop(0)()
            self._turn.start()
        else:
            with self._in_place():
                self.setVisible(not self.bare)
            self.filled.emit()

    def _show_gaps(self, reading: Reading, clause: int) -> None:
        gaps = found_in(reading, clause).gaps
        self._bare.count.setText(str(len(gaps)))
        self._gaps.show_gaps(reading, gaps)
        self._bare.setVisible(bool(gaps))

    def _show_hanging(self, reading: Reading, clause: int) -> None:
        groups = hanging(reading, clause)
        self._hangs.show_groups(groups)
        self._hanging.setVisible(any(group.links for group in groups))

    def show_findings(self, reading: Reading, clause: int) -> None:
        """Show which findings on a clause stand."""
        told = standing(reading, self._session.review, clause)
        self._told.count.setText(str(len(told)))
        self._findings.show_findings(reading, told)
        self._told.setVisible(bool(told))
        self.setVisible(not self.bare)
