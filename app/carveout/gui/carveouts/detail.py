"""The chosen carve-out beside the table: its sentence, its siblings and its decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from carveout.agreement.citation import pages_and_lines
from carveout.agreement.span import Span
from carveout.gui.beside import SidePane
from carveout.gui.carveouts.context import sentence_around
from carveout.gui.inspector.carveout_card import CarveoutCard
from carveout.gui.inspector.corrected import title_of
from carveout.gui.inspector.passage import Passage
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.place import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from carveout.agreement.content import Carveout
    from carveout.gui.appearance import Appearance
    from carveout.gui.changes import Changes
    from carveout.gui.session import Session

_KEYS = "   ".join(
    f"{key}\N{NO-BREAK SPACE}{does}"
    for key, does in (
        ("A", "accept"),
        ("N", "narrow"),
        ("S", "strike"),
        ("Backspace", "reopen"),
        ("I", "issue"),
        ("Enter", "show in the text"),
    )
)
_READ_ONLY = "This matter is open for reading only. Decisions can't be changed here."
_NONE = "The carve-out that is chosen in the table stands here in its sentence, to be decided about."


class Detail(SidePane):
    """One carve-out.

    `followed` carries the clause and span of a link that was followed; `settled` and `issue_wanted` are the card's.
    """

    followed = Signal(int, object)
    issue_wanted = Signal(object)
    settled = Signal()

    def __init__(self, session: Session, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__("Chosen carve-out", parent)
        self._session = session
        self._appearance = appearance
        self._carveout: Carveout | None = None
        self._links = Place(self)
        self._empty = WrappedText("emptyState")
        self._empty.set_text(_NONE)
        self._title = WrappedText("clauseTitle")
        self._where = WrappedText("muted")
        self._context = Passage("context")
        self.card = CarveoutCard(session, self._links, appearance, words=False)
        self._keys = WrappedText("muted")
        self._lay_out()
        self._links.moved.connect(self.followed)
        self.card.issue_wanted.connect(self.issue_wanted)
        self.card.settled.connect(self.settled)
        session.changed.connect(self._on_changed)
        appearance.changed.connect(self._show_context)
        self.show_carveout(None)

    def show_carveout(self, carveout: Carveout | None) -> None:
        """Show a carve-out of the open document, or what to do to see one."""
        reading = self._session.reading
        self._carveout = carveout if reading else None
        self._empty.setVisible(self._carveout is None)
        for widget in (self._title, self._where, self._context, self.card, self._keys):
            widget.setVisible(self._carveout is not None)
        if carveout is None or reading is None:
            return
        named = reading.outline[carveout.clause]
        self._title.set_text(title_of(named))
        self._where.set_text(f"{pages_and_lines(reading.extent(carveout.span))} · {named.citation}")
        self._show_context()
        self.card.show_carveout(reading, carveout)
        self._keys.set_text(_KEYS if self._session.writable else _READ_ONLY)

    def _lay_out(self) -> None:
        self.fill((self._empty, self._title, self._where, self._context, self.card, self._keys))

    def _show_context(self) -> None:
        reading, carveout = self._session.reading, self._carveout
        if reading is None or carveout is None:
            return
        around = sentence_around(reading, carveout.span)
        words = Span(carveout.span.start - around.start, carveout.span.end - around.start)
        self._context.set_text(around.of(reading.text), words, self._appearance.theme.highlight)

    def _on_changed(self, changes: Changes) -> None:
        if self._carveout and self._carveout.span in changes.carveouts:
            self.card.refresh()
