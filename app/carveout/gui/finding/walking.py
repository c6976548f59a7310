"""Walking from hit to hit in the text, after something was looked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from carveout.gui.finding.searching import MOST_SPANS

if TYPE_CHECKING:
    from carveout.agreement.span import Span
    from carveout.gui.finding.searching import Searching
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.gui.text.pane import TextPane
    from carveout.review.query import Query


class Walking(QObject):
    """The hits of one query in the text, and the one that counsel is at. `changed` says that they are others."""

    changed = Signal()

    def __init__(self, searching: Searching, session: Session, place: Place, text: TextPane) -> None:
        super().__init__(text)
        self._searching = searching
        self._session = session
        self._place = place
        self._text = text
        self._query: Query | None = None
        self.words = ""
        """What was looked for, as it was typed."""
        self.spans: tuple[Span, ...] = ()
        searching.located.connect(self._on_located, Qt.ConnectionType.QueuedConnection)
        session.opened.connect(self.end)
        place.moved.connect(self.changed)

    @property
    def under_way(self) -> bool:
        """Tell whether there are hits to walk."""
        return bool(self.spans)

    @property
    def at(self) -> int | None:
        """The number of the hit that counsel was led to last, None where she has gone elsewhere."""
        span = self._place.span
        number = bisect_left(self.spans, span) if span is not None else len(self.spans)
        return number if number < len(self.spans) and self.spans[number] == span else None

    @property
    def told(self) -> str:
        """How many hits there are and, as far as that is so, at which of them counsel is."""
        count = f"{len(self.spans)}{'+' if len(self.spans) >= MOST_SPANS else ''}"
        return f"{count} in the text" if self.at is None else f"{self.at + 1} of {count}"

    def begin(self, words: str, query: Query) -> None:
        """Have the hits of a query shown in the text, for walking."""
        self.words, self._query = words, query
        spans = self._searching.locate(query)
        if spans is not None:
            self._take(spans)

    def end(self) -> None:
        """Show no hits any more."""
        self._query = None
        self._take(())

    def go_on(self, step: int) -> None:
        """Go to the next hit behind the caret, or for -1 to the one before it; behind the last comes the first."""
        here = self._text.sheet.caret()
        if not self.spans or here is None:
            return
        at = self.at
        if at is not None:
            number = at + step
        else:
            starts = [span.start for span in self.spans]
            number = bisect_right(starts, here) if step > 0 else bisect_left(starts, here) - 1
        self._go(self.spans[number % len(self.spans)])

    def _go(self, span: Span) -> None:
        reading = self._session.reading
        if reading is not None:
            self._place.go(reading.outline.at(span.start) or 0, span)

    def _on_located(self, query: Query, spans: tuple[Span, ...]) -> None:
        if query == self._query:
            self._take(spans)

    def _take(self, spans: tuple[Span, ...]) -> None:
        self.spans = spans
        self._text.show_found(spans)
        self.changed.emit()
