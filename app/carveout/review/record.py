"""Edits as plain JSON values and back, as the log keeps them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from carveout.agreement.span import Span
from carveout.review.annotation import Anchor, Annotation, AnnotationKind, Severity, Status, Target
from carveout.review.edits import Annotate, Decide, MarkClause
from carveout.review.mark import Decision, Mark, State, Verdict

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
            return {"decide": _span_out(carveout), "before": _decision_out(before), "after": _decision_out(after)}


def edit_from_record(record: dict[str, Any]) -> Edit:
    """Return the edit that a record holds. Raises ValueError where it holds none."""
    try:
        before, after = record["before"], record["after"]
        if "annotate" in record:
            return Annotate(str(record["annotate"]), _annotation_in(before), _annotation_in(after))
        if "mark" in record:
            return MarkClause(int(record["mark"]), _mark_in(before), _mark_in(after))
        return Decide(Span(*record["decide"]), _decision_in(before), _decision_in(after))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("An edit in the log has not the shape of an edit.") from error


def _span_out(span: Span) -> list[int]:
    return [span.start, span.end]


def _annotation_out(annotation: Annotation | None) -> dict[str, object] | None:
    if annotation is None:
        return None
    anchor = annotation.anchor
    return {
        "id": annotation.id,
        "kind": annotation.kind.value,
        "comment": annotation.comment,
        "author": annotation.author,
        "at": annotation.at.isoformat(),
        "severity": annotation.severity.value if annotation.severity else None,
        "proposed": annotation.proposed,
        "status": annotation.status.value,
        "anchor": {
            "target": anchor.target.value,
            "clause": anchor.clause,
            "span": _span_out(anchor.span),
            "quote": anchor.quote,
            "prefix": anchor.prefix,
            "suffix": anchor.suffix,
        },
    }


def _annotation_in(record: dict[str, Any] | None) -> Annotation | None:
    if record is None:
        return None
    anchor = record["anchor"]
    return Annotation(
        id=record["id"],
        kind=AnnotationKind(record["kind"]),
        anchor=Anchor(
            target=Target(anchor["target"]),
            clause=anchor["clause"],
            span=Span(*anchor["span"]),
            quote=anchor["quote"],
            prefix=anchor["prefix"],
            suffix=anchor["suffix"],
        ),
        comment=record["comment"],
        author=record["author"],
        at=dt.datetime.fromisoformat(record["at"]),
        severity=Severity(record["severity"]) if record["severity"] is not None else None,
        proposed=record["proposed"],
        status=Status(record["status"]),
    )


def _mark_out(mark: Mark | None) -> dict[str, object] | None:
    return None if mark is None else {"state": mark.state.value, "by": mark.by, "at": mark.at.isoformat()}


def _mark_in(record: dict[str, Any] | None) -> Mark | None:
    if record is None:
        return None
    return Mark(State(record["state"]), record["by"], dt.datetime.fromisoformat(record["at"]))


def _decision_out(decision: Decision | None) -> dict[str, object] | None:
    if decision is None:
        return None
    return {
        "verdict": decision.verdict.value,
        "reason": decision.reason,
        "by": decision.by,
        "at": decision.at.isoformat(),
    }


def _decision_in(record: dict[str, Any] | None) -> Decision | None:
    if record is None:
        return None
    return Decision(Verdict(record["verdict"]), record["reason"], record["by"], dt.datetime.fromisoformat(record["at"]))
