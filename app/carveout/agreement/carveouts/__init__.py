"""Carve-outs: words that take something out of a statement or a definition, and those that bring it back."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.carveouts.extent import words_end
from carveout.agreement.carveouts.hosts import Host, host_of
from carveout.agreement.carveouts.inclusions import inclusions
from carveout.agreement.carveouts.kinds import Definitions, kind_of
from carveout.agreement.carveouts.limbs import limbs
from carveout.agreement.carveouts.operators import Form, Operator, operators
from carveout.agreement.carveouts.reach import reach_of_term, reach_of_words
from carveout.agreement.carveouts.subjects import Subjects, party_aliases
from carveout.agreement.content import Carveout, CarveoutKind
from carveout.agreement.folding import folded
from carveout.agreement.instruments import instruments
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.clause import Outline
    from carveout.agreement.content import Term
    from carveout.agreement.instruments import Instrument


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a carve-out: where they stand, what opens them, and what they do."""

    clause: int
    span: Span
    operator: Operator
    kind: CarveoutKind
    term: Term | None


def carveouts(text: str, outline: Outline, terms: tuple[Term, ...]) -> tuple[Carveout, ...]:
    """Return every carve-out of the agreements in a document, in the order of the text.

    The kinds are those of the command line's contract. An exception inside another exception belongs to it; one inside
    a proviso or a list of what a definition leaves out is a carve-out of its own. An inclusion is made of words that
    bring the subject of other carve-outs into a statement.
    """
    lower = folded(text)
    found: list[Carveout] = []
    for instrument in instruments(text, outline):
        if instrument.operative:
            found += _of_instrument(text, lower, outline, instrument, terms)
    return tuple(sorted(found, key=lambda carveout: (carveout.span.start, -carveout.span.end)))


def _of_instrument(
    text: str, lower: str, outline: Outline, instrument: Instrument, terms: tuple[Term, ...]
) -> list[Carveout]:
    own = set(instrument.clauses)
    terms = tuple(term for term in terms if term.clause in own)
    preamble = None if instrument.preamble is None else outline[instrument.preamble].span
    subjects = Subjects(text, terms, party_aliases(terms, preamble))
    definitions = Definitions(text, terms)
    words = [one for span in instrument.spans for one in _words(text, lower, outline, span, definitions)]
    named = _subjects(words, subjects)
    found = [_carveout(text, outline, one, subject) for one, subject in zip(words, named, strict=True)]
    return found + _carveins(text, outline, found, subjects)


def _words(text: str, lower: str, outline: Outline, within: Span, definitions: Definitions) -> Iterator[_Words]:
    outer: tuple[Operator, Span, Host] | None = None
    for operator in operators(lower, within):
        clause = outline.at(operator.start)
        if clause is None or operator.start < outline[clause].body_start:
            continue
        inside = outer is not None and operator.start < outer[1].end
        if inside and outer is not None and outer[0].form is Form.EXCEPTION:
            continue
        host = Host.AFTER
        if operator.form is Form.EXCEPTION:
            joined = outer is not None and text[outer[1].end : operator.start].strip() in {
                ", and",
                ", or",
                ",",
                "and",
                "or",
            }
            host = outer[2] if joined and outer is not None else host_of(text, outline, operator.start)
        span = Span(operator.start, words_end(text, outline, operator, host))
        kind, term = kind_of(text, outline, span, operator.form, definitions)
        if span.end <= operator.end or (operator.form is Form.REMOVAL and term is None):
            continue
        if not inside:
            outer = (operator, span, host)
        yield _Words(clause, span, operator, kind, term)
        if term is not None:
            for limb, words in limbs(text, outline, clause, span):
                yield _Words(limb, words, Operator(words.start, words.start, operator.form), kind, term)


def _subjects(words: list[_Words], subjects: Subjects) -> Iterator[str | None]:
    """Yield the subject of each carve-out: of several companies that it names, the one that most carve-outs name."""
    companies = [subjects.companies_in(one.span) for one in words]
    often = Counter(name for names in companies for name in names)
    for one, names in zip(words, companies, strict=True):
        if names:
            yield max(names, key=lambda name: often[name])
        elif one.kind in {CarveoutKind.EXCEPTION, CarveoutKind.DEFINITION}:
            yield subjects.taken_out(one.operator, one.span)
        else:
            yield None


def _carveout(text: str, outline: Outline, words: _Words, subject: str | None) -> Carveout:
    if words.term is not None:
        reaches = reach_of_term(outline, words.term)
    else:
        reaches = reach_of_words(text, outline, words.clause, words.span)
    return Carveout(words.clause, words.span, words.span.of(text), words.kind, subject, reaches)


def _carveins(text: str, outline: Outline, found: list[Carveout], subjects: Subjects) -> list[Carveout]:
    taken = [carveout.span for carveout in found]
    made = []
    for subject in dict.fromkeys(carveout.subject for carveout in found if carveout.subject is not None):
        mentions = (use for use in subjects.mentions(subject) if not any(span.holds(use) for span in taken))
        for span in inclusions(text, outline, mentions):
            clause = outline.at(span.start)
            if clause is not None:
                reaches = reach_of_words(text, outline, clause, span)
                made.append(Carveout(clause, span, span.of(text), CarveoutKind.INCLUSION, subject, reaches))
    return made
