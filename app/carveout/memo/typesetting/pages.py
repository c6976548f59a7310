"""Breaking rows into pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carveout.memo.typesetting.rows import Row

WIDTH, HEIGHT = A4
LEFT = 62.0
RIGHT = WIDTH - 62.0
MEASURE = RIGHT - LEFT
"""The width of the text, in points."""
TOP = 54.0
BOTTOM = 74.0
"""What stays free above and below the text, in points."""
ROOM = HEIGHT - TOP - BOTTOM


@dataclass(slots=True)
class Page:
    """A page: each row with the height of its top, in points down from the page's own."""

    rows: list[tuple[float, Row]] = field(default_factory=list)
    used: float = 0.0

    def take(self, row: Row) -> None:
        """Put a row below the others."""
        self.rows.append((TOP + self.used, row))
        self.used += row.height


def paginated(rows: Iterable[Row]) -> Iterator[Page]:
    """Yield each page that the rows fill, as soon as it is full.

    Rows that keep with the next, over any gap between them, move to a new page together, unless together they are
    taller than a page.
    """
    page = Page()
    group: list[Row] = []
    height = 0.0
    for row in rows:
        height += row.height
        group.append(row)
        if row.keep or (row.gap and len(group) > 1):
            if height <= ROOM:
                continue
        elif page.rows and page.used + height <= ROOM and not group[0].new_page:
            for one in group:
                page.take(one)
            group, height = [], 0.0
            continue
        for full in _place(page, group, height):
            yield page
            page = full
        group, height = [], 0.0
    for full in _place(page, group, height):
        yield page
        page = full
    yield page


def _place(page: Page, group: list[Row], height: float) -> Iterator[Page]:
    """Put rows that belong together on a page, and yield each that is begun for them."""
    if not group:
        return
    if page.rows and (group[0].new_page or (height <= ROOM and page.used + height > ROOM)):
        page = _turned(group[0])
        yield page
    for row in group:
        fits = page.used + row.height <= ROOM
        if row.gap and not (fits and page.rows):
            continue
        if not fits:
            page = _turned(row)
            yield page
        page.take(row)


def _turned(first: Row) -> Page:
    page = Page()
    for row in first.head:
        page.take(row)
    return page
