"""The pieces that an x-ray is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.span import Span


class PieceKind(StrEnum):
    """What a piece of an x-ray is."""

    OWN = "own"
    """The clause's own words."""
    TERM = "term"
    """A defined term as the words use it; its meaning follows where it expands."""
    MEANING = "meaning"
    """What the term means."""
    EXCLUSION = "exclusion"
    """What a definition leaves out."""
    CYCLE = "cycle"
    """A term that is being expanded already: its meaning turns back on itself."""
    LIMIT = "limit"
    """The first term that stays unexpanded because the x-ray has grown too long; later ones stay in the words."""


@dataclass(frozen=True, slots=True)
class XrayPiece:
    """Words of an x-ray in reading order, white space collapsed, with the space that parts them from the next.

    `span` is where they stand in the canonical text. `depth` is 0 for the clause's own words, 1 for the meaning of a
    term that they use, and so on. `term` is the term that any piece but the clause's own words belongs to.
    """

    kind: PieceKind
    words: str
    span: Span
    depth: int
    term: str | None
