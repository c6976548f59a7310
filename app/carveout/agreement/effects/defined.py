"""The defined adverse effects of a document: where their definitions stand, and where they are used."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from carveout.agreement.content import CarveoutKind

if TYPE_CHECKING:
    from carveout.agreement.content import Term
    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span

_EFFECT = re.compile(r"\bAdverse (?:Effect|Change|Event|Impact|Development)|\bMA[EC]\b")
_NEAR = 80
"""Code points, besides its own, within which the words of a definition name their term."""


def defines_effect(text: str, term: Term) -> bool:
    """Tell whether a term is an adverse effect that a definition of its own gives: its words open with the term."""
    if _EFFECT.search(term.term) is None:
        return False
    return term.term in text[term.span.start : term.span.start + len(term.term) + _NEAR]


class DefinedEffects:
    """The definitions of adverse effects in one reading, and their uses."""

    def __init__(self, reading: Reading) -> None:
        """Take a reading that has its terms and carve-outs."""
        terms = [term for term in reading.terms if _EFFECT.search(term.term)]
        self._terms = sorted((term for term in terms if defines_effect(reading.text, term)), key=_start)
        self._starts = [term.span.start for term in self._terms]
        self._all = sorted(terms, key=_start)
        self._all_starts = [term.span.start for term in self._all]
        self._by_use = {use.end: term for term in terms for use in term.uses}
        takes_out = [one.span for one in reading.carveouts if one.kind is not CarveoutKind.INCLUSION]
        self._carved = [span.start for span in takes_out]

    def holding(self, standard: Span) -> Term | None:
        """Return the term whose definition holds a standard, None where none does."""
        return _holding(self._terms, self._starts, standard)

    def naming(self, standard: Span) -> Term | None:
        """Return the term that stands for a standard, by its definition or by a name in brackets after it."""
        return _holding(self._all, self._all_starts, standard)

    def still_says_what(self, term: Term, at: int) -> bool:
        """Tell whether a definition still says at `at` what its term means, before it leaves anything out."""
        first = bisect_left(self._carved, term.span.start)
        return first == len(self._carved) or at < self._carved[first]

    def used(self, standard: Span) -> Term | None:
        """Return the term that a standard is a use of, None where it is in words of its own."""
        return self._by_use.get(standard.end)


def _holding(terms: list[Term], starts: list[int], standard: Span) -> Term | None:
    position = bisect_right(starts, standard.start) - 1
    return terms[position] if position >= 0 and terms[position].span.holds(standard) else None


def _start(term: Term) -> int:
    return term.span.start
