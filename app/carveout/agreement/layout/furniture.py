"""Page furniture: the running heads, feet and page numbers that stand at page breaks and are no words of the text.

Nothing here knows what furniture says. It is known by its place: a line that counts pages (a `<PAGE>` mark, a form
feed, or a line that comes back again and again with a number one higher each time), and beside it lines that come
back at most of those places.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from carveout.agreement.layout.flattened_pages import feet, number_lines, page_starts
from carveout.agreement.layout.page_numbers import LONGEST, counters, shape_of, stand_on_top

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carveout.agreement.progress import Course

_MARK = re.compile(r" *<PAGE>(?: *\d{1,5})? *$", re.IGNORECASE)
_ROUNDS = 4
"""Lines of furniture looked for on either side of a page break."""


@dataclass(frozen=True, slots=True)
class Pagination:
    """The page of each line, 1-based, empty where the source has no pages; and the lines that are furniture."""

    pages: tuple[int, ...]
    furniture: frozenset[int]
    feet: Mapping[int, int] = field(default_factory=dict)
    """The columns at which furniture begins on lines with words of the text before it."""


def paginate(lines: Sequence[str], feeds: Sequence[int], course: Course) -> Pagination:
    """Find the pages of a source and its furniture.

    `feeds` are the lines that a form feed makes the first of their page. Takes one stage of `course`, and time linear
    in the number of lines.
    """
    words = [at for at, line in enumerate(course.over(lines, len(lines))) if line.strip(" ")]
    marks = [at for at in words if "<" in lines[at] and len(lines[at]) <= LONGEST and _MARK.match(lines[at])]
    if marks:
        return _paged(lines, words, marks, _beside(lines, words, marks), marks)
    if feeds:
        return _paged(lines, words, feeds, _beside(lines, words, feeds, inclusive=True), [])
    counted = counters(lines, words)
    anchors = [one.line for one in counted]
    if starts := page_starts(lines):
        numbers = sorted(number_lines(lines).union(anchors))
        beside = _beside(lines, words, starts, inclusive=True).union(numbers, _beside(lines, words, numbers))
        found = _paged(lines, words, starts, beside, [])
        last = {found.pages[at]: at for at in words if at not in found.furniture}
        return replace(found, feet=feet(lines, list(last.values())))
    if not counted:
        return Pagination((), frozenset())
    furniture = _beside(lines, words, anchors)
    on_top = stand_on_top(counted, lines)
    starts = _heads(anchors, words, furniture | set(anchors)) if on_top else [at + 1 for at in anchors]
    return _paged(lines, words, starts, furniture, anchors)


def _paged(
    lines: Sequence[str], words: Sequence[int], starts: Sequence[int], beside: set[int], anchors: Sequence[int]
) -> Pagination:
    """Lay out the pages; where what stands beside the breaks would be everything, only the anchors are furniture."""
    furniture = beside.union(anchors)
    if len(furniture) == len(words):
        furniture = set(anchors)
    return Pagination(_pages(len(lines), _after_words(starts, words, furniture)), frozenset(furniture))


def _after_words(starts: Sequence[int], words: Sequence[int], furniture: set[int]) -> list[int]:
    """Leave out page starts before which no word of the text stands: they open the first page."""
    first = next((at for at in words if at not in furniture), 0)
    return [at for at in starts if at > first]


def _pages(count: int, starts: Sequence[int]) -> tuple[int, ...]:
    pages: list[int] = []
    for page, (start, end) in enumerate(pairwise([0, *starts, count]), 1):
        pages += [page] * (end - start)
    return tuple(pages)


def _beside(lines: Sequence[str], words: Sequence[int], anchors: Sequence[int], *, inclusive: bool = False) -> set[int]:
    """Return the lines next to the anchors whose shape comes back at half of them or more."""
    furniture: set[int] = set()
    enough = max(3, (len(anchors) + 1) // 2)
    for step in (-1, 1):
        own = 0 if inclusive and step == 1 else step
        # The last page has a foot and the first a head, though no break stands after the one or before the other.
        edge = len(words) - 1 if step == -1 else 0
        cursors = [*(bisect_left(words, at) + own for at in anchors), edge]
        for _ in range(_ROUNDS):
            shapes = [
                shape_of(lines[words[at]]) if 0 <= at < len(words) and len(lines[words[at]]) <= LONGEST else ""
                for at in cursors
            ]
            usual = {shape for shape, times in Counter(shapes).items() if shape and times >= enough}
            if not usual:
                break
            for position, shape in enumerate(shapes):
                if shape in usual:
                    furniture.add(words[cursors[position]])
                    cursors[position] += step
    return furniture


def _heads(anchors: Sequence[int], words: Sequence[int], furniture: set[int]) -> list[int]:
    """Return where each page starts: at the first line of the furniture that holds its number."""
    starts = []
    for anchor in anchors:
        at = bisect_left(words, anchor)
        while at > 0 and words[at - 1] in furniture:
            at -= 1
        starts.append(words[at])
    return starts
