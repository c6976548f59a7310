"""Whether somebody is among those that a representation speaks of: by name, by a definition, or by its exclusion."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from carveout.agreement.carveouts.reach import reach_of_term
from carveout.agreement.content import CarveoutKind
from carveout.agreement.prose.folding import unbroken
from carveout.agreement.prose.openings import sentence_around
from carveout.agreement.remedies.named import mentions, names_of
from carveout.agreement.roles.actors import can_act
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from carveout.agreement.content import Carveout, Term
    from carveout.agreement.reading import Reading

_ANYBODY_ELSE = re.compile(
    r"\b(?:either party|any (?:other )?(?:person|party|third party)|third part(?:y|ies)|counterpart(?:y"
    r"|ies))\b",
    re.IGNORECASE,
)

Told = tuple[tuple[Span, ...], bool | None, str]


def class_of(reading: Reading, representation: int, who: str) -> Told:
    """Return the words that say whether somebody is in the class of a representation, what they suggest, and why.

    A name in its own statement, outside its carve-outs, brings somebody in; a definition that leaves the name out of a
    term takes them out, unless the representation speaks of others too.
    """
    span = reading.outline[representation].span
    names = names_of(reading, who)
    if not names:
        return (), None, "Say whom or what it happened to."
    within = reading.carveouts_within(representation)
    taken = [one.span for one in within if one.kind is not CarveoutKind.INCLUSION]
    named = [Span(*one) for one in mentions(reading, names, span)]
    stated = tuple(one for one in named if not any(carved.holds(one) for carved in taken))
    if stated:
        return stated, True, f"It names {names[0]} in its own words."
    terms = _classes(reading, span)
    for term, uses in terms:
        left_out = _left_out(reading, term, names)
        if left_out is not None:
            return _out(reading, representation, term, uses, left_out.span, names[0])
    for term, uses in terms:
        held = [Span(*one) for one in mentions(reading, names, term.span)]
        if held and not any(one.span.holds(held[0]) for one in reading.carveouts if term.span.holds(one.span)):
            return (*uses, held[0]), True, f"“{term.term}” takes in {names[0]}."
    uses = tuple(use for _, some in terms for use in some)
    if not uses:
        return (), None, f"It names nobody: see whether what happened to {names[0]} is among what it speaks of."
    spoken_of = " and ".join(f"“{term.term}”" for term, _ in terms[:3])
    return uses, None, f"It speaks of {spoken_of}: see whether that takes in {names[0]}."


def _out(reading: Reading, representation: int, term: Term, uses: tuple[Span, ...], left_out: Span, name: str) -> Told:
    """Return that a definition takes somebody out, if every sentence of the representation speaks of that term only.

    An effect on those in the term may come from somebody who isn't.
    """
    span = reading.outline[representation].span
    effects = tuple(test.span for test in reading.effect_tests if span.holds(test.span))
    if effects:
        why = f"“{term.term}” leaves out {name}, but what happens to {name} may have an effect on those that are in it."
        return (*uses, left_out, *effects), None, why
    others = [Span(*one.span()) for one in _ANYBODY_ELSE.finditer(reading.text, span.start, span.end)]
    others += _apart(reading, representation, uses)
    if others:
        why = f"“{term.term}” leaves out {name}, but it speaks of others too: see whether that concerns {name}."
        return (*uses, left_out, *others), None, why
    return (*uses, left_out), False, f"“{term.term}” leaves out {name}."


def _apart(reading: Reading, representation: int, uses: tuple[Span, ...]) -> list[Span]:
    """Return where whoever represents is spoken of in sentences that don't use a term."""
    by = reading.representation_of[representation].by
    span = reading.outline[representation].span
    own = (use for term in reading.terms if term.term == by for use in term.uses if span.holds(use))
    plain = unbroken(reading.text)
    return [use for use in own if not any(sentence_around(plain, use).holds(other) for other in uses)]


def _classes(reading: Reading, span: Span) -> list[tuple[Term, tuple[Span, ...]]]:
    """Return the terms that a representation uses for somebody, each with its uses, by their first."""
    found = []
    for term in reading.terms:
        first = bisect_left(term.uses, span.start, key=_start)
        behind = bisect_left(term.uses, span.end, lo=first, key=_start)
        uses = tuple(use for use in term.uses[first:behind] if span.holds(use))
        if uses and can_act(term.term):
            found.append((term, uses))
    return sorted(found, key=lambda pair: pair[1][0].start)


def _left_out(reading: Reading, term: Term, names: tuple[str, ...]) -> Carveout | None:
    """Return what takes somebody of these names out of a term, None where nothing does."""
    defining = (one for one in reading.carveouts if one.kind is CarveoutKind.DEFINITION)
    naming = [one for one in defining if any(mentions(reading, names, one.span))]
    reaches = reach_of_term(reading.outline, term) if naming else ()
    return next((one for one in naming if one.reaches == reaches or term.span.holds(one.span)), None)


def _start(span: Span) -> int:
    return span.start
