from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from carveout.review.anchoring import on_clause
from carveout.review.annotation import Annotation, AnnotationKind, Severity, Status
from carveout.review.coverage import annotations_within, coverage_of, state_of, worst_open_issue
from carveout.review.mark import Decision, Mark, State, Verdict
from carveout.review.review import Review

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
READ, CLEARED = (Mark(state, "A", NOON) for state in (State.READ, State.CLEARED))


def issue(
    reading: Reading, clause: int, severity: Severity | None = Severity.LOW, status: Status = Status.OPEN
) -> Annotation:
    """An issue on a clause."""
    id_ = f"{clause} {severity} {status}"
    return Annotation(id_, AnnotationKind.ISSUE, on_clause(reading, clause), "", "A", NOON, severity, status=status)


def reviewed(*annotations: Annotation, marks: dict[int, Mark] | None = None) -> Review:
    """A review with these annotations and marks."""
    made = {clause: (mark,) for clause, mark in (marks or {}).items()}
    return Review({annotation.id: annotation for annotation in annotations}, made)


def test_nothing_is_reviewed_at_first(reading: Reading) -> None:
    coverage = coverage_of(reading, Review())
    assert (coverage.representations, coverage.reviewed) == (3, 0)
    assert (coverage.carveouts, coverage.decided) == (2, 0)
    assert coverage.by_state == {State.UNREAD: 3, State.READ: 0, State.NOTED: 0, State.CLEARED: 0}
    assert coverage.open_issues == dict.fromkeys(Severity, 0)


def test_each_representation_counts_once_in_the_state_it_has_reached(reading: Reading) -> None:
    review = reviewed(issue(reading, 4), issue(reading, 5), issue(reading, 2), marks={1: READ, 2: CLEARED, 3: READ})
    coverage = coverage_of(reading, review)
    assert coverage.by_state == {State.UNREAD: 0, State.READ: 1, State.NOTED: 1, State.CLEARED: 1}
    assert coverage.reviewed == 3


@pytest.mark.parametrize(
    ("noted", "mark", "state"),
    [
        (False, None, State.UNREAD),
        (False, READ, State.READ),
        (True, None, State.NOTED),
        (True, READ, State.NOTED),
        (False, CLEARED, State.CLEARED),
        (True, CLEARED, State.CLEARED),
    ],
)
def test_clearing_counts_more_than_a_note_and_a_note_more_than_reading(
    reading: Reading, *, noted: bool, mark: Mark | None, state: State
) -> None:
    review = reviewed(*([issue(reading, 3)] if noted else []), marks={3: mark} if mark else {})
    assert state_of(reading, review, 3) is state


def test_a_note_on_an_item_makes_its_representation_noted_but_not_its_neighbour(reading: Reading) -> None:
    review = reviewed(issue(reading, 5))
    assert [state_of(reading, review, clause) for clause in (3, 5, 4, 2)] == [
        State.NOTED,
        State.NOTED,
        State.UNREAD,
        State.UNREAD,
    ]


def test_a_clause_has_the_annotations_below_it_in_the_order_of_the_text(reading: Reading) -> None:
    below, above, elsewhere = issue(reading, 5), issue(reading, 3), issue(reading, 2)
    review = reviewed(below, elsewhere, above)
    assert annotations_within(reading, review, 3) == (above, below)
    assert annotations_within(reading, review, 5) == (below,)


def test_the_worst_issue_is_the_worst_that_is_open(reading: Reading) -> None:
    review = reviewed(
        issue(reading, 3, Severity.LOW),
        issue(reading, 4, Severity.MEDIUM),
        issue(reading, 5, Severity.HIGH, Status.RESOLVED),
        issue(reading, 5, None),
    )
    assert worst_open_issue(reading, review, 3) is Severity.MEDIUM
    assert worst_open_issue(reading, review, 5) is None
    assert worst_open_issue(reading, review, 1) is None


def test_open_issues_count_by_severity_and_resolved_ones_not_at_all(reading: Reading) -> None:
    review = reviewed(
        issue(reading, 1, Severity.HIGH),
        issue(reading, 2, Severity.HIGH),
        issue(reading, 3, Severity.LOW),
        issue(reading, 4, Severity.HIGH, Status.RESOLVED),
    )
    assert coverage_of(reading, review).open_issues == {Severity.HIGH: 2, Severity.MEDIUM: 0, Severity.LOW: 1}


def test_a_carve_out_is_decided_by_its_own_decision(reading: Reading) -> None:
    decision = Decision(Verdict.ACCEPT, "", "A", NOON)
    review = Review(decisions={reading.carveouts[1].span: decision})
    assert coverage_of(reading, review).decided == 1
