"""The words of the carve-outs in a stretch of text, before anybody asks for whom they are and how far they reach."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carveout.agreement.carveouts.clawbacks import clawbacks
from carveout.agreement.carveouts.conditions import conditions
from carveout.agreement.carveouts.extent import words_end
from carveout.agreement.carveouts.hosts import Host, host_of, statement_start
from carveout.agreement.carveouts.kinds import kind_of, taken_out_of
from carveout.agreement.carveouts.limbs import limbs
from carveout.agreement.carveouts.operators import Form, Operator, openings
from carveout.agreement.carveouts.sentences import sentences
from carveout.agreement.carveouts.subordination import subordinations
from carveout.agreement.content import CarveoutKind
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.carveouts.kinds import Definitions
    from carveout.agreement.clause import Outline
    from carveout.agreement.content import Term

_JOINS = frozenset({"and", "or", ",", ", and", ", or"})


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a carve-out: where they stand, what opens them, and what they do.

    `statement` is what stands before them in their sentence and their clause. `term` is the defined term that they
    take something out of, None where they narrow a statement.
    """

    clause: int
    statement: Span
    span: Span
    operator: Operator
    host: Host
    kind: CarveoutKind
    term: Term | None


def carveout_words(text: str, lower: str, outline: Outline, within: Span, definitions: Definitions) -> Iterator[Words]:
    """Yield the words of each carve-out, given the text and its folded twin.

    An exception inside another exception is part of it; one inside a proviso stands for itself. The limbs of a long
    exclusion from a definition follow it, and then what brings part of them back.
    """
    before: Words | None = None
    narrowed: Term | None = None
    back: list[Words] = []
    for operator in _operators(text, lower, within):
        if any(one.span.start <= operator.start < one.span.end for one in back):
            continue
        inside = before is not None and operator.start < before.span.end
        if inside and before is not None and _belongs(operator, before):
            continue
        words = _words(text, outline, operator, before, definitions)
        if words is None:
            continue
        yield words
        if words.term is not None:
            yield from _limbs(text, outline, words)
            if words.term is not narrowed:
                narrowed, back = words.term, list(_returned(text, lower, outline, words, words.term))
                yield from back
        if not inside:
            before = words


def _operators(text: str, lower: str, within: Span) -> list[Operator]:
    """Return what opens carve-outs in a stretch of text, in order, one at a place."""
    found = [
        *conditions(text, lower, within),
        *openings(lower, within),
        *subordinations(lower, within),
        *sentences(text, lower, within),
    ]
    first = {operator.start: operator for operator in reversed(found)}
    return [first[start] for start in sorted(first)]


def _belongs(operator: Operator, before: Words) -> bool:
    """Tell whether an operator inside the words of another carve-out opens none of its own."""
    return before.operator.form is Form.EXCEPTION or operator.form in {Form.SENTENCE, Form.REMOVAL}


def _brings_back(text: str, operator: Operator, before: Words, term: Term) -> bool:
    """Tell whether an exception narrows what the words before it leave out of a term, so that it stays in."""
    if operator.form is not Form.EXCEPTION or before.operator.form is Form.EXCEPTION or before.term is not term:
        return False
    return not text[before.span.end : operator.start].strip(" ,;(")


def _words(
    text: str, outline: Outline, operator: Operator, before: Words | None, definitions: Definitions
) -> Words | None:
    """Return the words that an operator opens; none in a heading, and where it is about no term though it should be."""
    clause = outline.at(operator.start)
    if clause is None or operator.start < outline[clause].body_start:
        return None
    opening = Span(operator.start, operator.end)
    if operator.form is Form.REMOVAL and taken_out_of(text, outline, opening, operator.form, definitions) is None:
        return None
    host = Host.AFTER
    if operator.form is Form.EXCEPTION:
        joined = before is not None and text[before.span.end : operator.start].strip() in _JOINS
        host = before.host if before is not None and joined else host_of(text, outline, operator.start)
    span = Span(operator.start, words_end(text, outline, operator, host))
    kind, term = kind_of(text, outline, span, operator.form, definitions)
    if term is not None and before is not None and _brings_back(text, operator, before, term):
        kind = CarveoutKind.INCLUSION
    if span.end <= operator.end:
        return None
    statement = Span(statement_start(text, outline, operator.start), operator.start)
    return Words(clause, statement, span, operator, host, kind, term)


def _limbs(text: str, outline: Outline, words: Words) -> Iterator[Words]:
    for span in limbs(text, outline, words.span):
        opening = Operator(span.start, span.start, words.operator.form)
        clause = outline.at(span.start)
        yield replace(words, clause=words.clause if clause is None else clause, span=span, operator=opening)


def _returned(text: str, lower: str, outline: Outline, words: Words, term: Term) -> Iterator[Words]:
    """Yield what brings back, up to the end of the definition, part of what the words take out of it."""
    for opening in clawbacks(lower, Span(words.operator.end, max(words.span.end, term.span.end))):
        clause = outline.at(opening.start)
        if clause is not None:
            span = Span(opening.start, words_end(text, outline, opening, Host.AFTER))
            yield replace(words, clause=clause, span=span, operator=opening, kind=CarveoutKind.INCLUSION)
