"""X-ray: a clause read with its defined terms expanded in place, and what they exclude struck into the sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span


class PieceKind(StrEnum):
    """What a piece of an x-ray is."""

    OWN = "own"
    """The clause's own words."""
    TERM = "term"
    """A defined term as the words use it; its meaning follows."""
    MEANING = "meaning"
    """What the term means."""
    EXCLUSION = "exclusion"
    """What a definition leaves out."""
    CYCLE = "cycle"
    """A term that is being expanded already: its meaning turns back on itself."""


@dataclass(frozen=True, slots=True)
class XrayPiece:
    """Words of an x-ray in reading order, white space collapsed.

    `span` is where they stand in the canonical text. `depth` is 0 for the clause's own words, 1 for the meaning of a
    term that they use, and so on. `term` is the term that a TERM, MEANING, EXCLUSION or CYCLE belongs to.
    """

    kind: PieceKind
    words: str
    span: Span
    depth: int
    term: str | None


def xray(reading: Reading, clause: int, deepest: int = 3) -> tuple[XrayPiece, ...]:
    """Return the pieces of a clause with terms expanded down to a depth; a term expands once at each use."""
    del reading, clause, deepest
    return ()
