"""The outline of the PDF: bookmarks as a tree, written when all of them are known."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from carveout.memo.typesetting.file import text_string
from carveout.memo.typesetting.glyphs import in_plain_words

if TYPE_CHECKING:
    from carveout.memo.typesetting.file import File
    from carveout.memo.typesetting.rows import Bookmark

_LONGEST = 300
"""Code points of a title."""


class Bookmarks:
    """Takes one bookmark after the other, in the order of the pages; the first of the arrays' values are the root's."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._titles = [""]
        self._levels = array("l", (-1,))
        self._pages = array("l", (0,))
        self._heights = array("f", (0.0,))
        self._closed = bytearray(1)

    def take(self, bookmark: Bookmark, page: int, height: float) -> None:
        """Enter a bookmark that leads to a height of a page, an object; one that skips a level moves up."""
        self._titles.append(in_plain_words(bookmark.title)[:_LONGEST])
        self._levels.append(min(bookmark.level, self._levels[-1] + 1))
        self._pages.append(page)
        self._heights.append(height)
        self._closed.append(bookmark.closed)

    def written(self) -> int:
        """Write the outline and return its number, 0 where there is no bookmark."""
        count = len(self._titles)
        if count == 1:
            return 0
        parents = self._parents()
        first, last, before, after, shown = ([0] * count for _ in range(5))
        for at in range(1, count):
            parent = parents[at]
            before[at] = last[parent]
            after[last[parent]] = at
            first[parent] = first[parent] or at
            last[parent] = at
        for at in range(count - 1, 0, -1):
            shown[parents[at]] += 1 + (0 if self._closed[at] else shown[at])
        root = self._file.number()
        said = []
        for at in range(1, count):
            beside = f"/Parent {root + parents[at]} 0 R"
            if before[at]:
                beside += f" /Prev {root + before[at]} 0 R"
            if after[at]:
                beside += f" /Next {root + after[at]} 0 R"
            there = f"/Dest [{self._pages[at]} 0 R /XYZ 0 {self._heights[at]:.2f} 0]"
            below = ""
            if first[at]:
                sign = "-" if self._closed[at] else ""
                below = f" /First {root + first[at]} 0 R /Last {root + last[at]} 0 R /Count {sign}{shown[at]}"
            said.append(f"<< /Title {text_string(self._titles[at])} {beside} {there}{below} >>")
        self._file.add_all(said)
        ends = f"/First {root + first[0]} 0 R /Last {root + last[0]} 0 R"
        self._file.put(root, f"<< /Type /Outlines {ends} /Count {shown[0]} >>")
        return root

    def _parents(self) -> list[int]:
        """Return the bookmark above each."""
        parents = [0]
        above = [0]
        for at in range(1, len(self._titles)):
            del above[self._levels[at] + 1 :]
            parents.append(above[-1])
            above.append(at)
        return parents
