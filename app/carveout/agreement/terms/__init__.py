"""Defined terms: what the agreement says that its words mean, and where it uses them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from carveout.agreement.content import Term
from carveout.agreement.instruments import instruments
from carveout.agreement.prose.folding import unbroken
from carveout.agreement.terms.bare import bare_definitions
from carveout.agreement.terms.quoted import quoted_definitions
from carveout.agreement.terms.uses import Lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.clause import Outline
    from carveout.agreement.instruments import Instrument
    from carveout.agreement.span import Span
    from carveout.agreement.terms.definition import Definition


def defined_terms(text: str, outline: Outline) -> tuple[Term, ...]:
    """Return every defined term with its uses, in the order of the definitions.

    A term holds within its own instrument, or, where the definition says "for the purposes of this Section", within
    that clause. A definition that only points to another one ("has the meaning set forth in Section 2.1") counts where
    nothing else in the instrument defines the term. The words that define a term are no use of it.
    """
    text = unbroken(text)
    found = [pair for instrument in instruments(text, outline) for pair in _terms(text, outline, instrument)]
    return tuple(term for _, term in sorted(found, key=lambda pair: pair[0].words))


def _terms(text: str, outline: Outline, instrument: Instrument) -> Iterator[tuple[Definition, Term]]:
    made = list(_definitions(text, outline, instrument))
    settled = {one.term for one in made if not one.pointer}
    uses = _uses(text, instrument, made)
    local: dict[str, list[Span]] = defaultdict(list)
    for one in made:
        if one.scope is not None:
            local[one.term].append(one.scope)
    for one in made:
        clause = outline.at(one.words.start)
        if clause is not None and not (one.pointer and one.term in settled):
            yield one, Term(one.term, clause, one.span, tuple(_in_scope(one, local[one.term], uses[one.term])))


def _definitions(text: str, outline: Outline, instrument: Instrument) -> Iterator[Definition]:
    for span in instrument.spans:
        taken = set()
        for one in quoted_definitions(text, outline, span):
            taken.add(one.words)
            yield one
        yield from (one for one in bare_definitions(text, outline, span) if one.words not in taken)


def _uses(text: str, instrument: Instrument, made: list[Definition]) -> dict[str, list[Span]]:
    """Find the uses of all terms at once, so that the longest term wins."""
    lexicon = Lexicon({one.term for one in made}, companies={one.term for one in made if one.company})
    defining = {one.words.start for one in made}
    found: dict[str, list[Span]] = defaultdict(list)
    for span in instrument.spans:
        for term, use in lexicon.uses(text, span):
            if use.start not in defining:
                found[term].append(use)
    return found


def _in_scope(one: Definition, local: list[Span], uses: list[Span]) -> Iterator[Span]:
    """Yield the uses that a definition governs: a local one those in its scope, a general one those in no `local`."""
    if one.scope is not None:
        yield from (use for use in uses if one.scope.holds(use))
    else:
        yield from (use for use in uses if not any(scope.holds(use) for scope in local))
