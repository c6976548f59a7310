"""The carve-outs that excuse something from one test: those of its own limb, and those that lead into it."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from carveout.agreement.content import CarveoutKind

if TYPE_CHECKING:
    from carveout.agreement.content import Carveout
    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span

_NARROWS = frozenset({CarveoutKind.EXCEPTION, CarveoutKind.DISCLOSURE, CarveoutKind.PROVISO})
_EFFECT = re.compile(r"\b(?:effects?|changes?|developments?)\b")
_OPENING = 60
"""Code points of a carve-out that say what it excuses."""


class Exceptions:
    """The carve-outs of a reading by where they stand."""

    def __init__(self, reading: Reading) -> None:
        """Take a reading that has its carve-outs."""
        self._text = reading.text
        self._outline = reading.outline
        self._carveouts = reading.carveouts
        self._starts = [carveout.span.start for carveout in reading.carveouts]
        self._reaching: dict[int, list[Carveout]] = {}
        for carveout in reading.carveouts:
            if carveout.kind in _NARROWS:
                for clause in carveout.reaches:
                    if clause != carveout.clause:
                        self._reaching.setdefault(clause, []).append(carveout)

    def of(self, clause: int, test: Span, sentence: Span, *, harm: bool) -> tuple[Span, ...]:
        """Return what excuses something from a test in a clause: in its own sentence, or leading into its list.

        An exception for effects doesn't excuse `harm` that the same sentence names beside them.
        """
        found = [
            carveout.span
            for carveout in self._starting(sentence)
            if carveout.kind in _NARROWS
            and carveout.clause == clause
            and not carveout.span.holds(test)
            and self._same_limb(test, carveout.span)
            and not (harm and _EFFECT.search(carveout.quote[:_OPENING]))
        ]
        found += [
            carveout.span
            for carveout in self._reaching.get(clause, ())
            if not carveout.span.meets(test) and self._leads(carveout, test)
        ]
        return tuple(sorted(set(found)))

    def out_of(self, rest: Span) -> tuple[Span, ...]:
        """Return what the rest of a definition takes out of its term, after the test that defines it."""
        return tuple(one.span for one in self._starting(rest) if one.kind is CarveoutKind.DEFINITION)

    def _leads(self, carveout: Carveout, test: Span) -> bool:
        """Tell whether a carve-out leads into the list of its clause, or closes it, and doesn't stand between items."""
        children = self._outline.children(carveout.clause)
        if not children:
            return True
        first, last = self._outline[children[0]].start, self._outline[children[-1]].end
        if carveout.span.start < min(first, test.start):
            return True
        return carveout.span.start >= last and not self._text[last - 2 : carveout.span.start].rstrip().endswith(".")

    def _starting(self, within: Span) -> tuple[Carveout, ...]:
        first = bisect_left(self._starts, within.start)
        return self._carveouts[first : bisect_left(self._starts, within.end)]

    def _same_limb(self, test: Span, carveout: Span) -> bool:
        """Tell whether no semicolon parts a carve-out from a test, unless the carve-out opens on what follows it."""
        if carveout.start < test.start:
            return ";" not in self._text[carveout.end : test.start]
        return ";" not in self._text[test.end : carveout.start].rstrip(" ;")
