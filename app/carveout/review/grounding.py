"""Whether edits are about a reading: their clauses are in its outline, and their quotes are its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.correction.change import Act
from carveout.review.edits import Annotate, Correct, Decide, Dismiss, Judge, MarkClause, Suppose

if TYPE_CHECKING:
    from collections.abc import Collection

    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span
    from carveout.review.annotation import Anchor
from carveout.review.edits import Edit


class GroundlessEditError(Exception):
    """The edit is about a clause or about words that the reading doesn't have."""


def ground(reading: Reading, edit: Edit, splits: Collection[int] = ()) -> None:
    """Raise GroundlessEditError where the edit names a clause or words that the reading doesn't have.

    `reading` is as it was read; `splits` are the offsets at which corrections before this edit made clauses begin.
    """
    match edit:
        case Annotate(_, before, after):
            grounded = all(_stands(reading, version.anchor, splits) for version in (before, after) if version)
        case MarkClause(clause):
            grounded = _has(reading, clause, splits)
        case Decide(carveout):
            grounded = _within(reading, carveout)
        case Correct(_, taken_back, made):
            grounded = all(0 <= one.change.start < len(reading.text) for one in (taken_back, made) if one)
        case Dismiss(finding):
            grounded = finding.span is None or (
                _within(reading, finding.span) and finding.span.in_line(reading.text) == finding.words
            )
        case Suppose():
            grounded = True
        case Judge(question):
            grounded = _has(reading, question.clause, splits)
    if not grounded:
        raise GroundlessEditError("The edit is about a clause or about words that the document doesn't have.")


def split_in(edit: Edit) -> frozenset[int]:
    """Return the offset at which an edit makes a clause begin, if it does."""
    made = edit.after.change if isinstance(edit, Correct) and edit.after else None
    return frozenset({made.start}) if made and made.act is Act.SPLIT else frozenset()


def _stands(reading: Reading, anchor: Anchor, splits: Collection[int]) -> bool:
    span = anchor.span
    return _has(reading, anchor.clause, splits) and _within(reading, span) and span.of(reading.text) == anchor.quote


def _has(reading: Reading, clause: int, splits: Collection[int]) -> bool:
    return 0 <= clause < len(reading.outline) or clause - len(reading.outline) in splits


def _within(reading: Reading, span: Span) -> bool:
    return 0 <= span.start <= span.end <= len(reading.text)
