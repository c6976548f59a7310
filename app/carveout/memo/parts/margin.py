"""The margin of the annotated agreement: page and line of the source, and the names that links lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.memo.typesetting.pages import LEFT
from carveout.memo.typesetting.rows import Bookmark, Row
from carveout.memo.typesetting.style import MARGIN
from carveout.memo.typesetting.text import Fragment, Line, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carveout.agreement.clause import Clause
    from carveout.agreement.span import Span
    from carveout.memo.parts.composer import Composer
    from carveout.memo.parts.passages import Passages

_PAGE_END = LEFT + 18
_LINE_END = LEFT + 38
_EVERY = 5
"""Besides the first line of a paragraph and of a page, every fifth line of the source is numbered."""

_LEVELS = {
    ClauseKind.EXHIBIT: 1,
    ClauseKind.SCHEDULE: 1,
    ClauseKind.ANNEX: 1,
    ClauseKind.APPENDIX: 1,
    ClauseKind.FILING_ITEM: 1,
    ClauseKind.CHAPTER: 1,
    ClauseKind.ARTICLE: 2,
    ClauseKind.SECTION: 3,
}


class Margin:
    """Notes on the rows of one paragraph after the other where they stand in the source."""

    def __init__(self, composer: Composer, passages: Passages) -> None:
        self._composer = composer
        self._reading = composer.memo.reading
        self._places = passages.places
        self._next = 0
        self._page: int | None = None
        self._line: int | None = None
        self._level = 0

    def noted(self, span: Span, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the rows of a paragraph with their margin, their names and their bookmark."""
        while self._next < len(self._places) and self._places[self._next].offset < span.start:
            self._next += 1
        last = -1
        for row in rows:
            begun = []
            for line in row.lines:
                for fragment in line.fragments:
                    at = fragment.run.at
                    if at is not None and at > last:
                        begun.append(at)
            if begun:
                self._name(row, begun[-1])
                self._number(row, begun, first=last < 0)
                last = begun[-1]
            yield row

    def _name(self, row: Row, last: int) -> None:
        while self._next < len(self._places) and self._places[self._next].offset <= last:
            place = self._places[self._next]
            row.places.append(place.name)
            if place.clause is not None:
                self._bookmark(row, self._reading.outline[place.clause])
            self._next += 1

    def _bookmark(self, row: Row, clause: Clause) -> None:
        level = _LEVELS.get(clause.kind)
        if level is None or row.bookmark is not None:
            return
        self._level = min(level, self._level + 1)
        title = " ".join(part for part in (clause.label.rstrip("."), clause.heading) if part) or clause.citation
        row.bookmark = Bookmark(title, self._level, closed=self._level > 0)

    def _number(self, row: Row, offsets: list[int], *, first: bool) -> None:
        """Label a row with the page of the source that begins on it, and with a line of the source."""
        places = []
        turned = fifth = None
        for offset in offsets:
            place = self._reading.place(offset)
            if place is None:
                continue
            places.append(place)
            if turned is None and place.page is not None and place.page != self._page:
                turned = place
            if fifth is None and place.line is not None and place.line % _EVERY == 0:
                fifth = place
        if turned is not None:
            self._page = turned.page
            row.lines.append(self._label(f"p. {turned.page}", _PAGE_END))
        shown = turned or (places[0] if first and places else fifth)
        if shown is not None and shown.line is not None and shown.line != self._line:
            self._line = shown.line
            row.lines.append(self._label(str(shown.line), _LINE_END))

    def _label(self, text: str, end: float) -> Line:
        face, size = MARGIN.face, MARGIN.size
        width = self._composer.glyphs.width(face, text) * size
        return Line([Fragment(Run(text, MARGIN), face, size, text, end - width, end)])
