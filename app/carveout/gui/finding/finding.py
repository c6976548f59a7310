"""Finding things: what is typed into the palette looked up, and what is chosen there done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from carveout.gui.finding.commands import Command, at_first, commands, matching
from carveout.gui.finding.numbers import Numbers
from carveout.gui.finding.palette import Palette
from carveout.gui.finding.rows import MOST, Group, of_commands, of_matter
from carveout.gui.finding.searching import Searching
from carveout.gui.finding.strip import FoundStrip
from carveout.gui.finding.walking import Walking
from carveout.review.entry import Where
from carveout.review.query import Filters, Query, parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from carveout.gui.appearance import Appearance
    from carveout.gui.finding.items import Item
    from carveout.gui.finding.rows import Row
    from carveout.gui.menus import Menus
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.gui.text.pane import TextPane
    from carveout.store.index import Hit

_COMMANDS_ONLY = ">"
_IN_TEXT = "in:text "
_NUMBERED = 6
_LONGEST_TAKEN_OVER = 80
_USED = 4
_NO_HIT = "Nothing holds all of this. Try fewer words, the beginning of a word, or OR between two."
_NO_COMMAND = "No command is called that. Without the > its words are searched for."
_READING = "The words of this document are still being indexed; what is found so far shows."
_TYPE = "Type words to find them in the text. F3 then goes from one to the next."
_NOTHING_OPEN = "Open an agreement to search in it."


class Finding(QObject):
    """What the palette, Find next and Find previous do, on the session and the place."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        place: Place,
        appearance: Appearance,
        text: TextPane,
        show_read: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._session = session
        self._place = place
        self._text = text
        self._show_read = show_read
        self._menus: Menus | None = None
        self._commands: tuple[Command, ...] = ()
        self._used: list[QAction] = []
        self._numbers: Numbers | None = None
        self._query = Query()
        self.searching = Searching(session, self)
        self.walking = Walking(self.searching, session, place, text)
        self.strip = FoundStrip(self.walking)
        self.palette = Palette(appearance, window)
        text.put_above(self.strip)
        self.palette.typed.connect(self._look_up)
        self.palette.taken.connect(self._on_taken)
        self.searching.found.connect(self._on_found, Qt.ConnectionType.QueuedConnection)
        self.searching.indexed.connect(self._on_indexed)
        session.opened.connect(self._forget_numbers)
        session.outlined.connect(self._forget_numbers)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what to call by the names of the actions."""
        return {
            "search": self.search,
            "find": self.find,
            "find_next": self.find_next,
            "find_previous": self.find_previous,
        }

    def keep(self, menus: Menus) -> None:
        """Offer what these menus do."""
        self._menus = menus

    def search(self) -> None:
        """Open the palette."""
        self._open("", 0)

    def find(self) -> None:
        """Open the palette for the text alone, with the words that are selected or were looked for last."""
        reading, selected = self._session.reading, self._text.selection()
        words = ""
        if reading is not None and selected is not None and len(selected) <= _LONGEST_TAKEN_OVER:
            words = '"' + selected.in_line(reading.text).replace('"', " ") + '"'
        elif self.walking.under_way:
            words = self.walking.words
        self._open(_IN_TEXT + words, len(_IN_TEXT))

    def find_next(self) -> None:
        """Go to the next hit in the text, or ask what to look for."""
        self._walk(1)

    def find_previous(self) -> None:
        """Go to the hit before."""
        self._walk(-1)

    def _walk(self, step: int) -> None:
        if self.walking.under_way:
            self._show_read()
            self.walking.go_on(step)
        else:
            self.find()

    def _open(self, typed: str, select: int) -> None:
        if self._menus is not None:
            self._commands = commands(self._menus)
        self.searching.hurry()
        self.palette.open(typed, select)

    def _look_up(self, typed: str) -> None:
        stripped = typed.strip()
        if stripped.startswith(_COMMANDS_ONLY):
            self._query = Query()
            found = matching(self._commands, stripped[1:])
            self.palette.show_rows(of_commands(Group.COMMANDS, found), "" if found else _NO_COMMAND)
            return
        self._query = parse(typed)
        if not stripped:
            self._offer()
            return
        if self._query.only.places == {Where.TEXT} and not (self._query.wanted or self._query.unwanted):
            self.palette.show_rows([], _TYPE)
            return
        hits = self.searching.ask(self._query, MOST) if self._session.reading is not None else ()
        self._show(hits)

    def _offer(self) -> None:
        """Show what is likely to be wanted before anything is typed."""
        recent, often = at_first(self._menus, self._commands, self._used) if self._menus is not None else ([], [])
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
        if self.searching.refused:
            return self.searching.refused
        if not self.searching.ready or hits is None:
            return _READING
        return "" if rows else _NO_HIT

    def _on_found(self, query: Query, hits: tuple[Hit, ...]) -> None:
        if query == self._query and self.palette.isVisible():
            self._show(hits)

    def _on_indexed(self) -> None:
        if self.palette.isVisible() and not self._query.empty:
            self._look_up(self.palette.field.text())

    def _on_taken(self, item: Item) -> None:
        goal = item.leads_to
        if isinstance(goal, Command):
            self._used = [goal.action, *(one for one in self._used if one is not goal.action)][:_USED]
            goal.action.trigger()
            return
        self._show_read()
        if goal.walks and self._query.wanted:
            words = self.palette.field.text().strip().removeprefix(_IN_TEXT.strip()).strip()
            self.walking.begin(words, self._query)
        self._place.go(goal.clause, goal.span)

    def _forget_numbers(self) -> None:
        self._numbers = None
