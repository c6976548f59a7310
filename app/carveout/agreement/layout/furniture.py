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

from carveout.agreement.layout.flattened_pages import feet, page_starts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carveout.agreement.progress import Course

_MARK = re.compile(r" *<PAGE>(?: *\d{1,5})? *$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_BARE = re.compile(r"[-–—(\[ ]*(?:page )? *(?P<n>\d{1,4}|[ivxl]{1,8})[-–—)\] ]*$", re.IGNORECASE)
_DRESSED = re.compile(r"[-–—]|page", re.IGNORECASE)
_PAGED = re.compile(r"page#|#of#", re.IGNORECASE)
_LABEL = re.compile(
    r" *(?:(?:article|section|sec\.|chapter|part|title|exhibit|schedule|annex|appendix|item|clause|paragraph|§)\b"
    r"|\(\w{1,6}\)|\d{1,3}\.)",
    re.IGNORECASE,
)
"""A line that begins so counts clauses, not pages."""
_DRAWN = " -=_*"
_LONGEST = 200
"""Columns beyond which a line is no furniture."""
_SHORT = 24
"""Characters beyond which a line is more than a page number."""
_APART = 300
"""Words of a page, in characters, that must stand between two page numbers that count pages."""
_ROUNDS = 4
"""Lines of furniture looked for on either side of a page break."""


@dataclass(frozen=True, slots=True)
class Pagination:
    """The page of each line, 1-based, empty where the source has no pages; and the lines that are furniture."""

    pages: tuple[int, ...]
    furniture: frozenset[int]
    feet: Mapping[int, int] = field(default_factory=dict)
    """The columns at which furniture begins on lines with words of the text before it."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """A line that may count pages: where it stands, and the number that it shows."""

    line: int
    number: int


def paginate(lines: Sequence[str], feeds: Sequence[int], course: Course) -> Pagination:
    """Find the pages of a source and its furniture.

    `feeds` are the lines that a form feed makes the first of their page. Takes one stage of `course`, and time linear
    in the number of lines.
    """
    words = [at for at, line in enumerate(course.over(lines, len(lines))) if line.strip(" ")]
    marks = [at for at in words if len(lines[at]) <= _LONGEST and _MARK.match(lines[at])]
    if marks:
        return _paged(lines, words, marks, _beside(lines, words, marks), marks)
    if feeds:
        return _paged(lines, words, feeds, _beside(lines, words, feeds, inclusive=True), [])
    if starts := page_starts(lines):
        found = _paged(lines, words, starts, _beside(lines, words, starts, inclusive=True), [])
        last = {found.pages[at]: at for at in words if at not in found.furniture}
        return replace(found, feet=feet(lines, list(last.values())))
    counted = _counters(lines, words)
    if not counted:
        return Pagination((), frozenset())
    anchors = [one.line for one in counted]
    furniture = _beside(lines, words, anchors)
    on_top = _stand_on_top(counted, lines)
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


def _is_bare(line: str) -> bool:
    """Tell whether a line is nothing but a number, in digits or Roman numerals, with dashes or brackets around it."""
    return len(line) - line.count(" ") <= _SHORT and _BARE.match(line) is not None


def _shape(line: str) -> str:
    """Return what stays of a line when its numbers and spaces go."""
    if _is_bare(line):
        return "#"
    return _DIGITS.sub("#", line).replace(" ", "")


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
                _shape(lines[words[at]]) if 0 <= at < len(words) and len(lines[words[at]]) <= _LONGEST else ""
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


def _counters(lines: Sequence[str], words: Sequence[int]) -> list[_Counted]:
    """Return the lines that count the pages, in order."""
    shapes: dict[str, list[int]] = {}
    for at in words:
        line = lines[at]
        if len(line) <= _LONGEST and (_DIGITS.search(line) or _is_bare(line)) and not _LABEL.match(line):
            shapes.setdefault(_shape(line), []).append(at)
    room = _Room(lines)
    found: dict[int, _Counted] = {}
    for shape, alike in shapes.items():
        if len(alike) >= 3:
            for one in _count_up(shape, alike, lines, room):
                found[one.line] = one
    return [found[at] for at in sorted(found)]


class _Room:
    """How many characters stand before each line."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._before = [0]
        for line in lines:
            self._before.append(self._before[-1] + len(line.strip(" ")))

    def between(self, first: int, second: int) -> int:
        return self._before[second] - self._before[first + 1]


def _count_up(shape: str, at: Sequence[int], lines: Sequence[str], room: _Room) -> list[_Counted]:
    """Return the lines of one shape that count one by one, none where most of them don't."""
    numbers = [_numbers(lines[line]) for line in at]
    for place in range(min(map(len, numbers))):
        chain = _chain([_Counted(line, many[place]) for line, many in zip(at, numbers, strict=True)], room)
        if len(chain) >= 3 and len(chain) * 5 >= len(at) * 3 and _breaks_pages(shape, chain, lines):
            return chain
    return []


def _numbers(line: str) -> list[int]:
    bare = _BARE.match(line)
    if bare:
        return [int(bare["n"]) if bare["n"].isdigit() else _roman(bare["n"].lower())]
    return [int(digits[:9]) for digits in _DIGITS.findall(line)]


def _roman(numeral: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50}[letter] for letter in numeral]
    return sum(-one if one < after else one for one, after in pairwise([*values, 0]))


def _chain(counted: Sequence[_Counted], room: _Room) -> list[_Counted]:
    chain: list[_Counted] = []
    for at, one in enumerate(counted):
        if chain and room.between(chain[-1].line, one.line) < _APART:
            continue
        goes_on = bool(chain) and one.number == chain[-1].number + 1
        restarts = at + 1 < len(counted) and one.number <= 3 and counted[at + 1].number == one.number + 1
        if goes_on or restarts:
            chain.append(one)
    return chain


def _breaks_pages(shape: str, chain: Sequence[_Counted], lines: Sequence[str]) -> bool:
    """Tell whether the lines look like page numbers, or at least cut sentences in two."""
    if _PAGED.search(shape) or re.fullmatch(r"[A-Z]-#", shape):
        return True
    if shape == "#" and all(_DRESSED.search(lines[one.line]) for one in chain):
        return True
    cut = sum(1 for one in chain if _goes_on_below(one.line, lines))
    return cut * 10 >= len(chain) and cut > 0


def _goes_on_below(line: int, lines: Sequence[str]) -> bool:
    """Tell whether the next words begin in the middle of a sentence; rules are drawn, not written."""
    for below in lines[line + 1 : line + 12]:
        words = below.lstrip(_DRAWN)
        if words:
            return words[0].islower()
    return False


def _stand_on_top(counted: Sequence[_Counted], lines: Sequence[str]) -> bool:
    """Tell whether page numbers stand above their page, by how much text stands before the first."""
    first = counted[0]
    before = sum(len(line.strip(" ")) for line in lines[: first.line])
    gaps = sorted(
        sum(len(line.strip(" ")) for line in lines[one.line : after.line]) for one, after in pairwise(counted[:12])
    )
    usual = max(1, gaps[len(gaps) // 2])
    return before < (first.number - 0.5) * usual


def _heads(anchors: Sequence[int], words: Sequence[int], furniture: set[int]) -> list[int]:
    """Return where each page starts: at the first line of the furniture that holds its number."""
    starts = []
    for anchor in anchors:
        at = bisect_left(words, anchor)
        while at > 0 and words[at - 1] in furniture:
            at -= 1
        starts.append(words[at])
    return starts
