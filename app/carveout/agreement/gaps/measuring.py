"""Tests that stand in the words of an exception: they measure what is excepted."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from carveout.agreement.content import CarveoutKind

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span


class Measuring:
    """The words of the exceptions of a reading."""

    def __init__(self, reading: Reading) -> None:
        """Take a reading that has its carve-outs."""
        kinds = {CarveoutKind.EXCEPTION, CarveoutKind.DISCLOSURE}
        self._spans = sorted(one.span for one in reading.carveouts if one.kind in kinds)
        self._reached = [0, *accumulate((span.end for span in self._spans), max)]

    def holds(self, test: Span) -> bool:
        """Tell whether words that begin no later than a test reach beyond it."""
        return self._reached[bisect_right(self._spans, test)] >= test.end
