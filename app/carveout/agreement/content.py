"""What the law of the deal hangs on: terms, representations, carve-outs and the other things found in the text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.span import Span


@dataclass(frozen=True, slots=True)
class Term:
    """A defined term: the clause and the words that define it, and every use in document order."""

    term: str
    clause: int
    span: Span
    uses: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that point to clauses of the same instrument, or, where `external`, to something outside it."""

    clause: int
    span: Span
    quote: str
    targets: tuple[int, ...]
    external: bool


@dataclass(frozen=True, slots=True)
class Representation:
    """A section, or an article without sections, in which the party `by` represents or warrants."""

    clause: int
    by: str | None


class CarveoutKind(StrEnum):
    """How a carve-out works, in the words of the command line's contract."""

    DEFINITION = "definition"
    EXCEPTION = "exception"
    DISCLOSURE = "disclosure"
    PROVISO = "proviso"
    INCLUSION = "inclusion"


@dataclass(frozen=True, slots=True)
class Carveout:
    """Words that take something out of a statement, or, as an inclusion, bring it back.

    `span` runs from the operator ("except for") to the last word, without the closing punctuation. `subject` is whom
    or what it is for, by its defined name. `reaches` are the clauses that it narrows.
    """

    clause: int
    span: Span
    quote: str
    kind: CarveoutKind
    subject: str | None
    reaches: tuple[int, ...]


class GapStrength(StrEnum):
    """How much a gap matters."""

    STRONG = "strong"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Gap:
    """A clause that stays bare where its sibling, a clause of the same role, carries a carve-out.

    `words` are those that stay bare; `message` is the reason, for counsel.
    """

    clause: int
    sibling: int | None
    subject: str | None
    strength: GapStrength
    message: str
    words: Span | None = None


class QualifierKind(StrEnum):
    """What limits a statement without taking anything out of it."""

    KNOWLEDGE = "knowledge"
    MATERIALITY = "materiality"
    LIKELIHOOD = "likelihood"
    DATE = "date"
    LOOKBACK = "lookback"
    THRESHOLD = "threshold"
    SCOPE = "scope"


@dataclass(frozen=True, slots=True)
class Qualifier:
    """Words inside a representation that limit it."""

    clause: int
    span: Span
    kind: QualifierKind


class FindingSeverity(StrEnum):
    """How wrong a finding says the text is."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """What the proofreader says, and of which words."""

    rule: str
    clause: int | None
    span: Span | None
    severity: FindingSeverity
    message: str
