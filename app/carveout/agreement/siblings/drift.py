"""Drift: how carve-outs of one subject differ in wording."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.content import Carveout
    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span


class Aspect(StrEnum):
    """A part of a carve-out, or of the rule that it is carved out of; a row of the drift table."""

    OPERATOR = "operator"
    EXCUSED = "what is excused"
    CAUSE = "cause"
    EVENT = "event"
    WHO = "who"
    TAIL = "tail"
    RULE = "rule qualified"
    RULE_SUBJECT = "subject of the rule"
    PERIOD = "period"
    ENDING = "ends with"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words of a cell, and whether they differ from what most siblings say."""

    words: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """What one carve-out says of one aspect: where the words stand, white space collapsed in `pieces`.

    Both are empty where it says nothing of it; `differs` then tells whether most siblings do.
    """

    aspect: Aspect
    spans: tuple[Span, ...]
    pieces: tuple[Piece, ...]
    differs: bool


@dataclass(frozen=True, slots=True)
class Column:
    """A carve-out and its cells, one for each Aspect in their order."""

    carveout: Carveout
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference worth telling: the carve-outs on either side of it, and a sentence for counsel."""

    aspects: tuple[Aspect, ...]
    carveouts: tuple[Carveout, ...]
    message: str


@dataclass(frozen=True, slots=True)
class Drift:
    """The carve-outs of one subject side by side, in the order of the text, and how they differ."""

    subject: str
    columns: tuple[Column, ...]
    differences: tuple[Difference, ...]


def subjects(reading: Reading) -> tuple[str, ...]:
    """Return the subjects that two carve-outs or more are for, those with the most first."""
    del reading
    return ()


def drift(reading: Reading, subject: str) -> Drift:
    """Return the drift between the carve-outs of a subject; without columns where it has none."""
    del reading
    return Drift(subject, (), ())
