"""Words that only print a label and refer to nothing: tables of contents, the labels of clauses and their headings."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span

_ROW = 160
"""Characters beyond which nothing is a row of a list of attachments."""
_TITLE = re.compile(r"[”\"’'\])]? *[–—:.-]{0,2} *(?:[A-Z(“\"].*)?$")
_DASHED = re.compile(r"[”\"’'\])]? *(?:[–—:-]{1,2} *| {3,})[A-Z(“\"]")


class Printed:
    """The stretches of a document that print labels."""

    def __init__(self, reading: Reading) -> None:
        """Gather them once."""
        self._text = reading.text
        stretches = sorted(
            [(clause.start, clause.body_start) for clause in reading.outline]
            + [(entry.span.start, entry.span.end) for entry in reading.contents]
        )
        self._starts = [start for start, _ in stretches]
        self._ends = list(accumulate((end for _, end in stretches), max))

    def lists(self, span: Span) -> bool:
        """Tell whether words that name an attachment are a row of a list of them, or a label of the document itself."""
        text = self._text
        if span.start and text[span.start - 1] != "\n":
            return False
        line_end = text.find("\n", span.end, span.end + _ROW)
        rest = text[span.end : line_end if line_end >= 0 else span.end + _ROW]
        opens = span.start < 2 or text[span.start - 2] == "\n"
        if not rest:
            return True
        if len(rest) == _ROW or rest[-1:] in {".", ";", ","}:
            return False
        return _TITLE.match(rest) is not None if opens else _DASHED.match(rest) is not None

    def opens(self, span: Span) -> bool:
        """Tell whether words open a paragraph as its label does, a full stop after them: `Item 4. Ownership`."""
        opens = self._text[max(0, span.start - 2) : span.start] in {"", "\n", "\n\n"}
        return opens and self._text[span.end : span.end + 2] in {".", ". ", ".\n"}

    def holds(self, at: int) -> bool:
        """Tell whether the code point at an offset is in one of them."""
        position = bisect_right(self._starts, at) - 1
        return position >= 0 and at < self._ends[position]
