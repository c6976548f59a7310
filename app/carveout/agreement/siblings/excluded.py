"""The defined term that an exclusion takes something out of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.carveouts.reach import reach_of_term
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from carveout.agreement.content import Carveout, Term
    from carveout.agreement.reading import Reading

_MARKS = ("“", '"', "``", "‘", "")


class ExcludedTerms:
    """The terms of a reading, asked for by what is taken out of them."""

    def __init__(self, reading: Reading) -> None:
        """Take a reading that has its terms."""
        self._outline = reading.outline
        self._by_reach: dict[tuple[int, ...], list[Term]] = {}
        for term in reading.terms:
            self._by_reach.setdefault(reach_of_term(self._outline, term), []).append(term)

    def of(self, carveout: Carveout) -> Term | None:
        """Return the term whose uses an exclusion reaches: the one defined around it, or in its clause or one above."""
        fitting = self._by_reach.get(carveout.reaches, ())
        above = {carveout.clause, *self._outline.ancestors(carveout.clause)}
        around = [term for term in fitting if term.span.holds(carveout.span)]
        named = [term for term in fitting if term.clause in above or (carveout.reaches and term.term in carveout.quote)]
        return next(iter(around[-1:] or named[-1:]), None)


def named_in_definition(text: str, term: Term) -> Span:
    """Return where the words that define a term name it."""
    for mark in _MARKS:
        at = text.find(mark + term.term, term.span.start, term.span.end)
        if at >= 0:
            return Span(at + len(mark), at + len(mark) + len(term.term))
    return term.span
