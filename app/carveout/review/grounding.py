"""Whether edits are about a reading: their clauses are in its outline, and their quotes are its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.correction.change import Act
from carveout.review.edits import Annotate, Connect, Correct, Decide, Dismiss, Judge, MarkClause, Settle

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
    if isinstance(edit, Settle):
        edit = edit.revision
    if not _is_grounded(reading, edit, splits):
        raise GroundlessEditError("The edit is about a clause or about words that the document doesn't have.")


def _is_grounded(reading: Reading, edit: Edit, splits: Collection[int]) -> bool:
    match edit:
        case Annotate(_, before, after):
            return all(_stands(reading, version.anchor, splits) for version in (before, after) if version)
        case MarkClause(clause):
            return _has(reading, clause, splits)
        case Judge(question):
            return _has(reading, question.clause, splits)
        case Decide(carveout):
            return _within(reading, carveout)
        case Correct(_, taken_back, made):
            return all(0 <= one.change.start < len(reading.text) for one in (taken_back, made) if one)
        case Dismiss(finding):
            span = finding.span
            return span is None or (_within(reading, span) and span.in_line(reading.text) == finding.words)
        case Connect(_, link_before, link_after):
            ends = [end for one in (link_before, link_after) if one is not None for end in one.ends]
            return all(_has(reading, end, splits) for end in ends if isinstance(end, int))
        case _:
            return True


def split_in(edit: Edit) -> frozenset[int]:
    """Return the offset at which an edit makes a clause begin, if it does."""
    if isinstance(edit, Settle):
        edit = edit.revision
    made = edit.after.change if isinstance(edit, Correct) and edit.after else None
    return frozenset({made.start}) if made and made.act is Act.SPLIT else frozenset()


def _stands(reading: Reading, anchor: Anchor, splits: Collection[int]) -> bool:
    span = anchor.span
    return _has(reading, anchor.clause, splits) and _within(reading, span) and span.of(reading.text) == anchor.quote


def _has(reading: Reading, clause: int, splits: Collection[int]) -> bool:
    return 0 <= clause < len(reading.outline) or clause - len(reading.outline) in splits


def _within(reading: Reading, span: Span) -> bool:
    return 0 <= span.start <= span.end <= len(reading.text)
