"""Holding the parts of a printed memo against what they have to say, column by column."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from bench.said import SPACE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.printed import Piece, Printed
    from bench.said import Saying

    from carveout.memo.instructions import Part

SPACES = re.compile(f"[{SPACE}]+")
LARGEST_CELL = 9.7
"""The size above which nothing is of a table, nor of the agreement's own words."""
_HEAD, _FOOT = 795.0, 60.0
"""Heights above and below which a page says what every page says."""


def part_of(printed: Printed, part: Part) -> Iterator[Piece]:
    """Yield the pieces of a part, without its heading, the running heads and the feet."""
    titles = [title for title, _, _ in printed.parts]
    at = titles.index(part.called)
    _, first, top = printed.parts[at]
    _, last, bottom = printed.parts[at + 1] if at + 1 < len(titles) else ("", len(printed.pages), 0.0)
    inside = (one for page in printed.pages[first : last + 1] for one in page)
    started = False
    for one in inside:
        if _FOOT < one.y < _HEAD and (first, -top) <= (one.page, -one.y) < (last, -bottom):
            if started or not one.text.endswith(part.called):
                yield one
            started = True


def agreed(saying: Saying, printed: Printed) -> Iterator[str]:
    """Yield, in words, each thing that a column of a part doesn't say as it has to."""
    text = _column(printed, saying.part, saying.column)
    at = 0
    for said in saying.said:
        pattern = re.compile(said.pattern, re.DOTALL)
        found = pattern.match(text, at) if saying.whole else pattern.search(text, at)
        if found is None:
            yield f"{saying.part.called} {saying.column}: {said.what} is not there; there is {text[at : at + 60]!r}"
            found = pattern.search(text, at)
        at = found.end() if found else at
    if saying.whole and at < len(text):
        yield f"{saying.part.called} {saying.column}: more is said than was written: {text[at : at + 60]!r}"


def _column(printed: Printed, part: Part, column: str) -> str:
    """Return what a column of the tables of a part says, or all of the part, without white space."""
    pieces = list(part_of(printed, part))
    if not column:
        return SPACES.sub("", "".join(one.text for one in pieces))
    heads: list[tuple[float, str]] = []
    titles: tuple[int, float] = (-1, 0.0)
    said: dict[str, list[str]] = {}
    across: tuple[int, float] = (-1, 0.0)
    for one in pieces:
        line = (one.page, one.y)
        if one.font.endswith("Inter-SemiBold") and one.size < 6.5 and one.text.isupper():
            if line != titles:
                heads, titles = [], line
            heads.append((one.x, one.text))
        elif heads and one.size < LARGEST_CELL:
            at = max(0, bisect_right(heads, (one.x + 0.6, "\uffff")) - 1)
            if one.font.endswith("Italic") and heads[at][1] == "CLAUSE":
                across = line
            name = "CLAUSE" if line == across else heads[at][1]
            said.setdefault(name, []).append(one.text)
    return SPACES.sub("", "".join(said.get(column, [])))
