"""Labels of lists that run in, as far as the words of a carve-out need them: (a), (ii), (3)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.labels.numbering import counted
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.labels.numbering import Count

LABEL = re.compile(r"\((?P<n>[a-z]{1,5}|[A-Z]{1,4}|\d{1,2})\)(?=[ ,;])")
_NEXT = re.compile(rf"[;,]\s*(?:and|or|and/or)?\s*{LABEL.pattern}")
_REFERS = re.compile(r"\b(?:(?:sub)?(?:clause|section|paragraph|item)s?|and|or|through|to)$", re.IGNORECASE)
_LINK = frozenset({"and", "or", "through", "to"})
_LABEL_OR_NUMBER = re.compile(r"(?:\((?:[a-z]{1,5}|[A-Z]{1,4}|\d{1,2})\)|\d)$")
_NAMED = re.compile(r"(?<![\w)])\((?:[a-z]{1,5}|[A-Z]{1,4}|\d{1,2})\)$")
_LONGEST_ITEM = 6000
_OPENING_LETTERS = frozenset({"w", "x", "W", "X"})
"""Labels other than the first of their kind that a short list may begin with: (x), (y) and (z)."""


def list_goes_on(text: str, start: int, at: int, end: int) -> bool:
    """Tell whether the label after the punctuation at `at` is the next of a list that began after `start`."""
    label = _NEXT.match(text, at, end)
    return label is not None and _follows(label, _counts(text, start, at + 1))


def list_resumes(text: str, start: int, at: int, end: int) -> bool:
    """Tell whether a list that began after `start` goes on behind the words that follow the punctuation at `at`."""
    counts = _counts(text, start, at + 1)
    if not counts:
        return False
    last = counts[-1:]
    return any(_follows(label, last) for label in _NEXT.finditer(text, at + 1, min(end, at + _LONGEST_ITEM)))


def _counts(text: str, start: int, end: int) -> list[tuple[Count, ...]]:
    """Return the ways to read each label that opens an item in a stretch of text."""
    span = Span(max(start, end - _LONGEST_ITEM), max(start, end))
    return [tuple(counted(label["n"], "({})")) for label in _own_labels(text, span)]


def _follows(label: re.Match[str], before: list[tuple[Count, ...]]) -> bool:
    counts = counted(label["n"], "({})")
    return any(count.follows(other) for others in before for other in others for count in counts)


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
    found: list[re.Match[str]] = []
    for label in _own_labels(text, within):
        counts = counted(label["n"], "({})")
        if found:
            last = counted(found[-1]["n"], "({})")
            takes = any(count.follows(other) for count in counts for other in last)
        else:
            takes = any(count.first for count in counts)
        if takes:
            found.append(label)
    return found


def _own_labels(text: str, within: Span) -> Iterator[re.Match[str]]:
    """Yield the labels that open an item; one after "clause" or "through" only points to one."""
    for label in LABEL.finditer(text, within.start, within.end):
        before = text[max(within.start, label.start() - 16) : label.start()].rstrip()
        linked = _REFERS.search(before)
        if linked is None or (
            linked[0] in _LINK and not _LABEL_OR_NUMBER.search(before.removesuffix(linked[0]).rstrip())
        ):
            yield label
