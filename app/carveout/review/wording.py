"""What an edit is called where a person reads it: in menus, in the audit trail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.citation import short
from carveout.review.annotation import AnnotationKind, Status
from carveout.review.edits import (
    Annotate,
    Connect,
    Correct,
    Decide,
    Dismiss,
    Introduce,
    Judge,
    MarkClause,
    Merge,
    Purge,
    Rank,
    Respond,
    Settle,
    Suppose,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.agreement.span import Span
    from carveout.review.annotation import Annotation
    from carveout.review.corrected import Corrected
    from carveout.review.correction import Correction
    from carveout.review.edits import Edit
    from carveout.review.link import End, Link
    from carveout.review.thread import Reply

_ADDED = {
    AnnotationKind.NOTE: "add note",
    AnnotationKind.ISSUE: "raise issue",
    AnnotationKind.QUESTION: "ask question",
    AnnotationKind.PROPOSAL: "propose wording",
}


def called(edit: Edit, on: Corrected) -> str:
    """Return the name of an edit of the log with its place: `raise issue on 3.18`."""
    match edit:
        case Annotate(_, before, after):
            standing = after or before
            return f"{_annotate(before, after)} on {_place(on, standing.anchor.clause) if standing else ''}"
        case MarkClause(clause, _, after):
            place = _place(on, clause)
            return f"mark {place} {after.state}" if after else f"mark {place} unread"
        case Decide(carveout, _, decision):
            place = _holding(on, carveout)
            return f"{decision.verdict} carve-out in {place}" if decision else f"reopen carve-out in {place}"
        case Correct(_, taken_back, made):
            correction = made or taken_back
            return named(correction) if correction else ""
        case _:
            return _called_closely(edit, on) or _called_together(edit, on)


def _called_closely(edit: Edit, on: Corrected) -> str:
    match edit:
        case Dismiss(finding, _, dismissal):
            place = _holding(on, finding.span)
            where = f" in {place}" if place else " everywhere"
            return f"{'dismiss' if dismissal else 'take up'} finding{where}"
        case Suppose(_, was, supposed):
            return "suppose scenario" if was is None else "revise scenario" if supposed else "drop scenario"
        case Judge(question, _, judgement):
            return f"{'judge' if judgement else 'leave open'} {question.step} of {_place(on, question.clause)}"
        case _:
            return ""


def _called_together(edit: Edit, on: Corrected) -> str:
    match edit:
        case Respond(_, reply_before, reply_after):
            return _reply(reply_before, reply_after, on)
        case Connect(_, link_before, link_after):
            return _link(link_before, link_after, on)
        case Rank(annotation):
            return f"move {_end(on, annotation)}"
        case Introduce(reviewer):
            return f"introduce {reviewer}"
        case Settle(revision):
            return f"settle conflict: {called(revision, on)}"
        case Merge(_, authors):
            return f"merge the copy of {_and(authors)}" if authors else "merge a copy"
        case Purge(operations):
            return f"purge {len(operations):,} operation{'' if len(operations) == 1 else 's'}"
        case _:
            return "something that was purged"


def named(correction: Correction) -> str:
    """Return the name of a correction with its clause as that was called then: `demote 3.4`."""
    return f"{correction.change.act} {correction.clause.removeprefix('Section ')}"


def _holding(on: Corrected, span: Span | None) -> str:
    clause = None if span is None else on.holding(span)
    return short(on.reading.outline[clause]) if clause is not None else ""


def _place(on: Corrected, name: int) -> str:
    clause = on.called(on.start(name))
    return short(clause) if clause else ""


def _reply(before: Reply | None, after: Reply | None, on: Corrected) -> str:
    standing = after or before
    annotation = on.folded.annotations.get(standing.annotation) if standing else None
    where = f" on {_place(on, annotation.anchor.clause)}" if annotation else ""
    return f"{'reply' if before is None else 'revise reply' if after else 'withdraw reply'}{where}"


def _link(before: Link | None, after: Link | None, on: Corrected) -> str:
    standing = after or before
    places = [_end(on, end) for end in standing.ends] if standing else []
    return f"{'link' if after else 'unlink'} {_and(places)}"


def _end(on: Corrected, end: End) -> str:
    if isinstance(end, int):
        return _place(on, end)
    annotation = on.folded.annotations.get(end)
    return f"{annotation.kind} on {_place(on, annotation.anchor.clause)}" if annotation else "an annotation"


def _and(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def _annotate(before: Annotation | None, after: Annotation | None) -> str:
    if before is None and after is not None:
        return _ADDED[after.kind]
    if after is None and before is not None:
        return f"withdraw {before.kind}"
    if before is not None and after is not None and before.status is not after.status:
        return f"{'resolve' if after.status is Status.RESOLVED else 'reopen'} {after.kind}"
    return f"revise {after.kind}" if after is not None else "change nothing"
