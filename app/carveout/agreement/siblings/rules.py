"""The rule that a carve-out is carved out of: its words, whom it is about, its period, and what ends the carve-out."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.carveouts.hosts import statement_start
from carveout.agreement.content import CarveoutKind
from carveout.agreement.prose.folding import folded, unbroken
from carveout.agreement.prose.openings import sentence_around, sentence_start
from carveout.agreement.roles.actors import Actors
from carveout.agreement.siblings.excluded import ExcludedTerms, named_in_definition
from carveout.agreement.siblings.parts import parts_of
from carveout.agreement.siblings.periods import period_in, tense_of
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from carveout.agreement.content import Carveout
    from carveout.agreement.reading import Reading
    from carveout.agreement.remedy import EffectTest

_WHICH = re.compile(r"\b[a-z]+ (?:which|that) $|\bno $")
_OR_ELSE = re.compile(r"\b(?:or|and) (?:otherwise )?$")
_PREDICATES = (
    re.compile(r"(?:reasonably )?(?:likely|expected|anticipated) to \w+(?: (?!to\b|of\b|in\b)[a-z]+)?"),
    re.compile(
        r"(?:has|have|had) been \w+(?:(?:,| and| or|, and|, or) (?:(?:is|are|was|were|has been|have been) )?\w+){0,4}"
    ),
    re.compile(r"\b(?:shall|will|may|must|is|are|was|were|has|have|had|does|do|did)(?: not)?(?: [\w’'-]+){1,6}"),
)
_LAST_WORDS = re.compile(r"(?:\S+ ){1,8}$")
_ENDING = re.compile(r"\s*(?P<mark>[).;,:](?:\s(?:and|or)\b)?)")
_LETTER = re.compile(r"[^\W\d_]")
_FEW = 3
"""Words that make a statement."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a carve-out narrows: where the words of the rule stand, and those of whom it is about.

    `unexcused` are the words of a harm that the same rule names beside an effect. `tense` is "present" or "future",
    None for a definition. `defines` tells that it is one.
    """

    words: tuple[Span, ...]
    about: tuple[Span, ...]
    period: Span | None
    tense: str | None
    ending: Span | None
    statement: Span
    standard: Span | None = None
    unexcused: Span | None = None
    defines: bool = False


class Rules:
    """Finds the rules of one reading."""

    def __init__(self, reading: Reading) -> None:
        """Take a reading; where it has its adverse-effect tests, rules are told by them."""
        self._reading = reading
        self._plain = unbroken(reading.text)
        self._terms = ExcludedTerms(reading)
        actors = Actors(self._plain, folded(self._plain), reading.terms)
        uses = ((use, term.term in actors.names) for term in reading.terms for use in term.uses)
        self._uses = sorted(uses, key=lambda one: (one[0].start, -one[0].end))
        self._starts = [use.start for use, _ in self._uses]
        self._excused: dict[Span, EffectTest] = {}
        self._tests: dict[int, list[EffectTest]] = {}
        for test in reading.effect_tests:
            self._tests.setdefault(test.clause, []).append(test)
            for span in test.exceptions:
                self._excused.setdefault(span, test)

    def of(self, carveout: Carveout) -> Rule:
        """Return the rule that a carve-out narrows."""
        ending = self._ending(carveout)
        statement = self._statement(carveout)
        term = self._terms.of(carveout) if carveout.kind is CarveoutKind.DEFINITION else None
        if term is not None:
            name = named_in_definition(self._reading.text, term)
            return Rule((), (name,), None, None, ending, statement, defines=True)
        caused = parts_of(self._plain, carveout.span, carveout.subject).cause is not None
        test = self._excused.get(carveout.span) if caused else None
        period = period_in(self._plain, self._sentence(carveout))
        tense = tense_of(statement.of(self._plain))
        if test is None:
            sought = caused or carveout.kind is CarveoutKind.INCLUSION
            words = self._words(carveout, statement, predicate=sought)
            about = self._about(carveout, statement)
            return Rule(() if words is None else (words,), about, period, tense, ending, statement)
        words, harm = self._of_test(test), self._harm(test)
        return Rule(
            words=(words,) if harm is None else (words, harm),
            about=self._objects(test) or self._about(carveout, statement),
            period=period,
            tense=tense,
            ending=ending,
            statement=statement,
            standard=test.standard,
            unexcused=harm,
        )

    def _of_test(self, test: EffectTest) -> Span:
        ends = [test.standard, *([] if test.likelihood is None else [test.likelihood])]
        start = min(span.start for span in ends)
        lead = _WHICH.search(self._plain, max(0, start - 40), start)
        return Span(start if lead is None else lead.start(), max(span.end for span in ends))

    def _harm(self, test: EffectTest) -> Span | None:
        """Return another limb of a test's sentence that the same exception doesn't excuse."""
        tests = self._tests[test.clause]
        for position in range(bisect_right(tests, test.span.start, key=_start), len(tests)):
            one = tests[position]
            if "." in self._plain[test.span.end : one.span.start]:
                return None
            if not one.exceptions:
                lead = _OR_ELSE.search(self._plain, one.span.start - 14, one.span.start)
                return Span(one.span.start if lead is None else lead.start(), one.span.end)
        return None

    def _objects(self, test: EffectTest) -> tuple[Span, ...]:
        return () if test.objects is None else self._named(test.objects, only_actors=False)

    def _about(self, carveout: Carveout, statement: Span) -> tuple[Span, ...]:
        """Return whom a statement names first, or else what leads into it."""
        outline = self._reading.outline
        own = self._named(statement, only_actors=True)[:1]
        clause: int | None = carveout.clause
        while not own and clause is not None:
            clause = outline[clause].parent
            if clause is not None:
                start = outline[clause].body_start
                own = self._named(Span(start, max(outline.own(clause)[0].end, start)), only_actors=True)[:1]
        return own

    def _named(self, within: Span, *, only_actors: bool) -> tuple[Span, ...]:
        """Return the first mention of each name in a span: of the parties and others, or of any term."""
        found: dict[str, Span] = {}
        past = within.start
        for position in range(bisect_left(self._starts, within.start), len(self._uses)):
            use, acts = self._uses[position]
            if use.start >= within.end:
                break
            if use.start >= past and (acts or not only_actors):
                past = use.end
                found.setdefault(use.of(self._plain), use)
        return tuple(found.values())

    def _statement(self, carveout: Carveout) -> Span:
        """Return the statement before a carve-out, or after it where it stands ahead."""
        start = statement_start(self._plain, self._reading.outline, carveout.span.start)
        if len(self._plain[start : carveout.span.start].split()) >= _FEW:
            return Span(start, carveout.span.start)
        return self._rest(carveout)

    def _sentence(self, carveout: Carveout) -> Span:
        """Return the sentence up to a carve-out."""
        return Span(sentence_start(self._plain, carveout.span.start), carveout.span.start)

    def _rest(self, carveout: Carveout) -> Span:
        """Return the sentence after a carve-out."""
        return Span(carveout.span.end, sentence_around(self._plain, carveout.span).end)

    def _words(self, carveout: Carveout, statement: Span, *, predicate: bool) -> Span | None:
        """Return the `predicate` of a statement, which may follow after a carve-out; else its last words.

        What is left out of a thing, without any cause, is left out of what the last words name.
        """
        for within in (statement, self._rest(carveout)) if predicate else ():
            for pattern in _PREDICATES:
                found = pattern.search(self._plain, within.start, within.end)
                if found is not None:
                    return Span(*found.span())
        end = statement.start + len(self._plain[statement.start : statement.end].rstrip(" ,(\n"))
        last = _LAST_WORDS.search(self._plain[statement.start : end] + " ")
        words = None if last is None else Span(statement.start + last.start(), end)
        return words if words is not None and _LETTER.search(words.of(self._plain)) else None

    def _ending(self, carveout: Carveout) -> Span | None:
        found = _ENDING.match(self._plain, carveout.span.end)
        return None if found is None else Span(*found.span("mark"))


def _start(test: EffectTest) -> int:
    return test.span.start
