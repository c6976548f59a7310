"""Page furniture of a PDF: the running heads, feet and page numbers at the edges of its pages.

It is known by its place, at the edge of page after page, and by what comes back there, numbers aside. Page numbers in
the midst of a page, as where a filing was printed from a web page, are found as in text.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from carveout.agreement.layout.furniture import paginate
from carveout.agreement.outline.unnumbered import is_contents
from carveout.agreement.progress import Course, silent

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carveout.agreement.intake.pdf.rows import Row

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"(?P<dress>[-–—(\[ ]*(?:page )?|[A-Z]{1,2}-) *(?P<n>\d{1,4}|[ivxl]{1,8})[-–—)\] ]*(?:of \d{1,4})?$", re.IGNORECASE
)
_LABEL = re.compile(
    r"(?:(?:article|section|sec\.|chapter|part|title|exhibit|schedule|annex|appendix|item|clause|paragraph|§)\b"
    r"|\(\w{1,6}\)|\d{1,3}\.)",
    re.IGNORECASE,
)
"""A line that begins so counts clauses, not pages."""
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_LONGEST = 200
_SHORT = 24
_SENTENCE = 6
"""Words that a line of running text has at least."""
_ROUNDS = 4
"""Lines of furniture looked for at either edge of a page."""
_ALIKE = 3
"""Pages that show the same at the same height, so that it is furniture though most pages don't show it."""
_LEVEL = 4.0
"""Points within which two lines stand at the same height."""


def furniture(pages: Sequence[Sequence[Row]]) -> set[int]:
    """Return the identities of the rows that are furniture. The first heading of a table of contents is none."""
    found: set[int] = set()
    counts: set[tuple[str, int]] = set()
    upright = [sorted(rows, key=lambda row: -row.baseline) for rows in pages]
    for foot in (False, True):
        for _ in range(_ROUNDS):
            edge: dict[int, Row] = {}
            for at, rows in enumerate(upright):
                inwards = (one for one in (reversed(rows) if foot else rows) if id(one) not in found)
                row = next(inwards, None)
                if row is None or len(row.text) > _LONGEST:
                    continue
                inner = next((one for one in inwards if one.column == row.column), None)
                if inner is None or not _goes_on(row, inner, foot=foot):
                    edge[at] = row
            usual = _numbers(edge, counts) | _repeated(edge, upright, found, foot=foot)
            if not usual:
                break
            found |= usual
    _add_counted(pages, found)
    first = next((row for rows in pages for row in rows if is_contents(row.text)), None)
    if first is not None:
        found.discard(id(first))
    if all(id(row) in found for rows in pages for row in rows):
        return set()
    return found


def _goes_on(row: Row, inner: Row, *, foot: bool) -> bool:
    """Tell whether a row at the edge and the next one inwards are lines of one sentence."""
    upper, lower = (inner, row) if foot else (row, inner)
    if len(upper.text.split(" ", _SENTENCE)) < _SENTENCE:
        return False
    return lower.text[0].islower() and upper.text[-1] not in ".;:" and upper.baseline - lower.baseline < 4 * row.width


def _numbers(edge: Mapping[int, Row], counts: set[tuple[str, int]]) -> set[int]:
    """Return the rows at one edge that number the pages: they count as the pages do.

    `counts` gathers in which dress and by how much they are ahead of the pages.
    """
    ahead: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for at, row in edge.items():
        number = _number(row.text)
        if number is not None:
            ahead[number[0], number[1] - at].append(row)
    counts |= {(dress, by) for (dress, by), rows in ahead.items() if len(rows) > 1 or (dress and by in (0, 1))}
    roman = [rows[0] for rows in ahead.values() if len(rows) == 1 and counts and rows[0].text.strip("ivx") == ""]
    return {id(row) for row in roman} | {id(row) for count in counts & ahead.keys() for row in ahead[count]}


def _number(text: str) -> tuple[str, int] | None:
    """Return how a page number is dressed, and the number, None for anything else."""
    match = _NUMBER.match(text) if len(text) <= _SHORT else None
    if match is None:
        return None
    digits = match["n"].lower()
    if digits.isdecimal():
        return match["dress"].strip(), int(digits)
    values = [_ROMAN[letter] for letter in digits]
    return match["dress"].strip(), sum(
        -one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True)
    )


def _repeated(edge: Mapping[int, Row], pages: Sequence[Sequence[Row]], found: set[int], *, foot: bool) -> set[int]:
    """Return the rows at one edge that come back on other pages."""
    shapes: dict[str, list[Row]] = defaultdict(list)
    for row in edge.values():
        shapes[row.text if _LABEL.match(row.text) else _shape(row.text)].append(row)
    usual: set[int] = set()
    for alike in shapes.values():
        if 2 * len(alike) > len(pages) and len(alike) > 1:
            usual.update(map(id, alike))
            continue
        heights = Counter(round(row.baseline / _LEVEL) for row in alike)
        for height, times in heights.items():
            level = height * _LEVEL
            if times >= _ALIKE and not _inside(level, pages, found, foot=foot):
                usual.update(id(row) for row in alike if round(row.baseline / _LEVEL) == height)
    return usual


def _inside(level: float, pages: Sequence[Sequence[Row]], found: set[int], *, foot: bool) -> bool:
    """Tell whether a height is inside the text: many pages have words beyond it."""
    beyond = 0
    for rows in pages:
        outer = next((row for row in (reversed(rows) if foot else rows) if id(row) not in found), None)
        if outer is not None:
            beyond += outer.baseline < level - 2 * _LEVEL if foot else outer.baseline > level + 2 * _LEVEL
    return 4 * beyond > len(pages)


def _shape(text: str) -> str:
    return _DIGITS.sub("#", text).replace(" ", "")


def _add_counted(pages: Sequence[Sequence[Row]], found: set[int]) -> None:
    """Add the page numbers in the midst of pages, and the words that always stand beside them."""
    rows = [row for page in pages for row in page if id(row) not in found]
    numbered = [(at, number[1]) for at, row in enumerate(rows) if (number := _number(row.text))]
    if len(numbered) < _ALIKE:
        return
    pagination = paginate([row.text for row in rows], [], Course(silent, 1))
    found.update(id(rows[at]) for at in pagination.furniture)
    beside: dict[tuple[int, str], list[tuple[int, int]]] = defaultdict(list)
    for at, shown in numbered:
        for step in (-1, 1):
            near = rows[at + step].text if 0 <= at + step < len(rows) else ""
            if len(near) >= _SHORT and not _LABEL.match(near):
                beside[step, _shape(near)].append((at, shown))
    for (_step, shape), held in beside.items():
        if len(held) >= _ALIKE and all(one[1] < after[1] for one, after in pairwise(held)):
            found.update(id(rows[at]) for at, _shown in held)
            found.update(id(row) for row in rows if _shape(row.text) == shape)
