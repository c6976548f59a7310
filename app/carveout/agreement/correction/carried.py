"""What was found in a text, carried over to another outline of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carveout.agreement.carveouts.reach import reach_of_term, reach_of_words
from carveout.agreement.checking import checked
from carveout.agreement.content import CarveoutKind, Representation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carveout.agreement.clause import Outline
    from carveout.agreement.content import Carveout, Term
    from carveout.agreement.correction.original import Original
    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span


def carried(original: Original, outline: Outline) -> Reading:
    """Return a reading with another outline of the same text: every span stays, its clause is the one that holds it.

    Representations, the reach of carve-outs and what doesn't tie are found anew. Title, date and parties stay: they
    stand on the paper. The reading is one that was not read closely: that is made on an outline as it stands.
    """
    reading = original.reading
    over = _Crossing(original, outline)
    terms = tuple(replace(term, clause=over.holding(term.clause, term.span)) for term in reading.terms)
    anew = replace(
        reading,
        outline=outline,
        terms=terms,
        representations=over.representations(terms),
        carveouts=tuple(over.carveout(carveout) for carveout in reading.carveouts),
        qualifiers=tuple(replace(one, clause=over.holding(one.clause, one.span)) for one in reading.qualifiers),
    )
    return replace(anew, findings=checked(anew))


def now_at(old: Outline, new: Outline, clause: int) -> int:
    """Return the clause that begins where one of another outline does, or else that holds its beginning."""
    start = old[clause].start
    found = new.beginning(start)
    if found is None:
        found = new.at(start)
    return 0 if found is None else found


class _Crossing:
    """The way from the clauses of a reading to those of another outline of its text."""

    def __init__(self, original: Original, outline: Outline) -> None:
        self._original = original
        self._old = original.reading.outline
        self._new = outline

    def clause(self, clause: int) -> int:
        """Return the clause that a clause is now."""
        return now_at(self._old, self._new, clause)

    def all_of(self, clauses: Iterable[int]) -> tuple[int, ...]:
        """Return the clauses that these are now, each once."""
        return tuple(sorted({self.clause(clause) for clause in clauses}))

    def holding(self, clause: int, span: Span) -> int:
        """Return the clause that holds a span, given the one that did."""
        found = self._new.at(span.start) if self._old.at(span.start) == clause else None
        return self.clause(clause) if found is None else found

    def representations(self, terms: tuple[Term, ...]) -> tuple[Representation, ...]:
        """Return the clauses in which a party represents."""
        found = self._original.representations(self._new, terms)
        pairs = ((self._new.beginning(start), by) for start, by in sorted(found.items()))
        return tuple(Representation(clause, by) for clause, by in pairs if clause is not None)

    def carveout(self, carveout: Carveout) -> Carveout:
        """Return a carve-out with its clause and its reach."""
        clause = self.holding(carveout.clause, carveout.span)
        return replace(carveout, clause=clause, reaches=self._reaches(carveout, clause))

    def _reaches(self, carveout: Carveout, clause: int) -> tuple[int, ...]:
        """Find the reach anew in the way in which it was found."""
        if self._original.narrowed_by_words(carveout):
            return reach_of_words(self._original.text, self._new, clause, carveout.span)
        term = self._original.term_of(carveout)
        if term is None or carveout.kind is not CarveoutKind.DEFINITION:
            return self.all_of(carveout.reaches)
        return reach_of_term(self._new, replace(term, clause=self.holding(term.clause, term.span)))
