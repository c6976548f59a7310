"""Enforceability compared: bare where another representation excepts the law of insolvency and equity."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.content import Gap, GapStrength
from carveout.agreement.gaps.nearest import nearest
from carveout.agreement.instruments import instruments
from carveout.agreement.prose.folding import folded, unbroken
from carveout.agreement.prose.openings import sentence_around
from carveout.agreement.prose.places import places
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.reading import Reading

_CUE = "in accordance with"
_TERMS = re.compile(r"in accordance with (?:its|their)(?: respective)? terms\b")
_EXCEPTED = re.compile(
    r"\bbankruptcy\b|\binsolvency\b|\bequit(?:y|able)\b|\benforceability exception|\bcreditors\b|\breorgani[sz]ation\b"
)
_THIS = re.compile(r"\bthis (?:\w+ ){0,2}agreement\b|\btransaction documents?\b|\bancillary (?:agreement|document)s?\b")
_SPOKEN_OF = re.compile(r"\brepresentations?\b")
"""Words on representations that others will make, or that are true, make none."""
_NEXT = 350
"""Code points after the sentence in which the exception may stand in one of its own."""


@dataclass(frozen=True, slots=True)
class _Statement:
    clause: int
    sentence: Span
    excepted: bool


def bare_enforceability(reading: Reading) -> Iterator[Gap]:
    """Yield the representations that something is enforceable in accordance with its terms, and except nothing.

    Counsel to whoever makes it asks for the exception that the other party has; where nobody has it there is no gap.
    """
    plain = unbroken(reading.text)
    lower = folded(plain)
    for instrument in instruments(plain, reading.outline):
        if instrument.operative:
            found = [one for span in instrument.spans for one in _statements(reading, plain, lower, span)]
            twins = sorted({one.clause for one in found if one.excepted})
            for one in found:
                bare = not one.excepted and "except" not in one.sentence.of(lower)
                if twins and bare and one.clause not in twins:
                    twin = twins[nearest(twins, one.clause)]
                    yield _gap(
                        reading, one, twin, this=_THIS.search(lower, one.sentence.start, one.sentence.end) is not None
                    )


def _statements(reading: Reading, plain: str, lower: str, within: Span) -> Iterator[_Statement]:
    for at in places(lower, _CUE, within):
        if _TERMS.match(lower, at) is None or "enforceable" not in lower[max(0, at - 200) : at]:
            continue
        clause = reading.outline.at(at)
        holding = None if clause is None else reading.representation_holding(clause)
        if clause is None or holding is None:
            continue
        sentence = sentence_around(plain, Span(at, at))
        if _SPOKEN_OF.search(lower, sentence.start, at):
            continue
        stop = max(sentence.end, min(sentence.end + _NEXT, reading.outline[holding.clause].end))
        yield _Statement(clause, sentence, _EXCEPTED.search(lower, sentence.start, stop) is not None)


def _gap(reading: Reading, one: _Statement, twin: int, *, this: bool) -> Gap:
    where, other = reading.outline[one.clause].citation, reading.outline[twin].citation
    message = (
        f"{where} says without exception that obligations are enforceable in accordance with their terms; {other} "
        "excepts the law of insolvency and equity: where that law bites, this representation is untrue."
    )
    return Gap(one.clause, twin, None, GapStrength.STRONG if this else GapStrength.MEDIUM, message, one.sentence)
