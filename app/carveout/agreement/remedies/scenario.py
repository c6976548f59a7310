"""A scenario that counsel thinks through: whether a fact makes a representation untrue."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from carveout.agreement.content import QualifierKind
from carveout.agreement.remedies.classes import class_of
from carveout.agreement.remedies.excepted import excepted
from carveout.agreement.remedies.periods import within_period

if TYPE_CHECKING:
    import datetime as dt

    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span


class Step(StrEnum):
    """A question that decides whether a representation is untrue."""

    CLASS = "class"
    """Is whom or what it happened to among those that the representation speaks of?"""
    EXCEPTION = "exception"
    """Is it excepted, and by which words?"""
    PERIOD = "period"
    """Does the day fall within the time that the representation speaks of?"""
    KNOWLEDGE = "knowledge"
    """Does the representation ask that somebody knew?"""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A fact: who, what, and when, as counsel typed them. `on` is the day, None where none was given."""

    who: str
    what: str
    on: dt.date | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the text says about one step: the words to read, and what they suggest.

    `untrue` is True where they suggest that the fact counts against the representation, False where that it doesn't,
    None where only a person can tell. `why` is a sentence for that person.
    """

    step: Step
    words: tuple[Span, ...]
    untrue: bool | None
    why: str


def evidence(reading: Reading, representation: int, scenario: Scenario) -> tuple[Evidence, ...]:
    """Return the evidence of each Step, in their order, for the representation of this clause.

    What the words don't show is left to the person: an exception that names neither whom nor what it happened to may
    still cover it, and somebody's knowledge is a question of fact.
    """
    return (
        Evidence(Step.CLASS, *class_of(reading, representation, scenario.who)),
        Evidence(Step.EXCEPTION, *excepted(reading, representation, scenario.who, scenario.what)),
        Evidence(Step.PERIOD, *within_period(reading, representation, scenario.on)),
        _knowledge(reading, representation),
    )


def _knowledge(reading: Reading, representation: int) -> Evidence:
    span = reading.outline[representation].span
    words = tuple(
        one.span for one in reading.qualifiers if one.kind is QualifierKind.KNOWLEDGE and span.holds(one.span)
    )
    if not words:
        return Evidence(Step.KNOWLEDGE, words, untrue=True, why="It doesn’t ask whether anybody knew.")
    return Evidence(Step.KNOWLEDGE, words, None, "Part of it is true unless somebody knew: see whether this part is.")
