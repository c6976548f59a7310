"""Whether edits are about a reading: their clauses are in its outline, and their quotes are its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.review.edits import Annotate, Decide, MarkClause

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span
    from carveout.review.annotation import Anchor
    from carveout.review.edits import Edit


class GroundlessEditError(Exception):
    """The edit is about a clause or about words that the reading doesn't have."""


def ground(reading: Reading, edit: Edit) -> None:
    """Raise GroundlessEditError where the edit names a clause or words that the reading doesn't have."""
    match edit:
        case Annotate(_, before, after):
            grounded = all(_stands(reading, version.anchor) for version in (before, after) if version)
        case MarkClause(clause):
            grounded = _has(reading, clause)
        case Decide(carveout):
            grounded = _within(reading, carveout)
    if not grounded:
        raise GroundlessEditError("The edit is about a clause or about words that the document doesn't have.")


def _stands(reading: Reading, anchor: Anchor) -> bool:
    span = anchor.span
    return _has(reading, anchor.clause) and _within(reading, span) and span.of(reading.text) == anchor.quote


def _has(reading: Reading, clause: int) -> bool:
    return 0 <= clause < len(reading.outline)


def _within(reading: Reading, span: Span) -> bool:
    return 0 <= span.start <= span.end <= len(reading.text)
