"""Links to clauses, set like words behind what they are links for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from carveout.agreement.citation import cite, short
from carveout.gui.flow import FlowLayout
from carveout.gui.inspector.elision import elided
from carveout.gui.labels import PlainLabel, plain_tooltip
from carveout.gui.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span
    from carveout.gui.place import Place

FEW = 6
"""Links that a group shows before the rest is asked for."""
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a clause, or to a span of it."""

    text: str
    clause: int
    span: Span | None = None
    tip: str = ""


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Links with the words before them."""

    lead: str
    links: tuple[Link, ...]


def link_to(reading: Reading, clause: int, span: Span | None = None) -> Link:
    """Return a link that is named as counsel would cite the clause."""
    named = reading.outline[clause]
    heading = f" {named.heading}" if named.heading else ""
    return Link(short(named), clause, span, f"{cite(reading, clause, span)}{heading}")


def links_to(reading: Reading, clauses: Iterable[int]) -> tuple[Link, ...]:
    """Return a link to each clause."""
    return tuple(link_to(reading, clause) for clause in clauses)


def button_text(text: str) -> str:
    """Return a text as a button shows it letter by letter: no ampersand makes a shortcut."""
    return visible(elided(text, _LONGEST)).replace("&", "&&")


class ClauseLink(QPushButton):
    """One link."""

    def __init__(self, link: Link, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(button_text(link.text), parent)
        self.setProperty("look", "link")
        self.setToolTip(plain_tooltip(link.tip))
        self.setAccessibleName(visible(link.text))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._link = link
        self._place = place
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self._place.go(self._link.clause, self._link.span)


class LinkRow(QWidget):
    """A group of links in as many rows as they take; a long group shows its first few and how many more there are."""

    def __init__(self, group: LinkGroup, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = group
        self._place = place
        self._layout = FlowLayout(self, across=8, down=2)
        self._layout.addWidget(PlainLabel(group.lead, self, name="lead"))
        self._add(group.links[:FEW])
        self._more: QPushButton | None = None
        if len(group.links) > FEW:
            self._more = QPushButton(f"{len(group.links) - FEW} more", self)
            self._more.setProperty("look", "link")
            self._more.clicked.connect(self._on_more)
            self._layout.addWidget(self._more)

    def _add(self, links: Sequence[Link]) -> None:
        for link in links:
            made = ClauseLink(link, self._place, self)
            self._layout.addWidget(made)
            made.show()

    def _on_more(self) -> None:
        if self._more:
            self._more.hide()
            self._add(self._group.links[FEW:])


class LinkGroups(QWidget):
    """Groups of links, one below the other."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._groups: tuple[LinkGroup, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self.hide()

    def show_groups(self, groups: Iterable[LinkGroup]) -> None:
        """Show the groups that have a link; without any, take no room."""
        wanted = tuple(group for group in groups if group.links)
        if wanted == self._groups:
            return
        self._groups = wanted
        while item := self._layout.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for group in wanted:
            row = LinkRow(group, self._place, self)
            self._layout.addWidget(row)
            row.show()
        self.setVisible(bool(wanted))
