"""Where a label could stand inside a long line, and how much speaks for it.

A number after a full stop, a gap or a heading may begin a paragraph; one after "Section" or "pursuant to" refers to
one. What follows counts too: a heading, a capital, or the middle of a sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.labels.captions import run_in_heading
from carveout.agreement.labels.numbering import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.agreement.labels.numbering import Mark

_LABEL = re.compile(
    r"(?<!\S)(?:\d{1,3}\.|\(\w{1,5}\)|(?:[A-Za-z]|[ivx]{2,5}|[IVX]{2,5})[.)](?=\s)|§"
    r"|(?:article|section|clause|chapter|part|exhibit|schedule|annex|appendix)\s{1,4}"
    r"(?=[\dA-Z]|[“\"]\w{1,3}[”\"])|\d{1,2}\)(?=\s))",
    re.IGNORECASE,
)
_REACH = 80
"""Characters beyond which no label reaches."""
_TAIL = 24
WIDEST = 12
"""Columns beyond which one gap is as wide as another."""
_REFERS = re.compile(
    r"(?:\b(?:sections?|articles?|paragraphs?|subparagraphs?|sub-paragraphs?|subsections?|clauses?|items?|exhibits?"
    r"|schedules?|annex|appendix|parts?|chapters?|rules?|notes?|numbers?|see|and|or|through"
    r"|to|of|in|by|under|with|from|per|than|the|a|an|this|that|such|said|least|most|about|over|for|on|at|is|are|one|two"
    r"|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|(?:no|nos|sec|art|para|paras|cl)\.)"
    r"|[,$£€¥§#(/&–—]|(?<!:)-)$",
    re.IGNORECASE,
)
_STOPS = re.compile(r"[.!?][\"”’)\]]{0,2}$|[\"”)\]_]\.?$")
_PAUSES = re.compile(r"[;:]-?[\"”’)\]]?(?: (?:and|or))?$")
_TITLED = re.compile(r"(?:^|\s)[A-Z][\w’'.-]{0,30}$")
_NEXT = re.compile(r"\w{1,3}[.)](?: |$)")
"""The label of a row below, right after the label."""
_BESIDE = " .:-–—"
_OPENING = "\"“‘'["


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a source where a label may stand: its line and column, the label, and what speaks for it.

    `closed` says that a sentence, a gap or a line ends before it, `paused` that a semicolon or colon does.
    """

    line: int
    column: int
    mark: Mark
    weight: int
    closed: bool
    paused: bool


def places(lines: Sequence[str], gaps: frozenset[int]) -> Iterator[Place]:
    """Yield the places of a source where labels may stand, in order.

    `gaps` are the lengths of the white space that parts paragraphs inside a line.
    """
    for position, text in enumerate(lines):
        for match in _LABEL.finditer(text):
            place = _place(text, position, match.start(), gaps)
            if place is not None:
                yield place


def _place(text: str, line: int, at: int, gaps: frozenset[int]) -> Place | None:
    head = text[max(0, at - _TAIL) : at]
    words = head.rstrip(" ")
    space = len(head) - len(words)
    starts = not words
    apart = starts or min(space, WIDEST) in gaps
    paused = not apart and _PAUSES.search(words) is not None
    if not (apart or paused) and _REFERS.search(words):
        return None
    mark = parse(text[at : at + _REACH])
    if mark is None or mark.bullet:
        return None
    closed = apart or _STOPS.search(words) is not None
    weight = 4 if apart else 3 if closed else 2 if paused else int(bool(_TITLED.search(words) or words[-1].isdigit()))
    weight += _after(text, at, mark)
    return Place(line, at, mark, weight, closed, paused) if weight > 0 else None


def _after(text: str, at: int, mark: Mark) -> int:
    """Weigh the words after a label."""
    start = at + mark.end
    end = min(len(text), start + _REACH * 3)
    while start < end and text[start] in _BESIDE:
        start += 1
    if start == end or text[start] == "(" or _NEXT.match(text, start, end):
        return 1
    if run_in_heading(text, start, end) is not None:
        return 3
    if text[start].isupper() or text[start] in _OPENING:
        return 1
    if text[start].isdigit():
        return -3
    enclosed = text[at] == "(" or mark.number is None or mark.number.isalpha()
    return 0 if enclosed else -2
