"""What an edit is called where a person reads it: in menus, in the audit trail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.citation import short
from carveout.review.annotation import AnnotationKind, Status
from carveout.review.edits import Annotate, Decide, MarkClause

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.review.annotation import Annotation
    from carveout.review.edits import Edit

_ADDED = {
    AnnotationKind.NOTE: "add note",
    AnnotationKind.ISSUE: "raise issue",
    AnnotationKind.QUESTION: "ask question",
    AnnotationKind.PROPOSAL: "propose wording",
}


def called(edit: Edit, reading: Reading) -> str:
    """Return the edit's name with its place: `raise issue on 3.18`."""
    match edit:
        case Annotate(_, before, after):
            standing = after or before
            place = short(reading.outline[standing.anchor.clause]) if standing else ""
            return f"{_annotate(before, after)} on {place}"
        case MarkClause(clause, _, after):
            place = short(reading.outline[clause])
            return f"mark {place} {after.state}" if after else f"mark {place} unread"
        case Decide(carveout, _, decision):
            clause_at = reading.outline.at(carveout.start)
            place = short(reading.outline[clause_at]) if clause_at is not None else ""
            return f"{decision.verdict} carve-out in {place}" if decision else f"reopen carve-out in {place}"


def _annotate(before: Annotation | None, after: Annotation | None) -> str:
    if before is None and after is not None:
        return _ADDED[after.kind]
    if after is None and before is not None:
        return f"withdraw {before.kind}"
    if before is not None and after is not None and before.status is not after.status:
        return f"{'resolve' if after.status is Status.RESOLVED else 'reopen'} {after.kind}"
    return f"revise {after.kind}" if after is not None else "change nothing"
