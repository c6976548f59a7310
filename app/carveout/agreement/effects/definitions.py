"""Definitions of adverse effects: their test, each event that they leave out, and whether a claw-back applies to it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.carveouts.reach import reach_of_term
from carveout.agreement.content import CarveoutKind
from carveout.agreement.effects.defined import defines_effect
from carveout.agreement.effects.returned import Clawback, clawback_of

if TYPE_CHECKING:
    from carveout.agreement.content import Carveout, Term
    from carveout.agreement.reading import Reading
    from carveout.agreement.remedy import EffectTest
    from carveout.agreement.span import Span


_PRINTED = re.compile(r"\((?P<label>\w{1,5})\)\s*$")
_CONSTRUES = re.compile(r"\bnot be (?:construed|interpreted|deemed to (?:imply|mean))\b")
_OF_TERMS = frozenset({CarveoutKind.DEFINITION, CarveoutKind.INCLUSION})
_NEAR = 12
"""Code points before an exception within which its label is printed."""
_OPENING = 120
"""Code points of a carve-out that tell whether it only says how to read the definition."""


@dataclass(frozen=True, slots=True)
class EffectException:
    """One event that a definition of an adverse effect leaves out.

    `item` is the clause that holds its `words`, whose label counsel would cite. `clawback` are the words that bring it
    back so far as its effect is disproportionate, `clawed_back` whether there are any; `returned` those that bring part
    of it back on another ground, as that its causes still count.
    """

    carveout: Carveout
    item: int
    words: Span
    clawed_back: bool
    clawback: Span | None
    returned: Span | None


@dataclass(frozen=True, slots=True)
class EffectDefinition:
    """A defined adverse effect: its term, the test that it states, and what it leaves out, in the order of the text."""

    term: Term
    tests: tuple[EffectTest, ...]
    exceptions: tuple[EffectException, ...]


def effect_definitions(reading: Reading) -> tuple[EffectDefinition, ...]:
    """Return the definitions of adverse effects in a reading that has its effect tests, in the order of the text.

    Where a definition lists what it leaves out, each item is an exception; else the words that leave it out are one.
    """
    terms = sorted((term for term in reading.terms if defines_effect(reading.text, term)), key=_start)
    return tuple(_definition(reading, term) for term in terms)


def _definition(reading: Reading, term: Term) -> EffectDefinition:
    inside = _of_term(reading, term)
    left_out = [
        one for one in inside if one.kind is CarveoutKind.DEFINITION and not _CONSTRUES.search(one.quote[:_OPENING])
    ]
    back = [one for one in inside if one.kind is CarveoutKind.INCLUSION] + _flush(reading, left_out)
    listed = [one for one in left_out if not any(_lists(one, other) for other in left_out)]
    labels = [_labels(reading, term, one) for one in listed]
    clawbacks = [clawback_of(reading, one, listed, labels) for one in back]
    return EffectDefinition(
        term,
        tuple(test for test in reading.effect_tests if term.span.holds(test.standard)),
        tuple(_exception(reading, one, position, clawbacks) for position, one in enumerate(listed)),
    )


def _of_term(reading: Reading, term: Term) -> list[Carveout]:
    """Return the carve-outs that take something out of a term or bring it back, in its definition or right after it."""
    reaches = reach_of_term(reading.outline, term)
    following = [one.span.start for one in reading.terms if one.span.start >= term.span.end]
    end = min([len(reading.text), *following])
    return [
        one
        for one in reading.carveouts
        if term.span.start <= one.span.start < end
        and (term.span.holds(one.span) or (one.kind in _OF_TERMS and one.reaches == reaches))
    ]


def _flush(reading: Reading, left_out: list[Carveout]) -> list[Carveout]:
    """Return the claw-back that stands at the margin right after a list of exceptions in paragraphs of its own."""
    end = max((one.span.end for one in left_out), default=len(reading.text))
    position = bisect_left(reading.carveouts, end, key=_begins)
    following = reading.carveouts[position : position + 1]
    return [
        one
        for one in following
        if "disproportion" in one.quote.lower()
        and one not in left_out
        and not reading.text[end : one.span.start].strip(" \n,;.)")
    ]


def _begins(carveout: Carveout) -> int:
    return carveout.span.start


def _lists(umbrella: Carveout, item: Carveout) -> bool:
    return umbrella is not item and umbrella.span.holds(item.span) and umbrella.span != item.span


def _item(reading: Reading, carveout: Carveout) -> int:
    clause = reading.outline.at(carveout.span.start)
    return carveout.clause if clause is None else clause


def _labels(reading: Reading, term: Term, carveout: Carveout) -> frozenset[str]:
    """Return the labels by which a definition can name an exception: its own, and those of the items that hold it."""
    item = _item(reading, carveout)
    path = [item, *reading.outline.ancestors(item)]
    path = path[: path.index(term.clause)] if term.clause in path else path[:1]
    numbers = {number.strip("().") for clause in path if (number := reading.outline[clause].number) is not None}
    printed = _PRINTED.search(reading.text, max(0, carveout.span.start - _NEAR), carveout.span.start)
    return frozenset(numbers if printed is None else {*numbers, printed["label"]})


def _exception(reading: Reading, one: Carveout, position: int, clawbacks: list[Clawback]) -> EffectException:
    own = [clawback for clawback in clawbacks if position in clawback.applies]
    disproportionate = next((clawback.words for clawback in own if clawback.disproportionate), None)
    returned = next((clawback.words for clawback in own if not clawback.disproportionate), None)
    return EffectException(
        carveout=one,
        item=_item(reading, one),
        words=one.span,
        clawed_back=disproportionate is not None,
        clawback=disproportionate,
        returned=returned,
    )


def _start(term: Term) -> int:
    return term.span.start
