"""Tables of contents on the pages of a PDF: an entry is a paragraph, on however many lines it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.intake.pdf.look import has_leaders
from carveout.agreement.labels import numbering

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.agreement.intake.pdf.rows import Row

_ENTRY = re.compile(r"(?: {4,40}|[.·_…]|[.·_…] )(?:\d{1,3}|[ivxl]{1,6}|[A-Z]{1,2}-\d{1,3})$")
_ROMAN = "ivxl"
_TAIL = 48
_FEW = 3


def is_contents(rows: Sequence[Row]) -> bool:
    """Tell whether rows are entries of a table of contents: labelled or led to a page number by dots."""
    if not _is_entry(rows[0]) and len(rows) < _FEW:
        return False
    paged = [row for row in rows if _is_entry(row)]
    telling = sum(1 for row in paged if has_leaders(row) or numbering.parse(row.text) is not None)
    return bool(paged) and 2 * len(paged) >= len(rows) and 2 * telling >= len(paged)


def entries(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield the entries of a table of contents: each ends with its page number, or before the next label."""
    entry: list[Row] = []
    for row in rows:
        if entry and numbering.parse(row.text) is not None:
            yield entry
            entry = []
        entry.append(row)
        if _is_entry(row):
            yield entry
            entry = []
    if entry:
        yield entry


def _is_entry(row: Row) -> bool:
    """Tell whether a row ends with a page number."""
    last = row.text[-1:]
    return (last.isdecimal() or last in _ROMAN) and _ENTRY.search(row.text[-_TAIL:]) is not None
