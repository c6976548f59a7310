"""Adverse-effect tests: the statements that turn on an adverse effect, wherever they stand."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.effects.defined import DefinedEffects
from carveout.agreement.effects.exceptions import Exceptions
from carveout.agreement.effects.likelihood import joins, likelihood_after, likelihood_before, named_as_event
from carveout.agreement.effects.objects import objects_after
from carveout.agreement.effects.standards import Shape, Standard, harms, standards
from carveout.agreement.effects.whose import whose
from carveout.agreement.instruments import instruments
from carveout.agreement.prose.folding import folded, unbroken
from carveout.agreement.prose.openings import sentence_around
from carveout.agreement.remedy import EffectTest
from carveout.agreement.roles.actors import Actors
from carveout.agreement.roles.nearest import NearestRoles
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.reading import Reading

_NOWHERE = frozenset({ClauseKind.COVER, ClauseKind.SIGNATURE, ClauseKind.FILING_ITEM})
_NO_TEST = re.compile(
    r"\b(?:admi(?:ssion|t|ts)|concedes?|determin\w+ whether|taken into account|standard of materiality)\b"
)
_QUOTES = "“\"‘'"
_LONGEST = 3_000
"""Code points after a standard beyond which its sentence is cut."""


def effect_tests(reading: Reading) -> tuple[EffectTest, ...]:
    """Return the adverse-effect tests of a reading that has its roles, in the order of the text.

    A test says how likely an effect must be ("would reasonably be expected to have"), or takes it for an event by
    itself ("the occurrence of"). An effect that an exception excuses, a heading, and words on what counts as an effect
    ("shall be deemed to constitute") make none. The words that define an adverse effect are one, of no role.
    """
    return _Tests(reading).found


class _Tests:
    """The tests of one reading, found in a single pass."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._plain = unbroken(reading.text)
        self._lower = folded(self._plain)
        self._roles = NearestRoles(reading.outline, reading.roles)
        self._actors = Actors(self._plain, self._lower, reading.terms)
        self._exceptions = Exceptions(reading)
        self._defined = DefinedEffects(reading)
        self._latest: EffectTest | None = None
        tests = [test for standard in self._standards() for test in self._read(standard)]
        self.found = tuple(sorted(set(self._with_owners(tests)), key=lambda test: (test.span.start, test.span.end)))

    def _standards(self) -> Iterator[Standard]:
        for instrument in instruments(self._plain, self._reading.outline):
            if instrument.operative:
                for span in instrument.spans:
                    yield from sorted(standards(self._plain, self._lower, span), key=lambda one: one.span)

    def _read(self, standard: Standard) -> Iterator[EffectTest]:
        clause = self._reading.outline.at(standard.span.start)
        if clause is None or self._reading.outline[clause].kind in _NOWHERE:
            return
        if standard.span.start < self._reading.outline[clause].body_start:
            return
        sentence = self._sentence(standard.span)
        first = self._test(clause, standard, sentence)
        if first is None:
            return
        self._latest = first
        yield first
        if standard.shape is Shape.NOUN and first.role is not None:
            for harm in harms(self._lower, standard.span.end, sentence.end):
                second = self._test(clause, harm, sentence)
                if second is not None:
                    yield second

    def _sentence(self, span: Span) -> Span:
        return sentence_around(self._plain, span, min(len(self._plain), span.end + _LONGEST))

    def _test(self, clause: int, standard: Standard, sentence: Span) -> EffectTest | None:
        at, end = standard.span.start, standard.span.end
        term = self._defined.holding(standard.span)
        if term is not None and not (self._defined.still_says_what(term, at) and self._lower[at - 1] not in _QUOTES):
            return None
        likelihood = self._likelihood(standard, sentence)
        if likelihood is None and term is None and not named_as_event(self._lower, at):
            return None
        if (standard.shape is Shape.VERB and likelihood is None) or self._excluded(standard.span, sentence):
            return None
        after = end
        if likelihood is not None and likelihood.start >= end and not self._plain[end : likelihood.start].strip():
            after = likelihood.end
        objects = objects_after(self._plain, after, sentence.end, direct=standard.shape is Shape.VERB)
        parts = [one for one in (standard.span, likelihood, objects) if one is not None]
        span = Span(min(one.start for one in parts), max(one.end for one in parts))
        excuses = (
            self._exceptions.of(clause, span, sentence, harm=standard.shape is Shape.HARM)
            if term is None
            else self._exceptions.out_of(Span(span.end, term.span.end))
        )
        return EffectTest(
            clause=clause,
            span=span,
            role=None if term is not None else self._roles.of(clause),
            likelihood=likelihood,
            standard=standard.span,
            objects=objects,
            whose=whose(self._plain, self._actors, sentence.start, standard.span, objects),
            exceptions=excuses,
        )

    def _likelihood(self, standard: Standard, sentence: Span) -> Span | None:
        """Return the words that say how likely the effect is: before it, after it, or before what it is joined to."""
        at, end = standard.span.start, standard.span.end
        before = likelihood_before(self._lower, sentence.start, at, verb=standard.shape is Shape.VERB)
        if before is not None or standard.shape is not Shape.NOUN:
            return before
        joined = self._latest
        if joined is not None and joined.span.start >= sentence.start and joins(self._lower, joined.span.end, at):
            return joined.likelihood
        objects = objects_after(self._plain, end, sentence.end, direct=False)
        return likelihood_after(self._lower, end) or (likelihood_after(self._lower, objects.end) if objects else None)

    def _with_owners(self, tests: list[EffectTest]) -> Iterator[EffectTest]:
        """Yield the tests; one that only uses a defined effect has its effect on whom the definition says."""
        owners: dict[Span, str] = {}
        for test in tests:
            term = self._defined.naming(test.standard)
            if term is not None and test.whose is not None:
                owners.setdefault(term.span, test.whose)
        for test in tests:
            term = self._defined.used(test.standard) if test.whose is None and test.objects is None else None
            yield test if term is None else replace(test, whose=owners.get(term.span))

    def _excluded(self, standard: Span, sentence: Span) -> bool:
        """Tell whether a standard only stands in what another excuses, or in words on how to read it."""
        lead = self._lower[max(sentence.start, standard.start - 200) : standard.start]
        return _NO_TEST.search(lead) is not None
