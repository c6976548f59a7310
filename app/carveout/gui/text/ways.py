"""What words of the text lead to: a reference to the clauses that it cites, a term to its definition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.span import Span
from carveout.gui.visible import visible

if TYPE_CHECKING:
    from carveout.agreement.content import Reference, Term
    from carveout.agreement.reading import Reading
    from carveout.gui.text.laid import Laid


@dataclass(frozen=True, slots=True)
class Way:
    """A clause that words lead to, and the words in it that are meant, None for all of it."""

    clause: int
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Pointed:
    """Words that point: where they stand, the reference or term that they are, and where they lead, if anywhere."""

    span: Span
    reference: Reference | None
    term: Term | None
    ways: tuple[Way, ...]


def pointed_at(laid: Laid, offset: int) -> Pointed | None:
    """Return what the words at an offset point to, None where they are neither a reference nor a defined term.

    A reference that leads to no clause gives way to a term in it, as in "Section 4 of the Disclosure Letter".
    """
    reference, term = laid.marks.reference(offset), laid.marks.term(offset)
    if reference is not None and (reference.targets or term is None):
        return Pointed(reference.span, reference, None, tuple(Way(clause) for clause in reference.targets))
    if term is None:
        return None
    use = next((use for use in term.uses if use.start <= offset < use.end), Span(offset, offset + 1))
    return Pointed(use, None, term, (Way(term.clause, term.span),))


def named(reading: Reading, way: Way) -> str:
    """Return how counsel names what a way leads to: `Section 3.18, Litigation`."""
    clause = reading.outline[way.clause]
    return visible(f"{clause.citation}, {clause.heading}" if clause.heading else clause.citation)
