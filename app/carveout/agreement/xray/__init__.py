"""X-ray: a clause read with its defined terms expanded in place, and what they exclude struck into the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.span import Span
from carveout.agreement.xray.expansion import Expansion
from carveout.agreement.xray.pieces import PieceKind, XrayPiece

if TYPE_CHECKING:
    from carveout.agreement.content import Term
    from carveout.agreement.reading import Reading

__all__ = ["PieceKind", "XrayPiece", "meaning_of", "xray"]


def xray(reading: Reading, clause: int, deepest: int = 3) -> tuple[XrayPiece, ...]:
    """Return the words below a clause's heading as pieces in reading order, with terms expanded down to a depth.

    A term expands where the clause's own words use it first, and at every use where its definition leaves something
    out; inside meanings it expands once. One that the clause's own words define stays as it is. An x-ray that grows
    beyond all reading stops expanding and says where.
    """
    shown = reading.outline[clause]
    return Expansion(reading, deepest).of_words(Span(shown.body_start, shown.end))


def meaning_of(reading: Reading, term: Term, deepest: int = 1) -> tuple[XrayPiece, ...]:
    """Return what a term means as pieces of depth 1, with the terms in it expanded down to a depth."""
    return Expansion(reading, deepest).of_term(term)
