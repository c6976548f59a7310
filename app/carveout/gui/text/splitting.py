"""Two places of one agreement at once: showing the text twice, and what goes to the other view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.gui.text import at_caret

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QByteArray

    from carveout.gui.menus import Menus
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.gui.text.pane import TextPane


@dataclass(frozen=True, slots=True)
class Beside:
    """How the text was split: where the other view stood, by its clause and its first word, and how they scrolled."""

    clause: int
    top: int
    together: bool


class Splitting:
    """What the menus do with the two views of a text."""

    def __init__(self, session: Session, place: Place, text: TextPane) -> None:
        self._session = session
        self._place = place
        self._text = text

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what to call by the names of the actions."""
        return {"split_view": self.switch, "together": self.switch_together, "open_beside": self.open_beside}

    def keep(self, menus: Menus) -> None:
        """Have these menus show whether there are two views, and whether they scroll together."""
        leaves = self._text.leaves

        def tell() -> None:
            menus.check("split_view", on=leaves.other is not None)
            menus.check("together", on=leaves.other is not None and leaves.together)

        leaves.told.connect(tell)

    def switch(self) -> None:
        """Show the text twice, or once again: the view in front stays."""
        if self._text.leaves.other is None:
            self._text.split()
        else:
            self._text.leaves.join()

    def switch_together(self) -> None:
        """Scroll both views together, or each by itself; the text is split where it wasn't."""
        self._text.split()
        self._text.leaves.scroll_together(not self._text.leaves.together)

    def open_beside(self) -> None:
        """Show in the other view what the words at the caret point to, or else the clause at hand; stay here."""
        pointed, clause = at_caret.pointed(self._text.sheet), self._place.clause
        other = self._text.split()
        if pointed is not None and pointed.ways:
            other.lead(pointed.ways[0].clause, pointed.ways[0].span)
        elif clause is not None:
            other.lead(clause)
        other.tell_where()

    def beside(self) -> Beside | None:
        """Return how the text is split, None where it isn't."""
        other = self._text.leaves.other
        if other is None or other.clause is None:
            return None
        return Beside(other.clause, other.sheet.top(), self._text.leaves.together)

    def restore(self, beside: Beside, sizes: QByteArray) -> None:
        """Split the text as it was, with the room that the views had; `lead` brings the other one to its place."""
        reading = self._session.reading
        if reading is not None and beside.clause < len(reading.outline) and self._text.leaves.other is None:
            self._text.put_beside(sizes)
            self._text.leaves.scroll_together(beside.together)

    def lead(self, beside: Beside) -> None:
        """Bring the other view to where it stood."""
        reading, other = self._session.reading, self._text.leaves.other
        if reading is not None and other is not None and beside.clause < len(reading.outline):
            other.lead(beside.clause)
            other.sheet.bring(min(beside.top, len(reading.text)), 0)
            other.tell_where()
