from __future__ import annotations

import datetime as dt
from dataclasses import replace

from carveout.agreement.span import Span
from carveout.review.annotation import Anchor, Annotation, AnnotationKind, Status, Target
from carveout.review.edits import Annotate, Edit, MarkClause, Respond, Settle
from carveout.review.log import Operation, Role, sealed
from carveout.review.mark import Mark, State
from carveout.review.story import Act, about, story_of
from carveout.review.thread import Reply

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
NOTE = Annotation(
    "n", AnnotationKind.NOTE, Anchor(Target.CLAUSE, 0, Span(0, 3), "The", "", " end"), "Why?", "Ann", NOON
)
RESOLVED = replace(NOTE, status=Status.RESOLVED)
REPLY = Reply("r", "n", "Because.", "Bob", NOON)


def log_of(*made: tuple[str, Edit]) -> list[Operation]:
    log: list[Operation] = []
    for minute, (by, edit) in enumerate(made):
        head = log[-1].hash if log else "0" * 64
        at = NOON + dt.timedelta(minutes=minute)
        log.append(sealed(head, id=str(minute), at=at, author=by, role=Role.EDIT, of=None, edit=edit))
    return log


def acts(log: list[Operation]) -> list[tuple[Act, str]]:
    return [(happening.act, happening.by) for happening in story_of(log)]


def test_who_made_revised_answered_resolved_and_reopened_it_is_told_in_order() -> None:
    log = log_of(
        ("Ann", Annotate("n", None, NOTE)),
        ("Ann", Annotate("n", NOTE, replace(NOTE, comment="Why so?"))),
        ("Bob", Respond("r", None, REPLY)),
        ("Bob", Annotate("n", NOTE, RESOLVED)),
        ("Ann", Annotate("n", RESOLVED, NOTE)),
        ("Ann", Annotate("n", NOTE, None)),
    )
    assert acts(log) == [
        (Act.CREATED, "Ann"),
        (Act.REVISED, "Ann"),
        (Act.REPLIED, "Bob"),
        (Act.RESOLVED, "Bob"),
        (Act.REOPENED, "Ann"),
        (Act.WITHDRAWN, "Ann"),
    ]
    assert story_of(log)[2].reply == "r"
    assert story_of(log)[3].at == NOON + dt.timedelta(minutes=3)


def test_what_is_taken_back_is_told_as_what_it_does() -> None:
    made = Annotate("n", None, NOTE)
    log = log_of(("Ann", made), ("Ann", made.undone()), ("Ann", made))
    assert [act for act, _ in acts(log)] == [Act.CREATED, Act.WITHDRAWN, Act.RESTORED]


def test_a_settlement_is_told_only_where_it_changes_the_annotation() -> None:
    log = log_of(
        ("Ann", Annotate("n", None, NOTE)),
        ("Ann", Settle(Annotate("n", NOTE, NOTE))),
        ("Bob", Settle(Annotate("n", NOTE, RESOLVED))),
    )
    assert acts(log) == [(Act.CREATED, "Ann"), (Act.RESOLVED, "Bob")]


def test_an_answer_and_a_settlement_belong_to_the_story_of_their_annotation_and_a_mark_to_none() -> None:
    log = log_of(
        ("Ann", Annotate("n", None, NOTE)),
        ("Bob", Respond("r", None, REPLY)),
        ("Bob", Respond("r", REPLY, None)),
        ("Bob", Settle(Annotate("n", NOTE, RESOLVED))),
        ("Bob", MarkClause(0, None, Mark(State.READ, "Bob", NOON))),
    )
    assert [about(operation) for operation in log] == ["n", "n", "n", "n", ""]
