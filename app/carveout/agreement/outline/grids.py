"""Rows of a form that a table sets: each a label and what stands for it, on one line of a paragraph that keeps them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.labels.captions import is_caption
from carveout.agreement.labels.numbering import parse

if TYPE_CHECKING:
    from carveout.agreement.span import Span

_GAP = re.compile(r" {2,}")
_LONGEST = 60
"""Characters beyond which nothing is a label."""
_LETTERS = re.compile(r"[^\W\d_]{2}")
_PLACE = re.compile(
    r"(?:(?:section|article|clause|page)s? ?)?[\d.§]+(?:\([a-z0-9]{1,4}\))*$|(?:recitals?|preamble)$", re.IGNORECASE
)
_SIGNS = re.compile(
    r"(?:by|name|title|its|signature|print(?:ed)? name|signed|witness|/s/.*|_{2,}.*)[ :]*$", re.IGNORECASE
)
_USUAL = re.compile(
    r"(?:effective|closing|commencement|expiration|order|start|agreement) date|governing law|jurisdiction|purpose"
    r"|(?:initial |subscription |lease )?term(?: of \w+)?|confidentiality period|landlord|tenant|premises|rent|borrower"
    r"|lender|seller|buyer|purchaser|company|issuer|investors?|licensor|licensee|employer|employee|customer|provider"
    r"|supplier|purchase price|amount|territory|fees?|payment(?: terms)?|notices?|notice address|security deposit",
    re.IGNORECASE,
)
"""What forms ask for."""
_FEW = 2


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: where it starts and ends, where its second cell begins, and its label. Offsets are of the text."""

    start: int
    value: int
    end: int
    label: str


def rows_of_form(text: str, span: Span) -> tuple[GridRow, ...]:
    """Return the rows of a table of labels and values, none where it is a table of anything else.

    Its rows have two cells, but for a caption on a line of its own, and it shows by its colons, its caption or by what
    it asks for that it is a form. A table of figures, an index and the lines for signatures are none.
    """
    lines = text[span.start : span.end].split("\n")
    rows: list[GridRow] = []
    at, captioned = span.start, False
    for position, line in enumerate(lines):
        start, at = at, at + len(line) + 1
        cells = list(_GAP.finditer(line.rstrip(), len(line) - len(line.lstrip())))
        if not cells and position == 0 and len(lines) > 1:
            captioned = is_caption(line.strip())
            continue
        if len(cells) != 1 or not _is_label(line[: cells[0].start()].strip()):
            return ()
        first = start + len(line) - len(line.lstrip())
        label = line[: cells[0].start()].strip()
        rows.append(GridRow(first, start + cells[0].end(), start + len(line.rstrip()), label))
    return tuple(rows) if len(rows) >= _FEW and _is_form(text, rows, captioned=captioned) else ()


def _is_label(words: str) -> bool:
    return 0 < len(words) <= _LONGEST and words[0].isalpha() and is_caption(words.rstrip(":")) and parse(words) is None


def _is_form(text: str, rows: list[GridRow], *, captioned: bool) -> bool:
    worded = sum(_worded(text[row.value : row.end]) for row in rows)
    if 2 * worded < len(rows) or any(_SIGNS.match(row.label) for row in rows):
        return False
    colons = sum(row.label.endswith(":") for row in rows)
    usual = sum(_USUAL.fullmatch(row.label.rstrip(" :")) is not None for row in rows)
    return usual >= _FEW or (usual > 0 and (captioned or 2 * colons >= len(rows)))


def _worded(value: str) -> bool:
    """Tell whether a cell holds words, not a figure or the number of a section."""
    return _LETTERS.search(value) is not None and _PLACE.match(value) is None
