"""The edits that a reviewer's hand makes, given the review as it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carveout.review.annotation import Annotation, AnnotationKind, Severity, Status
from carveout.review.edits import Decide, MarkClause
from carveout.review.mark import Decision, Mark, State, Verdict

if TYPE_CHECKING:
    import datetime as dt

    from carveout.agreement.span import Span
    from carveout.review.review import Review


def revised(
    before: Annotation,
    *,
    kind: AnnotationKind | None = None,
    comment: str | None = None,
    severity: Severity | None = None,
    proposed: str | None = None,
    status: Status | None = None,
) -> Annotation:
    """Return an annotation changed where a value is given; a severity stays only on an issue."""
    new_kind = kind or before.kind
    return replace(
        before,
        kind=new_kind,
        comment=before.comment if comment is None else comment,
        severity=(severity or before.severity) if new_kind is AnnotationKind.ISSUE else None,
        proposed=before.proposed if proposed is None else proposed,
        status=status or before.status,
    )


def marked(review: Review, clause: int, state: State, by: str, at: dt.datetime) -> MarkClause | None:
    """Return the edit by which a reviewer marks a clause, or takes the mark off, None where it says so already."""
    before = review.mark_of(clause, by)
    if (before.state if before else State.UNREAD) is state:
        return None
    return MarkClause(clause, before, None if state is State.UNREAD else Mark(state, by, at))


def decided(
    review: Review, carveout: Span, verdict: Verdict | None, reason: str, by: str, at: dt.datetime
) -> Decide | None:
    """Return the edit that decides about a carve-out, or reopens it with None; None where it says so already."""
    before = review.decisions.get(carveout)
    after = Decision(verdict, reason, by, at) if verdict else None
    if (before and (before.verdict, before.reason)) == (after and (after.verdict, after.reason)):
        return None
    return Decide(carveout, before, after)
