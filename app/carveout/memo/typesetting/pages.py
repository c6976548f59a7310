"""Breaking rows into pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def paginated(rows: Iterable[Row]) -> list[Page]:
    """Return the pages that the rows fill.

    Rows that keep with the next, over any gap between them, move to a new page together, unless together they are
    taller than a page.
    """
    pages = [Page()]
    group: list[Row] = []
    height = 0.0
    for row in rows:
        group.append(row)
        height += row.height
        parts = not row.keep and not (row.gap and len(group) > 1)
        if parts or height > ROOM:
            _place(pages, group, height)
            group, height = [], 0.0
    _place(pages, group, height)
    return pages


def _place(pages: list[Page], group: list[Row], height: float) -> None:
    if not group:
        return
    if pages[-1].rows and (group[0].new_page or (height <= ROOM and pages[-1].used + height > ROOM)):
        _turn(pages, group[0])
    for row in group:
        fits = pages[-1].used + row.height <= ROOM
        if row.gap and not (fits and pages[-1].rows):
            continue
        if not fits:
            _turn(pages, row)
        pages[-1].take(row)


def _turn(pages: list[Page], first: Row) -> None:
    page = Page()
    for row in first.head:
        page.take(row)
    pages.append(page)
