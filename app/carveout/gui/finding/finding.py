"""Finding things: what Search, Find, Find next and Find previous do, on the session and the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from carveout.gui.finding.searching import Searching
from carveout.gui.finding.strip import FoundStrip
from carveout.gui.finding.walking import Walking

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from carveout.gui.appearance import Appearance
    from carveout.gui.finding.asking import Asking
    from carveout.gui.finding.items import Goal
    from carveout.gui.menus import Menus
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.gui.text.pane import TextPane
    from carveout.review.query import Query

_IN_TEXT = "in:text "
_LONGEST_TAKEN_OVER = 80
"""Code points of a selection that is taken for what is to be found."""


class Finding(QObject):
    """Opens the palette, which is made when it is first wanted, and walks the hits in the text."""

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
        self._window = window
        self._session = session
        self._place = place
        self._appearance = appearance
        self._text = text
        self._show_read = show_read
        self._menus: Menus | None = None
        self._made: Asking | None = None
        self.searching = Searching(session, self)
        self.walking = Walking(self.searching, session, place, text)
        self.strip = FoundStrip(self.walking)
        text.put_above(self.strip)

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
        self.searching.hurry()
        asking = self._asking()
        if asking is not None:
            asking.open(typed, select)

    def _asking(self) -> Asking | None:
        if self._made is None and self._menus is not None:
            from carveout.gui.finding.asking import Asking  # noqa: PLC0415  (not before the window shows)

            self._made = Asking(self._window, self._session, self._appearance, self.searching, self._menus)
            self._made.command_taken.connect(self._on_command_taken)
            self._made.place_taken.connect(self._on_place_taken)
        return self._made

    def _on_command_taken(self, action: QAction) -> None:
        action.trigger()

    def _on_place_taken(self, goal: Goal, query: Query, typed: str) -> None:
        self._show_read()
        if goal.walks and query.wanted:
            self.walking.begin(typed.strip().removeprefix(_IN_TEXT.strip()).strip(), query)
        self._place.go(goal.clause, goal.span)
