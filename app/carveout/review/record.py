"""Edits as plain JSON values and back, as the log keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carveout.agreement.correction.change import Act, Change
from carveout.agreement.span import Span
from carveout.review.annotation import Anchor, Annotation, AnnotationKind, Severity, Status, Target
from carveout.review.correction import Correction
from carveout.review.edits import Annotate, Correct, Decide, MarkClause
from carveout.review.mark import Decision, Mark, State, Verdict
from carveout.review.moment import moment, moment_of

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
        case Correct(correction, before, after):
            return {"correct": correction, "before": _correction_out(before), "after": _correction_out(after)}


def edit_from_record(record: dict[str, Any]) -> Edit:
    """Return the edit that a record holds. Raises ValueError where it holds none, whatever else it holds.

    A record may come from a file that somebody mailed: every value is of its type.
    """
    try:
        before, after = record["before"], record["after"]
        if "annotate" in record:
            return _annotate_in(_text(record, "annotate"), _annotation_in(before), _annotation_in(after))
        if "mark" in record:
            return MarkClause(_whole(record["mark"]), _mark_in(before), _mark_in(after))
        if "correct" in record:
            return _correct_in(_text(record, "correct"), _correction_in(before), _correction_in(after))
        return Decide(_span_in(record["decide"]), _decision_in(before), _decision_in(after))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("An edit in the log has not the shape of an edit.") from error


def _annotate_in(annotation: str, before: Annotation | None, after: Annotation | None) -> Annotate:
    if any(version is not None and version.id != annotation for version in (before, after)):
        raise ValueError("An edit in the log is about two annotations at once.")
    return Annotate(annotation, before, after)


def _annotation_out(annotation: Annotation | None) -> dict[str, object] | None:
    if annotation is None:
        return None
    anchor = annotation.anchor
    return {
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
        id=_text(record, "id"),
        kind=AnnotationKind(record["kind"]),
        anchor=Anchor(
            target=Target(anchor["target"]),
            clause=_whole(anchor["clause"]),
            span=_span_in(anchor["span"]),
            quote=_text(anchor, "quote"),
            prefix=_text(anchor, "prefix"),
            suffix=_text(anchor, "suffix"),
        ),
        comment=_text(record, "comment"),
        author=_text(record, "author"),
        at=moment_of(_text(record, "at")),
        severity=Severity(record["severity"]) if record["severity"] is not None else None,
        proposed=_text(record, "proposed"),
        status=Status(record["status"]),
    )


def _mark_out(mark: Mark | None) -> dict[str, object] | None:
    return None if mark is None else {"state": mark.state.value, "by": mark.by, "at": moment(mark.at)}


def _mark_in(record: dict[str, Any] | None) -> Mark | None:
    return None if record is None else Mark(State(record["state"]), _text(record, "by"), moment_of(_text(record, "at")))


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
        Verdict(record["verdict"]), _text(record, "reason"), _text(record, "by"), moment_of(_text(record, "at"))
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
    number, heading = (None if record[name] is None else _text(record, name) for name in ("number", "heading"))
    change = Change(Act(record["act"]), _whole(record["start"]), _text(record, "label"), number, heading)
    return Correction(
        _text(record, "id"), change, _text(record, "clause"), _text(record, "by"), moment_of(_text(record, "at"))
    )


def _span_out(span: Span) -> list[int]:
    return [span.start, span.end]


def _span_in(value: list[object]) -> Span:
    start, end = value
    return Span(_whole(start), _whole(end))


def _whole(value: object) -> int:
    if type(value) is not int:
        raise ValueError("An edit in the log has something else where a whole number belongs.")
    return value


def _text(record: dict[str, Any], name: str) -> str:
    value = record[name]
    if not isinstance(value, str):
        raise ValueError("An edit in the log has something else where text belongs.")  # noqa: TRY004 (one error to catch)
    return value
