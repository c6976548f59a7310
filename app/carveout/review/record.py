"""Edits as plain JSON values and back, as the log keeps them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from carveout.agreement.correction.change import Act, Change
from carveout.review.annotation import Anchor, Annotation, AnnotationKind, Severity, Status, Target, Visibility
from carveout.review.correction import Correction
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
    Purged,
    Rank,
    Respond,
    Settle,
    Suppose,
)
from carveout.review.mark import Decision, Mark, State, Verdict
from carveout.review.moment import moment, moment_of
from carveout.review.record_closely import close_from_record, close_to_record
from carveout.review.record_together import TOGETHER, together_from_record, together_to_record
from carveout.review.recorded import span_in, span_out, text, whole

if TYPE_CHECKING:
    from carveout.review.edits import Edit


def edit_to_record(edit: Edit) -> dict[str, object]:
    """Return the edit as JSON values."""
    match edit:
        case Annotate(annotation, before, after):
            return {"annotate": annotation, "before": _annotation_out(before), "after": _annotation_out(after)}
        case MarkClause(clause, before, after):
            return {"mark": clause, "before": _mark_out(before), "after": _mark_out(after)}
        case Decide(carveout, before, after):
            return {"decide": span_out(carveout), "before": _decision_out(before), "after": _decision_out(after)}
        case Correct(correction, before, after):
            return {"correct": correction, "before": _correction_out(before), "after": _correction_out(after)}
        case Dismiss() | Suppose() | Judge():
            return close_to_record(edit)
        case Respond() | Connect() | Rank() | Introduce() | Merge() | Purge() | Purged():
            return together_to_record(edit)
        case Settle(revision):
            return {"settle": edit_to_record(revision)}


def edit_from_record(record: dict[str, Any]) -> Edit:
    """Return the edit that a record holds. Raises ValueError where it holds none, whatever else it holds.

    A record may come from a file that somebody mailed: every value is of its type.
    """
    try:
        if "settle" in record:
            return _settle_in(record["settle"])
        if not TOGETHER.isdisjoint(record):
            return together_from_record(record)
        before, after = record["before"], record["after"]
        if "annotate" in record:
            return _annotate_in(text(record, "annotate"), _annotation_in(before), _annotation_in(after))
        if "mark" in record:
            return MarkClause(whole(record["mark"]), _mark_in(before), _mark_in(after))
        if "correct" in record:
            return _correct_in(text(record, "correct"), _correction_in(before), _correction_in(after))
        if "decide" not in record:
            return close_from_record(record)
        return Decide(span_in(record["decide"]), _decision_in(before), _decision_in(after))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("An edit in the log has not the shape of an edit.") from error


def _settle_in(record: dict[str, Any]) -> Settle:
    match edit_from_record(record):
        case Settle() | Merge() | Purge() | Purged():
            raise ValueError("An edit in the log settles something that is in no conflict.")
        case revision:
            return Settle(revision)


def _annotate_in(annotation: str, before: Annotation | None, after: Annotation | None) -> Annotate:
    if any(version is not None and version.id != annotation for version in (before, after)):
        raise ValueError("An edit in the log is about two annotations at once.")
    return Annotate(annotation, before, after)


def _annotation_out(annotation: Annotation | None) -> dict[str, object] | None:
    if annotation is None:
        return None
    anchor = annotation.anchor
    return _beyond_first(annotation) | {
        "id": annotation.id,
        "kind": annotation.kind.value,
        "comment": annotation.comment,
        "author": annotation.author,
        "at": moment(annotation.at),
        "severity": annotation.severity.value if annotation.severity else None,
        "proposed": annotation.proposed,
        "status": annotation.status.value,
        "anchor": {
            "target": anchor.target.value,
            "clause": anchor.clause,
            "span": span_out(anchor.span),
            "quote": anchor.quote,
            "prefix": anchor.prefix,
            "suffix": anchor.suffix,
        },
    }


def _beyond_first(annotation: Annotation) -> dict[str, object]:
    """Return what annotations could not say in the first version, where it is said: older hashes stand."""
    said: dict[str, object] = {}
    if annotation.tags:
        said["tags"] = list(annotation.tags)
    if annotation.assignee:
        said["assignee"] = annotation.assignee
    if annotation.due is not None:
        said["due"] = annotation.due.isoformat()
    if annotation.visibility is not Visibility.INTERNAL:
        said["visibility"] = annotation.visibility.value
    return said


def _annotation_in(record: dict[str, Any] | None) -> Annotation | None:
    if record is None:
        return None
    anchor = record["anchor"]
    made = Annotation(
        id=text(record, "id"),
        kind=AnnotationKind(record["kind"]),
        anchor=Anchor(
            target=Target(anchor["target"]),
            clause=whole(anchor["clause"]),
            span=span_in(anchor["span"]),
            quote=text(anchor, "quote"),
            prefix=text(anchor, "prefix"),
            suffix=text(anchor, "suffix"),
        ),
        comment=text(record, "comment"),
        author=text(record, "author"),
        at=moment_of(text(record, "at")),
        severity=Severity(record["severity"]) if record["severity"] is not None else None,
        proposed=text(record, "proposed"),
        status=Status(record["status"]),
        tags=tuple(sorted({str(tag) for tag in record.get("tags", [])})),
        assignee=text(record, "assignee") if "assignee" in record else "",
        due=dt.date.fromisoformat(text(record, "due")) if "due" in record else None,
        visibility=Visibility(record.get("visibility", Visibility.INTERNAL)),
    )
    said = _beyond_first(made)
    if any(record[name] != said.get(name) for name in ("tags", "assignee", "due", "visibility") if name in record):
        raise ValueError("An edit in the log says something of an annotation in another way than it is written.")
    return made


def _mark_out(mark: Mark | None) -> dict[str, object] | None:
    return None if mark is None else {"state": mark.state.value, "by": mark.by, "at": moment(mark.at)}


def _mark_in(record: dict[str, Any] | None) -> Mark | None:
    return None if record is None else Mark(State(record["state"]), text(record, "by"), moment_of(text(record, "at")))


def _decision_out(decision: Decision | None) -> dict[str, object] | None:
    if decision is None:
        return None
    return {
        "verdict": decision.verdict.value,
        "reason": decision.reason,
        "by": decision.by,
        "at": moment(decision.at),
    }


def _decision_in(record: dict[str, Any] | None) -> Decision | None:
    if record is None:
        return None
    return Decision(
        Verdict(record["verdict"]), text(record, "reason"), text(record, "by"), moment_of(text(record, "at"))
    )


def correction_to_record(correction: Correction) -> dict[str, object]:
    """Return the correction as JSON values."""
    change = correction.change
    return {
        "id": correction.id,
        "act": change.act.value,
        "start": change.start,
        "label": change.label,
        "number": change.number,
        "heading": change.heading,
        "clause": correction.clause,
        "by": correction.by,
        "at": moment(correction.at),
    }


def _correct_in(correction: str, before: Correction | None, after: Correction | None) -> Correct:
    if any(version is not None and version.id != correction for version in (before, after)):
        raise ValueError("An edit in the log is about two corrections at once.")
    return Correct(correction, before, after)


def _correction_out(correction: Correction | None) -> dict[str, object] | None:
    return None if correction is None else correction_to_record(correction)


def _correction_in(record: dict[str, Any] | None) -> Correction | None:
    if record is None:
        return None
    number, heading = (None if record[name] is None else text(record, name) for name in ("number", "heading"))
    change = Change(Act(record["act"]), whole(record["start"]), text(record, "label"), number, heading)
    return Correction(
        text(record, "id"), change, text(record, "clause"), text(record, "by"), moment_of(text(record, "at"))
    )
