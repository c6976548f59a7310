"""Page numbers: lines that come back with a number one higher each time, as far apart as pages are."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_DIGITS = re.compile(r"\d\d*")
"""Written so that a search passes over all else at once."""
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
LONGEST = 200
"""Columns beyond which a line is no furniture."""
_SHORT = 24
"""Characters beyond which a line is more than a page number."""
_APART = 300
"""Words of a page, in characters, that must stand between two page numbers that count pages."""
_MANY = 10
"""Page numbers whose distance tells that they are such."""
_PAGE = 1000
"""Characters that an ordinary page holds at least."""
_HEADED = 6
"""Page numbers with the same head after them that count pages, whatever other numbers stand in the text."""
_ROW = 120
"""Characters that a row of a table of contents has at most between two of its numbers."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A line that may count pages: where it stands, and the number that it shows."""

    line: int
    number: int


def _is_bare(line: str) -> bool:
    """Tell whether a line is nothing but a number, in digits or Roman numerals, with dashes or brackets around it."""
    return len(line) - line.count(" ") <= _SHORT and _BARE.match(line.strip(" ")) is not None


def shape_of(line: str) -> str:
    """Return what stays of a line when its numbers and spaces go."""
    if _is_bare(line):
        return "#"
    return _DIGITS.sub("#", line).replace(" ", "")


def counters(lines: Sequence[str], words: Sequence[int]) -> list[Counted]:
    """Return the lines that count the pages, in order."""
    shapes: dict[str, list[int]] = {}
    for at in words:
        line = lines[at]
        if len(line) <= LONGEST and (_DIGITS.search(line) or _is_bare(line)) and not _LABEL.match(line):
            shapes.setdefault(shape_of(line), []).append(at)
    room = _Room(lines)
    found: dict[int, Counted] = {}
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


def _count_up(shape: str, at: Sequence[int], lines: Sequence[str], room: _Room) -> list[Counted]:
    """Return the lines of one shape that count one by one, none where most of them don't."""
    numbers = [_numbers(lines[line]) for line in at]
    for place in range(min(map(len, numbers))):
        chain = _chain([Counted(line, many[place]) for line, many in zip(at, numbers, strict=True)], room)
        apart = 1 + sum(room.between(one, after) >= _APART for one, after in pairwise(at))
        if len(chain) >= 3 and len(chain) * 5 >= apart * 3 and _breaks_pages(shape, chain, lines, room):
            return chain
        headed = _under_one_head(chain, lines)
        if len(headed) >= _HEADED and 5 * len(headed) >= 3 * len(chain):
            return headed
    return []


def _numbers(line: str) -> list[int]:
    bare = _BARE.match(line)
    if bare:
        return [int(bare["n"]) if bare["n"].isdigit() else _roman(bare["n"].lower())]
    return [int(digits[:9]) for digits in _DIGITS.findall(line)]


def _roman(numeral: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50}[letter] for letter in numeral]
    return sum(-one if one < after else one for one, after in pairwise([*values, 0]))


def _chain(counted: Sequence[Counted], room: _Room) -> list[Counted]:
    chain: list[Counted] = []
    for at, one in enumerate(counted):
        if chain and room.between(chain[-1].line, one.line) < _APART:
            continue
        goes_on = bool(chain) and one.number == chain[-1].number + 1
        after = counted[at + 1] if one.number <= 3 and at + 1 < len(counted) else one
        restarts = after.number == one.number + 1 and room.between(one.line, after.line) >= _ROW
        if goes_on or restarts:
            chain.append(one)
    return chain


def _breaks_pages(shape: str, chain: Sequence[Counted], lines: Sequence[str], room: _Room) -> bool:
    """Tell whether the lines look like page numbers, stand as far apart as these do, or cut sentences in two."""
    if _PAGED.search(shape) or re.fullmatch(r"[A-Z]-#", shape):
        return True
    if shape == "#" and all(_DRESSED.search(lines[one.line]) for one in chain):
        return True
    if shape == "#" and _stand_evenly(chain, room):
        return True
    cut = sum(1 for one in chain if _goes_on_below(one.line, lines))
    return cut * 10 >= len(chain) and cut > 0


def _under_one_head(chain: Sequence[Counted], lines: Sequence[str]) -> list[Counted]:
    """Return the numbers that the same line comes after: the head of the next page."""
    below = [_next_words(one.line, lines) for one in chain]
    usual, times = Counter(below).most_common(1)[0] if below else ("", 0)
    return [one for one, words in zip(chain, below, strict=True) if words == usual] if usual and times > 1 else []


def _next_words(line: int, lines: Sequence[str]) -> str:
    return next((words for below in lines[line + 1 : line + 12] if (words := below.strip(_DRAWN))), "")


def _stand_evenly(chain: Sequence[Counted], room: _Room) -> bool:
    """Tell whether many numbers have about as many words between them as a page holds, which no clauses have."""
    gaps = sorted(room.between(one.line, after.line) for one, after in pairwise(chain))
    usual = gaps[len(gaps) // 2] if len(gaps) >= _MANY else 0
    even = sum(usual <= 3 * gap <= 9 * usual for gap in gaps)
    return usual >= _PAGE and 5 * even >= 4 * len(gaps)


def _goes_on_below(line: int, lines: Sequence[str]) -> bool:
    """Tell whether the next words begin in the middle of a sentence; rules are drawn, not written."""
    for below in lines[line + 1 : line + 12]:
        words = below.lstrip(_DRAWN)
        if words:
            return words[0].islower()
    return False


def stand_on_top(counted: Sequence[Counted], lines: Sequence[str]) -> bool:
    """Tell whether page numbers stand above their page, by how much text stands before the first."""
    first = counted[0]
    before = sum(len(line.strip(" ")) for line in lines[: first.line])
    gaps = sorted(
        sum(len(line.strip(" ")) for line in lines[one.line : after.line]) for one, after in pairwise(counted[:12])
    )
    usual = max(1, gaps[len(gaps) // 2])
    return before < (first.number - 0.5) * usual
