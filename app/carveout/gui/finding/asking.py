"""Asking: what is typed into the palette is looked up, and what is chosen there is handed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from carveout.gui.finding.commands import Command, at_first, commands, matching
from carveout.gui.finding.numbers import Numbers
from carveout.gui.finding.palette import Palette
from carveout.gui.finding.rows import MOST, Group, of_commands, of_matter
from carveout.review.entry import Where
from carveout.review.query import Filters, Query, parse

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from carveout.gui.appearance import Appearance
    from carveout.gui.finding.items import Item
    from carveout.gui.finding.rows import Row
    from carveout.gui.finding.searching import Searching
    from carveout.gui.menus import Menus
    from carveout.gui.session import Session
    from carveout.store.index import Hit

_COMMANDS_ONLY = ">"
_NUMBERED = 6
_USED = 4
_NO_HIT = "Nothing holds all of this. Try fewer words, the beginning of a word, or OR between two."
_NO_COMMAND = "No command is called that. Without the > its words are searched for."
_READING = "The words of this document are still being indexed; what is found so far shows."
_TYPE = "Type words to find them in the text. F3 then goes from one to the next."
_NOTHING_OPEN = "Open an agreement to search in it."


class Asking(QObject):
    """Shows in the palette what there is for what is typed.

    `place_taken` carries a Goal, the Query that led to it and what was typed; `command_taken` carries a QAction.
    """

    place_taken = Signal(object, object, str)
    command_taken = Signal(object)

    def __init__(
        self, window: QWidget, session: Session, appearance: Appearance, searching: Searching, menus: Menus
    ) -> None:
        super().__init__(window)
        self._session = session
        self._searching = searching
        self._menus = menus
        self._commands: tuple[Command, ...] = ()
        self._used: list[QAction] = []
        self._numbers: Numbers | None = None
        self._query = Query()
        self.palette = Palette(appearance, window)
        self.palette.typed.connect(self._look_up)
        self.palette.taken.connect(self._on_taken)
        searching.found.connect(self._on_found, Qt.ConnectionType.QueuedConnection)
        searching.indexed.connect(self._on_indexed)
        session.opened.connect(self._forget_numbers)
        session.outlined.connect(self._forget_numbers)

    def open(self, typed: str, select: int) -> None:
        """Open the palette with a text, from `select` on selected."""
        self._commands = commands(self._menus)
        self.palette.open(typed, select)

    def _look_up(self, typed: str) -> None:
        stripped = typed.strip()
        self._query = Query() if stripped.startswith(_COMMANDS_ONLY) else parse(typed)
        if not stripped:
            self._offer()
        elif stripped.startswith(_COMMANDS_ONLY):
            found = matching(self._commands, stripped.removeprefix(_COMMANDS_ONLY))
            self.palette.show_rows(of_commands(Group.COMMANDS, found), "" if found else _NO_COMMAND)
        elif self._session.reading is None:
            self._show(())
        elif self._query.only.places == {Where.TEXT} and not (self._query.wanted or self._query.unwanted):
            self.palette.show_rows([], _TYPE)
        else:
            self._show(self._searching.ask(self._query, MOST))

    def _offer(self) -> None:
        """Show what is likely to be wanted before anything is typed."""
        recent, often = at_first(self._menus, self._commands, self._used)
        rows = [*of_commands(Group.RECENT, recent), *of_commands(Group.OFTEN, often)]
        self.palette.show_rows(rows, "" if self._session.reading is not None else _NOTHING_OPEN)

    def _show(self, hits: tuple[Hit, ...] | None) -> None:
        """Show what was found, None for what is still looked up, with the clauses and commands that are called so."""
        typed, reading = self.palette.field.text(), self._session.reading
        narrowed = self._query.only != Filters() or self._query.never != Filters()
        offered = [] if narrowed else [one for one in matching(self._commands, typed) if one.possible]
        rows: list[Row]
        if reading is None:
            rows = of_commands(Group.COMMANDS, offered)
        else:
            self._numbers = self._numbers or Numbers(reading)
            numbered = [] if narrowed else self._numbers.of(typed, _NUMBERED)
            rows = of_matter(reading, self._session.review, numbered, hits or (), offered)
        self.palette.show_rows(rows, self._state(hits, rows))

    def _state(self, hits: tuple[Hit, ...] | None, rows: list[Row]) -> str:
        if self._session.reading is None:
            return _NOTHING_OPEN
        if self._searching.refused:
            return self._searching.refused
        if not self._searching.ready or hits is None:
            return _READING
        return "" if rows else _NO_HIT

    def _on_found(self, query: Query, hits: tuple[Hit, ...]) -> None:
        if query == self._query and self.palette.isVisible():
            self._show(hits)

    def _on_indexed(self) -> None:
        if self.palette.isVisible() and not self._query.empty:
            self._look_up(self.palette.field.text())

    def _on_taken(self, item: Item) -> None:
        leads_to = item.leads_to
        if isinstance(leads_to, Command):
            self._used = [leads_to.action, *(one for one in self._used if one is not leads_to.action)][:_USED]
            self.command_taken.emit(leads_to.action)
        else:
            self.place_taken.emit(leads_to, self._query, self.palette.field.text())

    def _forget_numbers(self) -> None:
        self._numbers = None
