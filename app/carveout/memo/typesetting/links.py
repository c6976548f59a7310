"""Links from page to page: kept as bare numbers until all pages are known, for a link may lead to a later page."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Links:
    """What leads where. Pages count from 1, heights are points from a page's lower edge."""

    def __init__(self) -> None:
        self._names: dict[str, int] = {}
        self._pages = array("L")
        """The page of each name's place, 0 while it has none."""
        self._heights = array("f")
        self._to = array("L")
        self._boxes = array("f")

    def __len__(self) -> int:
        return len(self._to)

    def begin(self, name: str, page: int, height: float) -> None:
        """Note where a place begins."""
        at = self._number(name)
        self._pages[at], self._heights[at] = page, height

    def lead(self, name: str, left: float, bottom: float, right: float, top: float) -> None:
        """Make a rectangle of the page lead to a place, if there will be one."""
        self._to.append(self._number(name))
        self._boxes.extend((left, bottom, right, top))

    def page_of(self, name: str) -> int:
        """Return the page of a place, 0 where there is none."""
        at = self._names.get(name)
        return 0 if at is None else self._pages[at]

    def written(self, first: int, last: int, pages: Sequence[int]) -> Iterator[str]:
        """Yield the links from the `first` up to the `last` that lead to a place; `pages` are the pages' objects."""
        boxes = self._boxes
        for at in range(first, last):
            place = self._to[at]
            page = self._pages[place]
            if page:
                left, bottom, right, top = boxes[4 * at : 4 * at + 4]
                yield (
                    f"<</Type/Annot/Subtype/Link/Border[0 0 0]/Rect[{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}]"
                    f"/Dest[{pages[page - 1]} 0 R/XYZ 0 {self._heights[place]:.2f} 0]>>"
                )

    def _number(self, name: str) -> int:
        at = self._names.get(name)
        if at is None:
            at = self._names[name] = len(self._pages)
            self._pages.append(0)
            self._heights.append(0.0)
        return at
