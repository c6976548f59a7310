"""Words that only print a label and refer to nothing: tables of contents, the labels of clauses and their headings."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading


class Printed:
    """The stretches of a document that print labels."""

    def __init__(self, reading: Reading) -> None:
        """Gather them once."""
        stretches = sorted(
            [(clause.start, clause.body_start) for clause in reading.outline]
            + [(entry.span.start, entry.span.end) for entry in reading.contents]
        )
        self._starts = [start for start, _ in stretches]
        self._ends = list(accumulate((end for _, end in stretches), max))

    def holds(self, at: int) -> bool:
        """Tell whether the code point at an offset is in one of them."""
        position = bisect_right(self._starts, at) - 1
        return position >= 0 and at < self._ends[position]
