from __future__ import annotations

import copy
import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carveout.agreement.remedies.scenario import Scenario, Step
from carveout.agreement.span import Span
from carveout.review.annotation import Anchor, Annotation, AnnotationKind, Severity, Target, Visibility
from carveout.review.dismissal import Dismissal, Dismissed
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
from carveout.review.link import Link
from carveout.review.mark import Decision, Mark, State, Verdict
from carveout.review.record import edit_from_record, edit_to_record
from carveout.review.reviewer import Reviewer
from carveout.review.supposing import Judgement, Question, Supposed
from carveout.review.thread import Reply

if TYPE_CHECKING:
    from carveout.review.edits import Edit

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
NOTE = Annotation(
    "1f",
    AnnotationKind.ISSUE,
    Anchor(Target.SPAN, 3, Span(5, 9), "q", "p", "s"),
    "c",
    "A",
    NOON,
    Severity.LOW,
    tags=("tax",),
    assignee="B",
    due=dt.date(2026, 3, 9),
    visibility=Visibility.SHARED,
)
SUPPOSED = Supposed(Scenario("Target", "petitions", dt.date(2026, 3, 1)), "A", NOON)
EDITS: tuple[Edit, ...] = (
    Annotate("1f", NOTE, NOTE),
    MarkClause(3, Mark(State.READ, "A", NOON), Mark(State.CLEARED, "A", NOON)),
    Decide(Span(5, 9), Decision(Verdict.STRIKE, "r", "A", NOON), Decision(Verdict.ACCEPT, "r", "A", NOON)),
    Dismiss(Dismissed("spacing", "a ,b", Span(5, 9)), Dismissal("r", "A", NOON), Dismissal("s", "A", NOON)),
    Suppose("2f", SUPPOSED, SUPPOSED),
    Judge(Question("2f", 3, Step.PERIOD), Judgement(True, "A", NOON), Judgement(False, "A", NOON)),
    Respond("3f", Reply("3f", "1f", "c", "A", NOON), Reply("3f", "1f", "d", "A", NOON)),
    Connect("4f", Link("4f", ("1f", 3), "A", NOON), Link("4f", ("1f", "2f"), "A", NOON)),
    Rank("1f", "U3k", "UV1"),
    Introduce("A", Reviewer("A", "AA", "plum"), Reviewer("A", "AB", "moss")),
    Settle(MarkClause(3, None, Mark(State.READ, "A", NOON))),
    Merge("0" * 64, ("A", "B")),
    Purge((("1f", "0" * 64),)),
    Purged(),
)
WRONG: tuple[object, ...] = (
    None,
    5,
    1.5,
    True,
    "",
    "other",
    [],
    [1],
    [1, 2, 3],
    ["1", "2"],
    {},
    float("nan"),
    "2026-03-02T12:00:00",
)


@given(st.one_of(*(st.from_type(type(edit)) for edit in EDITS), st.from_type(Correct)))
@settings(deadline=None)
def test_an_edit_comes_back_from_json_whatever_it_is_written_with(edit: Edit) -> None:
    assert edit_from_record(json.loads(json.dumps(edit_to_record(edit)))) == edit


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: type(edit).__name__)
def test_a_value_of_another_type_makes_no_edit(edit: Edit) -> None:
    record = edit_to_record(edit)
    for path in _paths(record):
        for wrong in WRONG:
            changed = _with(record, path, wrong)
            try:
                read = edit_from_record(changed)
            except ValueError:
                continue
            assert _same(edit_to_record(read), changed), (path, wrong)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: type(edit).__name__)
def test_a_missing_value_makes_no_edit(edit: Edit) -> None:
    record = edit_to_record(edit)
    for path in _paths(record):
        if path[-1] in {"tags", "assignee", "due", "visibility"}:
            continue  # the first version had none of them
        with pytest.raises(ValueError, match=r"\w"):
            edit_from_record(_with(record, path))


def test_an_edit_is_about_one_annotation() -> None:
    with pytest.raises(ValueError, match="two annotations"):
        edit_from_record(edit_to_record(Annotate("2f", None, NOTE)))


@pytest.mark.parametrize("rank", ["", "0", "V0", "V-1", "é", "٣"])
def test_a_rank_leaves_room_before_it(rank: str) -> None:
    with pytest.raises(ValueError, match="rank"):
        edit_from_record({"rank": "1f", "before": None, "after": rank})


def test_times_are_written_in_utc_whatever_zone_they_were_told_in() -> None:
    tokyo = dt.timezone(dt.timedelta(hours=9))
    edit = MarkClause(3, None, Mark(State.READ, "A", NOON.astimezone(tokyo)))
    assert edit_to_record(edit) == edit_to_record(MarkClause(3, None, Mark(State.READ, "A", NOON)))


def _paths(value: object, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Return the way to every value in the record, at any depth."""
    if not isinstance(value, dict):
        return []
    return [(*path, key) for key in value] + [deeper for key in value for deeper in _paths(value[key], (*path, key))]


def _with(record: dict[str, Any], path: tuple[str, ...], *value: object) -> dict[str, Any]:
    """Return the record with the value at the path put in its place, or, without one, taken out."""
    changed = copy.deepcopy(record)
    place = changed
    for key in path[:-1]:
        place = place[key]
    del place[path[-1]]
    if value:
        place[path[-1]] = value[0]
    return changed


def _same(one: object, other: object) -> bool:
    """Tell whether two records are the same JSON; in Python, True equals 1."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
