"""Labels of lists that run in, as far as the words of a carve-out need them: (a), (ii), (3)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.labels.numbering import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.span import Span

LABEL = re.compile(r"\((?P<n>[a-z]{1,5}|[A-Z]{1,4}|\d{1,2})\)(?=[ ,;])")
_NEXT = re.compile(rf"[;,]\s*(?:and|or|and/or)?\s*{LABEL.pattern}")
_REFERS = re.compile(r"\b(?:(?:sub)?(?:clause|section|paragraph|item)s?|and|or|through|to)$", re.IGNORECASE)
_LINK = frozenset({"and", "or"})
_LABEL_OR_NUMBER = re.compile(r"(?:\((?:[a-z]{1,5}|[A-Z]{1,4}|\d{1,2})\)|\d)$")
_LONGEST_ITEM = 6000
_OPENING_LETTERS = frozenset({"w", "x", "W", "X"})
"""Labels other than the first of their kind that a short list may begin with: (x), (y) and (z)."""


def list_goes_on(text: str, start: int, at: int, end: int) -> bool:
    """Tell whether the label after the punctuation at `at` is the next of a list that began after `start`."""
    label = _NEXT.match(text, at, end)
    if label is None:
        return False
    counts = counted(label["n"], "({})")
    start = max(start, at - _LONGEST_ITEM)
    before = (count for match in LABEL.finditer(text, start, at + 1) for count in counted(match["n"], "({})"))
    return any(count.follows(other) for other in before for count in counts)


def outer_list_goes_on(text: str, at: int, end: int) -> bool:
    """Tell whether the punctuation at `at` leads to an item other than the first of a list."""
    label = _NEXT.match(text, at, end)
    if label is None or label["n"] in _OPENING_LETTERS:
        return False
    return not any(count.first for count in counted(label["n"], "({})"))


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
