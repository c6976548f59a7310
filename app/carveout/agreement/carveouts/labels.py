"""Labels of lists that run in, as far as the words of a carve-out need them: (a), (ii), (3)."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from carveout.agreement.labels.numbering import Count, counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.span import Span

LABEL = re.compile(r"\((?P<n>[a-z]{1,5}|[A-Z]{1,4}|\d{1,2})\)(?=[ ,;])")
_NEXT = re.compile(rf"[;,]\s*(?:and|or|and/or)?\s*{LABEL.pattern}")
_REFERS = re.compile(r"\b(?:(?:sub)?(?:clause|section|paragraph|item)s?|and|or|through|to)$", re.IGNORECASE)
_LINK = frozenset({"and", "or", "through", "to"})
_LABEL_OR_NUMBER = re.compile(r"(?:\((?:[a-z]{1,5}|[A-Z]{1,4}|\d{1,2})\)|\d)$")
_NAMED = re.compile(r"(?<![\w)])\((?:[a-z]{1,5}|[A-Z]{1,4}|\d{1,2})\)$")
_LONGEST_ITEM = 6000
_LONGEST_LIST = 40
_OPENING_LETTERS = frozenset({"w", "x", "W", "X"})
"""Labels other than the first of their kind that a short list may begin with: (x), (y) and (z)."""


@dataclass(frozen=True, slots=True)
class _Labels:
    """The labels of a text that open an item, with the ways to read each, and where each reading stands.

    `following` has those that come right after a comma or semicolon.
    """

    matches: tuple[re.Match[str], ...]
    starts: tuple[int, ...]
    counts: tuple[tuple[Count, ...], ...]
    standing: dict[Count, list[int]]
    following: dict[Count, list[int]]


@lru_cache(maxsize=1)
def _labels(text: str) -> _Labels:
    """Read the labels of a text once: every carve-out in it asks for some of them."""
    matches = tuple(_own_labels(text))
    counts = tuple(tuple(counted(match["n"], "({})")) for match in matches)
    standing: dict[Count, list[int]] = {}
    for match, readings in zip(matches, counts, strict=True):
        for count in readings:
            standing.setdefault(count, []).append(match.start())
    following: dict[Count, list[int]] = {}
    for label in _NEXT.finditer(text):
        for count in counted(label["n"], "({})"):
            following.setdefault(count, []).append(label.start())
    return _Labels(matches, tuple(match.start() for match in matches), counts, standing, following)


def list_goes_on(text: str, start: int, at: int, end: int) -> bool:
    """Tell whether the label after the punctuation at `at` is the next of a list that began after `start`."""
    label = _NEXT.match(text, at, end)
    if label is None:
        return False
    standing = _labels(text).standing
    floor = max(start, at - _LONGEST_ITEM)
    return any(_between(standing.get(_next(count, -1)), floor, at) for count in counted(label["n"], "({})"))


def list_resumes(text: str, start: int, at: int, end: int) -> bool:
    """Tell whether a list that began after `start` goes on behind the words that follow the punctuation at `at`.

    It doesn't where another list of its kind begins before. Where a list inside its last item ended, the outer one may.
    """
    labels = _labels(text)
    floor = max(start, at - _LONGEST_ITEM)
    last = bisect_left(labels.starts, at) - 1
    if last < 0 or labels.starts[last] < floor:
        return False
    limit = min(end, at + _LONGEST_ITEM)
    if _next_stands(labels, last, at, limit):
        return True
    outer = _before_list(labels, last)
    return outer is not None and labels.starts[outer] >= floor and _next_stands(labels, outer, at, limit)


def _next_stands(labels: _Labels, position: int, at: int, limit: int) -> bool:
    """Tell whether the label after the one at a position opens an item between `at` and a limit."""
    for count in labels.counts[position]:
        after = _first_of(labels.following.get(_next(count, 1)), at + 1, limit)
        opening = Count(count.family, (*count.place[:-1], 1))
        if after is not None and not _between(labels.standing.get(opening), at + 1, after):
            return True
    return False


def _before_list(labels: _Labels, position: int) -> int | None:
    """Return the position of the label before the first of the list that the one at a position belongs to."""
    for first in range(position, max(-1, position - _LONGEST_LIST), -1):
        if any(count.first for count in labels.counts[first]):
            return first - 1 if first else None
    return None


def _next(count: Count, step: int) -> Count:
    return Count(count.family, (*count.place[:-1], count.place[-1] + step))


def _first_of(positions: list[int] | None, start: int, end: int) -> int | None:
    """Return the first of some positions, which are in order, that lies in a range."""
    if positions is None:
        return None
    first = bisect_left(positions, start)
    return positions[first] if first < len(positions) and positions[first] < end else None


def _between(positions: list[int] | None, start: int, end: int) -> bool:
    return _first_of(positions, start, end) is not None


def outer_list_goes_on(text: str, at: int, end: int) -> bool:
    """Tell whether the punctuation at `at` leads to an item other than the first of a list."""
    label = _NEXT.match(text, at, end)
    if label is None or label["n"] in _OPENING_LETTERS:
        return False
    return not any(count.first for count in counted(label["n"], "({})"))


def names_labels(text: str, at: int, end: int) -> bool:
    """Tell whether the comma at `at` stands in a row of labels that are only named: clauses (i), (iii) and (v)."""
    if _NEXT.match(text, at, end) is None:
        return False
    return _NAMED.search(text, max(0, at - 9), at) is not None


def labels_in(text: str, within: Span) -> list[re.Match[str]]:
    """Return the labels of the first list in a stretch of text, in order, without those of lists inside its items."""
    labels = _labels(text)
    found: list[re.Match[str]] = []
    last: tuple[Count, ...] = ()
    for position in range(bisect_left(labels.starts, within.start), bisect_left(labels.starts, within.end)):
        counts = labels.counts[position]
        if any(count.follows(other) for count in counts for other in last) if found else any(map(_first, counts)):
            found.append(labels.matches[position])
            last = counts
    return found


def _first(count: Count) -> bool:
    return count.first


def _own_labels(text: str) -> Iterator[re.Match[str]]:
    """Yield the labels that open an item; one after "clause" or "through", or part of "7.1(b)", only points to one."""
    referred = 0
    for label in LABEL.finditer(text):
        if text[label.start() - 1 : label.start()].isalnum() or label.start() == referred:
            referred = label.end()
            continue
        before = text[max(0, label.start() - 16) : label.start()].rstrip()
        linked = _REFERS.search(before)
        if linked is None or (
            linked[0] in _LINK and not _LABEL_OR_NUMBER.search(before.removesuffix(linked[0]).rstrip())
        ):
            yield label
