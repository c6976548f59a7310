"""The marks of a memo by what they are to each other: which is ours, which answers which, and which are one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from carveout.agreement.intake.pdf.markup import Mark, MarkedPage

Key: TypeAlias = tuple[int, int]
"""The page of a mark, and its place among the marks of that page, from 0."""

_PART = re.compile(r"(.+)-(?:comment|state|[0-9]{1,6})", re.DOTALL)


@dataclass(frozen=True)
class Threads:
    """The marks of all pages. `ours` are the names of notes that Carveout gave, now or ever."""

    pages: Sequence[MarkedPage]
    ours: Collection[str]

    def __iter__(self) -> Iterator[Key]:
        """Yield the marks in the order of the pages, those that answer another after all that answer none."""
        for answering in (False, True):
            for page, marked in enumerate(self.pages):
                for at, mark in enumerate(marked.marks):
                    if (mark.answers is not None) is answering:
                        yield page, at

    def __getitem__(self, key: Key) -> Mark:
        return self.pages[key[0]].marks[key[1]]

    def root(self, key: Key) -> Key:
        """Return the mark that a mark answers in the end, itself where it answers none or they go round in a circle."""
        page, at = key
        marks = self.pages[page].marks
        seen = {at}
        while (above := marks[at].answers) is not None:
            if above in seen:
                return key
            seen.add(above)
            at = above
        return page, at

    def note(self, key: Key) -> str | None:
        """Return the id of our note that a mark shows, None where it is a mark of somebody else's."""
        return note_of(self[key].name, self.ours)

    def repeats(self, key: Key) -> bool:
        """Tell whether a mark is part of one of Carveout's that has another name: its icon, or it on the next page."""
        part = _PART.fullmatch(self[key].name)
        return part is not None and part[1] in self._names

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(mark.name for page in self.pages for mark in page.marks)


def note_of(name: str, ours: Collection[str]) -> str | None:
    """Return the id of the note that a mark of Carveout's shows by its name, None where it is none of `ours`."""
    if name in ours:
        return name
    part = _PART.fullmatch(name)
    return part[1] if part and part[1] in ours else None
