"""The nearest of some clauses, in the order of the text."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def nearest(clauses: Sequence[int], clause: int) -> int:
    """Return the position of the clause nearest to another among sorted ones, of two the first. Takes one at least."""
    after = bisect_left(clauses, clause)
    if after == 0:
        return 0
    if after == len(clauses):
        return after - 1
    return after - 1 if clause - clauses[after - 1] <= clauses[after] - clause else after
