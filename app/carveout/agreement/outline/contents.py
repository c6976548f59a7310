"""Tables of contents: they print every label of the agreement once more, and none of it is a clause."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.labels.numbering import parse
from carveout.agreement.outline.unnumbered import is_contents, is_preamble, is_whereas

if TYPE_CHECKING:
    from carveout.agreement.layout.canonical import Canonical

_MOST = 3000
"""Passages beyond which no table of contents reaches."""
_FEWEST = 4
"""Labels that a table of contents has at least."""
_ROWS = 400
_TAIL = 12
_HEADING = 80
"""Characters beyond which nothing is the heading of one."""
_PAGE = re.compile(r"(?:[ .·_]|\b)(?:\d{1,3}|[ivxl]{1,6}|[A-Z]{1,2}-\d{1,3})$")


def contents(canonical: Canonical) -> frozenset[int]:
    """Return the positions of the passages that make up tables of contents."""
    found: set[int] = set()
    searched = 0
    for at, passage in enumerate(canonical.passages):
        if at < searched or len(passage.span) > _HEADING:
            continue
        if is_contents(passage.span.of(canonical.text).split("\n", 1)[0]):
            end = _end(canonical, at)
            searched = end or at + _MOST
            found.update(range(at, end or at + 1))
    return frozenset(found)


def _end(canonical: Canonical, start: int) -> int | None:
    """Return the position after the last passage of a table that begins at `start`: where its labels come again.

    None where they don't, so that there is no table.
    """
    seen: dict[tuple[str, str], int] = {}
    entry = start
    for at in range(start + 1, min(len(canonical.passages), start + _MOST)):
        words = canonical.passages[at].span.of(canonical.text)
        if is_preamble(words) or is_whereas(words):
            return at
        rows = words.split("\n")[:_ROWS]
        whole = parse(words[:_HEADING])
        if (whole is None or whole.end < len(words)) and any(_PAGE.search(row[-_TAIL:].rstrip()) for row in rows):
            entry = at
        for row in rows:
            mark = parse(row.strip()[:_HEADING])
            if mark is None or mark.number is None:
                continue
            paged = _PAGE.search(row[-_TAIL:].rstrip()) is not None
            key = (mark.word or "", mark.number.lower())
            if seen.get(key, at) != at and len(seen) >= _FEWEST and not paged:
                return entry + 1 if entry > start else at
            if mark.word is not None or "." in mark.number or paged:
                seen.setdefault(key, at)
    return None
