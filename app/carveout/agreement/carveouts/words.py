"""The words of the carve-outs in a stretch of text, before anybody asks for whom they are and how far they reach."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carveout.agreement.carveouts.extent import words_end
from carveout.agreement.carveouts.hosts import Host, host_of, statement_start
from carveout.agreement.carveouts.kinds import kind_of, taken_out_of
from carveout.agreement.carveouts.limbs import limbs
from carveout.agreement.carveouts.operators import Form, Operator, operators
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.carveouts.kinds import Definitions
    from carveout.agreement.clause import Outline
    from carveout.agreement.content import CarveoutKind, Term

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
    exclusion from a definition follow it.
    """
    before: Words | None = None
    for operator in operators(text, lower, within):
        inside = before is not None and operator.start < before.span.end
        if inside and before is not None and _belongs(operator, before):
            continue
        words = _words(text, outline, operator, before, definitions)
        if words is None:
            continue
        yield words
        if words.term is not None:
            yield from _limbs(text, outline, words)
        if not inside:
            before = words


def _belongs(operator: Operator, before: Words) -> bool:
    """Tell whether an operator inside the words of another carve-out opens none of its own."""
    return before.operator.form is Form.EXCEPTION or operator.form in {Form.SENTENCE, Form.REMOVAL}


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
    if span.end <= operator.end:
        return None
    statement = Span(statement_start(text, outline, operator.start), operator.start)
    return Words(clause, statement, span, operator, host, kind, term)


def _limbs(text: str, outline: Outline, words: Words) -> Iterator[Words]:
    for span in limbs(text, words.span):
        opening = Operator(span.start, span.start, words.operator.form)
        clause = outline.at(span.start)
        yield replace(words, clause=words.clause if clause is None else clause, span=span, operator=opening)
