"""The outline of the PDF: bookmarks as a tree, written when all of them are known."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from carveout.memo.typesetting.file import text_string
from carveout.memo.typesetting.glyphs import in_plain_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.memo.typesetting.file import File
    from carveout.memo.typesetting.rows import Bookmark

_LONGEST = 300
"""Code points of a title."""


@dataclass(slots=True)
class _Entry:
    """A bookmark in the tree. `target` is the object of its page and the height that it leads to."""

    title: str
    target: tuple[int, float]
    closed: bool
    number: int
    below: list[_Entry] = field(default_factory=list)

    def shown(self) -> int:
        """Count the entries that stand under it when it is open."""
        return sum(1 if one.closed else 1 + one.shown() for one in self.below)


class Bookmarks:
    """Takes one bookmark after the other, in the order of the pages."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._root = _Entry("", (0, 0.0), closed=False, number=0)
        self._open = [self._root]

    def take(self, bookmark: Bookmark, page: int, height: float) -> None:
        """Enter a bookmark that leads to a height of a page, an object; one that skips a level moves up."""
        del self._open[bookmark.level + 1 :]
        title = in_plain_words(bookmark.title)[:_LONGEST]
        entry = _Entry(title, (page, height), bookmark.closed, self._file.number())
        self._open[-1].below.append(entry)
        self._open.append(entry)

    def written(self) -> int:
        """Write the outline and return its number, 0 where there is no bookmark."""
        root = self._root
        if not root.below:
            return 0
        root.number = self._file.number()
        for depth in self._levels():
            for entry in depth:
                self._put_below(entry)
        first, last = root.below[0].number, root.below[-1].number
        self._file.put(root.number, f"<< /Type /Outlines /First {first} 0 R /Last {last} 0 R /Count {root.shown()} >>")
        return root.number

    def _levels(self) -> Sequence[Sequence[_Entry]]:
        levels = [[self._root]]
        while below := [one for entry in levels[-1] for one in entry.below]:
            levels.append(below)
        return levels

    def _put_below(self, parent: _Entry) -> None:
        entries = parent.below
        for position, entry in enumerate(entries):
            page, height = entry.target
            said = [f"/Title {text_string(entry.title)} /Parent {parent.number} 0 R"]
            said.append(f"/Dest [{page} 0 R /XYZ 0 {height:.2f} 0]")
            if position:
                said.append(f"/Prev {entries[position - 1].number} 0 R")
            if position + 1 < len(entries):
                said.append(f"/Next {entries[position + 1].number} 0 R")
            if entry.below:
                count = -entry.shown() if entry.closed else entry.shown()
                first, last = entry.below[0].number, entry.below[-1].number
                said.append(f"/First {first} 0 R /Last {last} 0 R /Count {count}")
            self._file.put(entry.number, f"<< {' '.join(said)} >>")
