"""Pages that only white space still shows, and the feet of pages that ran into their last words."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from carveout.agreement.layout.position import is_unwrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

_BLANK = 5
"""Blank lines that stand for a page break where one or two part paragraphs."""
_PAGE = 900
"""Characters that pages have on the average at least."""
_NUMBER = re.compile(r"(?<=[\s\]])[-–—]?(?:page )?[-–—]? ?(?P<n>\d{1,3})(?: of \d{1,3})? ?[-–—]?$", re.IGNORECASE)
_ALONE = re.compile(r" *[-–—]? ?(?P<n>\d{1,3}) ?[-–—]?(?: {1,8}(?P<after>\d{1,3}))? *$")
_SHORT = 120
"""Columns beyond which a line holds more than page numbers."""
_APART = 300
"""Characters that stand between two of them on the average."""
_REACH = 24
_NOTE = 400
"""Characters beyond which nothing is the foot of a page."""
_SHORTEST = 16
_SENTENCE = re.compile(r"(?:[.;:!?][\"”’)\]]{0,2} {1,2}| {3,})(?=[A-Z\[(*])")


def page_starts(lines: Sequence[str]) -> list[int]:
    """Return the lines that a run of blank lines makes the first of their page, none where it doesn't show pages.

    Only a source that doesn't wrap has its pages so: elsewhere blank lines are the layout of the page itself.
    """
    lengths = sorted(len(line) for line in lines if line.strip(" "))
    if not lengths or not is_unwrapped(lengths):
        return []
    starts = []
    blank = 0
    for at, line in enumerate(lines):
        if line.strip(" "):
            if blank >= _BLANK:
                starts.append(at)
            blank = 0
        else:
            blank += 1
    return starts if sum(lengths) >= _PAGE * (len(starts) + 1) else []


def number_lines(lines: Sequence[str]) -> set[int]:
    """Return the lines that hold nothing but the page numbers of the paper that the source was made from.

    That of a foot and that of the head after it may stand on two lines or on one (`-5-  6`); most such lines must
    count on, and pages of words must stand between them.
    """
    alone = [(at, match) for at, line in enumerate(lines) if len(line) <= _SHORT and (match := _ALONE.match(line))]
    counted: list[int] = []
    number = 0
    for at, match in alone:
        first, last = int(match["n"]), int(match["after"] or match["n"])
        if last - first in (0, 1) and (first - number in (0, 1) or not counted):
            counted.append(at)
            number = last
    enough = len(counted) >= 3 and 5 * len(counted) >= 4 * len(alone)
    return set(counted) if enough and sum(map(len, lines)) >= _APART * len(counted) else set()


def feet(lines: Sequence[str], last: Sequence[int]) -> dict[int, int]:
    """Return the columns at which the feet of pages begin on their last lines, by line.

    `last` are the last lines of the pages that have words, in order. A number at the end of a line counts pages where
    that of the page before or after it is one lower or higher; words are a foot where they end most pages.
    """
    tails = [lines[at].rstrip(" ") for at in last]
    ends = _before_numbers(tails)
    notes = _notes([tail[max(0, end - _NOTE) : end].rstrip(" ") for tail, end in zip(tails, ends, strict=True)])
    found: dict[int, int] = {}
    for at, tail, end, note in zip(last, tails, ends, notes, strict=True):
        column = len(tail[:end].rstrip(" ")) - len(note)
        if column < len(tail) and tail[:column].strip(" "):
            found[at] = column
    return found


def _before_numbers(tails: Sequence[str]) -> list[int]:
    """Return where each line ends when the number of its page goes."""
    numbers: list[tuple[int, int] | None] = []
    for tail in tails:
        match = _NUMBER.search(tail, max(0, len(tail) - _REACH))
        numbers.append((int(match["n"]), match.start()) if match else None)
    ends = [len(tail) for tail in tails]
    for (page, one), (_, after) in pairwise(enumerate(numbers)):
        if one is not None and after is not None and after[0] == one[0] + 1:
            ends[page], ends[page + 1] = one[1], after[1]
    return ends


def _notes(tails: Sequence[str]) -> list[str]:
    """Return the words at the end of each tail that most pages end with, none where they don't."""
    shared: Counter[str] = Counter()
    for one, after in pairwise(tails):
        alike = next((at for at, (x, y) in enumerate(zip(one[::-1], after[::-1], strict=False)) if x != y), len(one))
        start = _SENTENCE.search(one, max(0, len(one) - alike - 3))
        note = one[start.end() :] if start is not None else ""
        if _SHORTEST <= len(note) <= alike:
            shared[note] += 1
    usual = [note for note, times in shared.items() if times >= 2 and 3 * times >= len(tails)]
    return [max((note for note in usual if tail.endswith(note)), key=len, default="") for tail in tails]
