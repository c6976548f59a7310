from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.span import Span
from carveout.review.annotation import Anchor, Annotation, AnnotationKind, Severity, Status, Target, Visibility
from carveout.review.applying import StaleEditError
from carveout.review.edits import Annotate, Decide, MarkClause
from carveout.review.fold import fold
from carveout.review.log import BrokenChainError, Operation, Role, origin, sealed, verify
from carveout.review.mark import Decision, Mark, State, Verdict

if TYPE_CHECKING:
    from carveout.review.edits import Edit

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
LATER = NOON + dt.timedelta(microseconds=1)
START = origin("4a", NOON, "0.1.0", "5e", "7c")
ANCHOR = Anchor(Target.SPAN, 3, Span(5, 9), "quote", "before", "after")
NOTE = Annotation("1f", AnnotationKind.ISSUE, ANCHOR, "comment", "A", NOON, Severity.LOW, "proposed")
MARK = Mark(State.READ, "A", NOON)
DECISION = Decision(Verdict.NARROW, "reason", "A", NOON)


def chained(*edits: Edit) -> list[Operation]:
    """Return the edits as a log."""
    log: list[Operation] = []
    for number, edit in enumerate(edits):
        previous = log[-1].hash if log else START
        log.append(sealed(previous, id=f"{number}", at=NOON, author="A", role=Role.EDIT, of=None, edit=edit))
    return log


LOG = chained(Annotate("1f", None, NOTE), MarkClause(3, None, MARK), Decide(Span(5, 9), None, DECISION))

OTHER_OPERATIONS = {
    "id": replace(LOG[1], id="x"),
    "at": replace(LOG[1], at=LATER),
    "author": replace(LOG[1], author="B"),
    "role": replace(LOG[1], role=Role.REDO),
    "of": replace(LOG[1], of="0"),
    "previous": replace(LOG[1], previous=START),
    "hash": replace(LOG[1], hash=LOG[2].hash),
}
OTHER_NOTES = {
    "id": replace(NOTE, id="2f"),
    "kind": replace(NOTE, kind=AnnotationKind.QUESTION),
    "comment": replace(NOTE, comment="comment."),
    "author": replace(NOTE, author="B"),
    "at": replace(NOTE, at=LATER),
    "severity": replace(NOTE, severity=None),
    "proposed": replace(NOTE, proposed=""),
    "status": replace(NOTE, status=Status.RESOLVED),
    "target": replace(NOTE, anchor=replace(ANCHOR, target=Target.CLAUSE)),
    "clause": replace(NOTE, anchor=replace(ANCHOR, clause=4)),
    "span": replace(NOTE, anchor=replace(ANCHOR, span=Span(5, 10))),
    "quote": replace(NOTE, anchor=replace(ANCHOR, quote="quotes")),
    "prefix": replace(NOTE, anchor=replace(ANCHOR, prefix="")),
    "suffix": replace(NOTE, anchor=replace(ANCHOR, suffix="")),
    "tags": replace(NOTE, tags=("tax",)),
    "assignee": replace(NOTE, assignee="B"),
    "due": replace(NOTE, due=dt.date(2026, 3, 9)),
    "visibility": replace(NOTE, visibility=Visibility.SHARED),
}
OTHER_EDITS: dict[str, Edit] = {
    **{f"a note's {name}": Annotate("1f", None, note) for name, note in OTHER_NOTES.items()},
    "a note's edit": Annotate("2f", None, NOTE),
    "what a note was": Annotate("1f", NOTE, NOTE),
    "no note": Annotate("1f", None, None),
    "a mark's clause": MarkClause(4, None, MARK),
    "a mark's state": MarkClause(3, None, replace(MARK, state=State.CLEARED)),
    "a mark's author": MarkClause(3, None, replace(MARK, by="B")),
    "a mark's time": MarkClause(3, None, replace(MARK, at=LATER)),
    "what a mark was": MarkClause(3, MARK, MARK),
    "a decision's carve-out": Decide(Span(5, 8), None, DECISION),
    "a decision's verdict": Decide(Span(5, 9), None, replace(DECISION, verdict=Verdict.STRIKE)),
    "a decision's reason": Decide(Span(5, 9), None, replace(DECISION, reason="")),
    "a decision's author": Decide(Span(5, 9), None, replace(DECISION, by="B")),
    "a decision's time": Decide(Span(5, 9), None, replace(DECISION, at=LATER)),
}


def test_a_log_as_it_was_sealed_verifies() -> None:
    verify(START, LOG)
    verify(START, [])


def test_each_field_of_an_operation_is_tried_below() -> None:
    assert set(OTHER_OPERATIONS) | {"edit"} == set(Operation.__dataclass_fields__)
    assert set(OTHER_NOTES) >= (set(Annotation.__dataclass_fields__) | set(Anchor.__dataclass_fields__)) - {"anchor"}


@pytest.mark.parametrize("other", OTHER_OPERATIONS.values(), ids=OTHER_OPERATIONS.keys())
def test_an_operation_with_another_value_breaks_the_chain(other: Operation) -> None:
    with pytest.raises(BrokenChainError, match="Operation 2"):
        verify(START, [LOG[0], other, LOG[2]])


@pytest.mark.parametrize("edit", OTHER_EDITS.values(), ids=OTHER_EDITS.keys())
@pytest.mark.parametrize("place", range(3))
def test_another_edit_breaks_the_chain_wherever_it_is_put(place: int, edit: Edit) -> None:
    tampered = [*LOG]
    tampered[place] = replace(tampered[place], edit=edit)
    with pytest.raises(BrokenChainError, match=f"Operation {place + 1}"):
        verify(START, tampered)


@pytest.mark.parametrize("order", [(1, 0, 2), (0, 2, 1), (2,), (0, 2), (1, 2), (0, 0, 1, 2)])
def test_operations_that_are_moved_or_left_out_or_doubled_break_the_chain(order: tuple[int, ...]) -> None:
    with pytest.raises(BrokenChainError):
        verify(START, [LOG[place] for place in order])


def test_a_log_belongs_to_one_matter_on_one_reading() -> None:
    others = {
        origin("4b", NOON, "0.1.0", "5e", "7c"),
        origin("4a", LATER, "0.1.0", "5e", "7c"),
        origin("4a", NOON, "0.1.1", "5e", "7c"),
        origin("4a", NOON, "0.1.0", "5f", "7c"),
        origin("4a", NOON, "0.1.0", "5e", "7d"),
    }
    assert len(others - {START}) == 5
    for other in others:
        with pytest.raises(BrokenChainError, match="Operation 1"):
            verify(other, LOG)


def test_the_review_is_the_fold_of_the_log() -> None:
    review = fold(LOG)
    assert (review.annotations, review.marks, review.decisions) == ({"1f": NOTE}, {3: (MARK,)}, {Span(5, 9): DECISION})


def test_an_edit_of_what_is_not_there_does_not_fold() -> None:
    with pytest.raises(StaleEditError):
        fold(chained(Annotate("1f", NOTE, None)))


def test_what_can_not_be_written_in_a_name_is_replaced() -> None:
    operation = sealed(START, id="0", at=NOON, author="J\udce9", role=Role.EDIT, of=None, edit=LOG[0].edit)
    assert operation.author == "J?"
    verify(START, [operation])
