"""Edits about the close reading as plain JSON values and back: dismissals, scenarios and judgements."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from carveout.agreement.remedies.scenario import Scenario, Step
from carveout.review.dismissal import Dismissal, Dismissed
from carveout.review.edits import Dismiss, Judge, Suppose
from carveout.review.moment import moment, moment_of
from carveout.review.recorded import span_in, span_out, text, whole
from carveout.review.supposing import Judgement, Question, Supposed

if TYPE_CHECKING:
    from carveout.review.edits import Edit


def close_to_record(edit: Dismiss | Suppose | Judge) -> dict[str, object]:
    """Return the edit as JSON values."""
    match edit:
        case Dismiss(finding, dismissal_before, dismissal_after):
            key: dict[str, object] = {
                "rule": finding.rule,
                "words": finding.words,
                "span": None if finding.span is None else span_out(finding.span),
            }
            return {"dismiss": key, "before": _dismissal(dismissal_before), "after": _dismissal(dismissal_after)}
        case Suppose(scenario, supposed_before, supposed_after):
            return {"suppose": scenario, "before": _supposed(supposed_before), "after": _supposed(supposed_after)}
        case Judge(question, before, after):
            key = {"scenario": question.scenario, "clause": question.clause, "step": question.step.value}
            return {"judge": key, "before": _judgement(before), "after": _judgement(after)}


def close_from_record(record: dict[str, Any]) -> Edit:
    """Return the edit that a record holds. Raises ValueError, KeyError, TypeError or AttributeError."""
    before, after = record["before"], record["after"]
    if "dismiss" in record:
        key = record["dismiss"]
        span = None if key["span"] is None else span_in(key["span"])
        finding = Dismissed(text(key, "rule"), text(key, "words"), span)
        return Dismiss(finding, _dismissal_in(before), _dismissal_in(after))
    if "suppose" in record:
        return Suppose(text(record, "suppose"), _supposed_in(before), _supposed_in(after))
    key = record["judge"]
    question = Question(text(key, "scenario"), whole(key["clause"]), Step(key["step"]))
    return Judge(question, _judgement_in(before), _judgement_in(after))


def _dismissal(one: Dismissal | None) -> dict[str, object] | None:
    return None if one is None else {"reason": one.reason, "by": one.by, "at": moment(one.at)}


def _dismissal_in(record: dict[str, Any] | None) -> Dismissal | None:
    if record is None:
        return None
    return Dismissal(text(record, "reason"), text(record, "by"), moment_of(text(record, "at")))


def _supposed(one: Supposed | None) -> dict[str, object] | None:
    if one is None:
        return None
    day = one.scenario.on
    return {
        "who": one.scenario.who,
        "what": one.scenario.what,
        "on": None if day is None else day.isoformat(),
        "by": one.by,
        "at": moment(one.at),
    }


def _supposed_in(record: dict[str, Any] | None) -> Supposed | None:
    if record is None:
        return None
    day = None if record["on"] is None else dt.date.fromisoformat(text(record, "on"))
    scenario = Scenario(text(record, "who"), text(record, "what"), day)
    return Supposed(scenario, text(record, "by"), moment_of(text(record, "at")))


def _judgement(one: Judgement | None) -> dict[str, object] | None:
    return None if one is None else {"untrue": one.untrue, "by": one.by, "at": moment(one.at)}


def _judgement_in(record: dict[str, Any] | None) -> Judgement | None:
    if record is None:
        return None
    untrue = record["untrue"]
    if type(untrue) is not bool:
        raise ValueError("An edit in the log has something else where yes or no belongs.")
    return Judgement(untrue, text(record, "by"), moment_of(text(record, "at")))
