"""Peeking at what the words at the caret point to, without leaving them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.citation import cite, pages_and_lines
from carveout.agreement.span import Span
from carveout.gui.text import at_caret
from carveout.gui.text.peek import Peek
from carveout.gui.text.ways import named

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading
    from carveout.gui.appearance import Appearance
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.gui.text.pane import TextPane
    from carveout.gui.text.ways import Pointed

_LONGEST = 12_000
"""Code points of a clause that the popover shows."""


class Peeking:
    """Opens the popover over the text for a reference or a term, and goes where it leads."""

    def __init__(self, session: Session, place: Place, appearance: Appearance, text: TextPane) -> None:
        self._session = session
        self._place = place
        self._text = text
        self.peek = Peek(appearance, text)
        self._pointed: Pointed | None = None
        self._number = 0
        self.peek.going.connect(self._go)
        self.peek.closed.connect(self._on_closed)
        self.peek.turned.connect(self._turn)
        session.opened.connect(self.peek.leave)
        session.outlined.connect(self._on_outlined)
        place.moved.connect(self._on_moved)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what to call by the names of the actions."""
        return {"peek": self.look}

    def look(self) -> None:
        """Show what the words at the caret point to; pressed again, close."""
        pointed = at_caret.pointed(self._text.sheet)
        open_already = self._pointed is not None
        self.peek.leave()
        if open_already or pointed is None:
            return
        if not pointed.ways:
            self._text.telling.tell(pointed.span.start, self._text.line_of(pointed.span.start))
            return
        self._pointed, self._number = pointed, 0
        self._show()
        self.peek.open_at(self._text.line_of(pointed.span.start))

    def _show(self) -> None:
        reading, laid, pointed = self._session.reading, self._text.sheet.laid, self._pointed
        if reading is None or laid is None or pointed is None:
            return
        way = pointed.ways[self._number]
        span = way.span or reading.outline[way.clause].span
        shown = Span(span.start, min(span.end, span.start + _LONGEST))
        ways = len(pointed.ways)
        turning = " · ← → the others" if ways > 1 else ""
        longer = " · it goes on there" if shown != span else ""
        self.peek.head(
            _title(reading, pointed, self._number),
            f"Enter goes there{turning} · Esc closes{longer}",
            f"{self._number + 1} of {ways}" if ways > 1 else "",
        )
        excerpt = laid.excerpt(shown)
        inside = any(piece.start < span.start for piece in excerpt.page.pieces[:1])
        self.peek.show_excerpt(excerpt, span.start, span if way.span or inside else None)

    def _turn(self, step: int) -> None:
        if self._pointed is not None and len(self._pointed.ways) > 1:
            self._number = (self._number + step) % len(self._pointed.ways)
            self._show()
            self.peek.open_at(self._text.line_of(self._pointed.span.start))

    def _go(self) -> None:
        pointed, number = self._pointed, self._number
        self.peek.leave()
        if pointed is not None:
            self._text.follow(pointed.span.start, number)

    def _on_closed(self) -> None:
        self._pointed = None

    def _on_outlined(self, _moved: object) -> None:
        self.peek.leave()

    def _on_moved(self, _clause: int, _span: object) -> None:
        self.peek.leave()


def _title(reading: Reading, pointed: Pointed, number: int) -> str:
    way = pointed.ways[number]
    if pointed.term is not None:
        return f"“{pointed.term.term}”, {cite(reading, way.clause, way.span)}"
    place = pages_and_lines(reading.extent(reading.outline[way.clause].span))
    return f"{named(reading, way)} ({place})" if place else named(reading, way)
