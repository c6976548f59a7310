"""What the margin says of each paragraph: the line of the source that it begins on, and where a page begins."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span


class Margin:
    """The numbers beside the text of a reading, by offset."""

    def __init__(self, reading: Reading) -> None:
        self._lines = _lines(reading)
        self._pages = _pages(reading)
        self._line_starts = [offset for offset, _ in self._lines]
        self._page_starts = [offset for offset, _ in self._pages]

    def lines(self, part: Span) -> list[tuple[int, str]]:
        """Return the line of the source on which each paragraph of a part begins, with the paragraph's offset."""
        return self._lines[bisect_left(self._line_starts, part.start) : bisect_left(self._line_starts, part.end)]

    def pages(self, part: Span) -> list[tuple[int, str]]:
        """Return the pages of the source that begin in a part, each with the offset of its first word."""
        return self._pages[bisect_left(self._page_starts, part.start) : bisect_left(self._page_starts, part.end)]

    @property
    def widest_line(self) -> str:
        """The longest of the line numbers."""
        return max((line for _, line in self._lines), key=len, default="")

    @property
    def widest_page(self) -> str:
        """The longest of the page numbers."""
        return max((page for _, page in self._pages), key=len, default="")


def _lines(reading: Reading) -> list[tuple[int, str]]:
    starts = [paragraph.span.start for paragraph in reading.paragraphs]
    places = ((start, reading.place(start)) for start in starts)
    return [(start, str(place.line)) for start, place in places if place and place.line is not None]


def _pages(reading: Reading) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    page = None
    for place in reading.places:
        if place.page is not None and place.page != page:
            page = place.page
            found.append((place.start, f"p. {page}"))
    return found
