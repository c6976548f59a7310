from __future__ import annotations

import datetime as dt

from carveout.agreement.span import Span
from carveout.review.annotation import Anchor, Annotation, AnnotationKind, Target
from carveout.review.edits import Annotate, Edit, MarkClause
from carveout.review.hearing import Hearing
from carveout.review.log import Operation, Role, sealed
from carveout.review.mark import Mark, State
from carveout.review.story import Act

AT = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


def note(id_: str) -> Annotation:
    anchor = Anchor(Target.CLAUSE, 0, Span(0, 5), "words", "", "")
    return Annotation(id_, AnnotationKind.NOTE, anchor, "Look again.", "A. Reader", AT)


def log_of(*edits: Edit) -> tuple[Operation, ...]:
    log: list[Operation] = []
    for number, edit in enumerate(edits):
        head = log[-1].hash if log else "origin"
        log.append(sealed(head, id=f"{number}", at=AT, author="A. Reader", role=Role.EDIT, of=None, edit=edit))
    return tuple(log)


def acts(hearing: Hearing, log: tuple[Operation, ...], annotation: str) -> list[Act]:
    return [happening.act for happening in hearing.story(log, annotation)]


def test_what_is_appended_is_told_after_what_was_heard() -> None:
    first, second = note("first"), note("second")
    log = log_of(Annotate("first", None, first), Annotate("second", None, second), Annotate("first", first, None))
    hearing = Hearing()
    assert acts(hearing, log[:1], "first") == [Act.CREATED]
    assert acts(hearing, log[:2], "second") == [Act.CREATED]
    assert acts(hearing, log, "first") == [Act.CREATED, Act.WITHDRAWN]


def test_another_log_is_heard_from_its_beginning() -> None:
    hearing = Hearing()
    hearing.hear(log_of(Annotate("first", None, note("first"))))
    other = log_of(Annotate("second", None, note("second")))
    assert acts(hearing, other, "first") == []
    assert acts(hearing, other, "second") == [Act.CREATED]


def test_what_is_about_no_annotation_is_in_no_story() -> None:
    read = MarkClause(3, None, Mark(State.READ, "A. Reader", AT))
    hearing = Hearing()
    log = log_of(read, Annotate("first", None, note("first")), read.undone())
    assert acts(hearing, log, "first") == [Act.CREATED]
    assert acts(hearing, log, "") == []
