"""The head of the inspector: which clause this is, where it stands, and how far its review has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carveout.agreement.citation import pages_and_lines
from carveout.gui.inspector.corrected import title_of, told_of
from carveout.gui.inspector.links import Link, LinkGroup, LinkGroups, link_to
from carveout.gui.inspector.progress import ProgressRow, marked_for
from carveout.gui.inspector.wrapping import WrappedText

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.gui.appearance import Appearance
    from carveout.gui.place import Place
    from carveout.gui.session import Session


class Heading(QWidget):
    """The clause's number and heading, its role, pages and lines, and the state of the representation it is part of."""

    def __init__(self, session: Session, place: Place, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._title = WrappedText("clauseTitle", self)
        self._role = WrappedText("muted", self)
        self._corrected = WrappedText("muted", self)
        self._within = LinkGroups(place, self)
        self.progress = ProgressRow(session, appearance, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._title)
        layout.addWidget(self._role)
        layout.addWidget(self._corrected)
        layout.addWidget(self._within)
        layout.addSpacing(4)
        layout.addWidget(self.progress)

    def title(self) -> str:
        """Return the number and heading that are shown."""
        return self._title.text()

    def role(self) -> str:
        """Return the line below them."""
        return self._role.text()

    def show_clause(self, reading: Reading, clause: int) -> None:
        """Show a clause of a reading."""
        named = reading.outline[clause]
        self._title.set_text(title_of(named))
        self._role.set_text(_role(reading, clause))
        corrected = told_of(self._session, clause)
        self._corrected.set_text(corrected)
        self._corrected.setVisible(bool(corrected))
        holder = marked_for(reading, clause)
        link = link_to(reading, holder)
        within = Link(f"{link.text} {reading.outline[holder].heading or ''}".strip(), holder, None, link.tip)
        self._within.show_groups([LinkGroup("Part of", (within,) if holder != clause else ())])
        self.progress.show_clause(reading, holder)

    def corrected(self) -> str:
        """Return the line that says who corrected the clause, and how it was read; empty where nobody did."""
        return self._corrected.text()


def _role(reading: Reading, clause: int) -> str:
    named = reading.outline[clause]
    held = reading.representation_holding(clause)
    role = None
    if held:
        part = "" if held.clause == clause else "Part of a representation"
        role = part or "Representation"
        role += f" by {held.by}" if held.by else ""
    return " · ".join(filter(None, (role, pages_and_lines(reading.extent(named.span)), _whole(named.citation))))


def _whole(citation: str) -> str:
    return citation.replace(" ", "\N{NO-BREAK SPACE}")
