"""The edits that a reviewer's hand makes, and that none is made where nothing would change."""

from __future__ import annotations

import datetime as dt

from carveout.agreement.span import Span
from carveout.review.annotation import Anchor, Annotation, AnnotationKind, Severity, Target
from carveout.review.edits import Decide, MarkClause
from carveout.review.making import decided, marked, revised
from carveout.review.mark import Decision, Mark, State, Verdict
from carveout.review.review import Review

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
ISSUE = Annotation(
    "n", AnnotationKind.ISSUE, Anchor(Target.CLAUSE, 1, Span(1, 9), "words", "", ""), "c", "A", NOON, Severity.LOW
)


def test_only_an_issue_has_a_severity() -> None:
    question = revised(ISSUE, kind=AnnotationKind.QUESTION)
    assert question.severity is None
    assert revised(question, kind=AnnotationKind.ISSUE, severity=Severity.HIGH).severity is Severity.HIGH


def test_what_is_not_given_stays() -> None:
    assert revised(ISSUE) == ISSUE
    assert revised(ISSUE, comment="").comment == ""


def test_each_reviewer_has_a_mark_of_her_own() -> None:
    hers = Mark(State.CLEARED, "B", NOON)
    review = Review(marks={1: (hers,)})
    mine = Mark(State.READ, "A", NOON)
    assert marked(review, 1, State.READ, "A", NOON) == MarkClause(1, None, mine)
    assert marked(review, 1, State.UNREAD, "A", NOON) is None
    assert marked(review, 1, State.CLEARED, "B", NOON) is None
    assert marked(review, 1, State.UNREAD, "B", NOON) == MarkClause(1, hers, None)


def test_a_decision_that_stands_is_not_made_again() -> None:
    standing = Decision(Verdict.STRIKE, "r", "B", NOON)
    review = Review(decisions={Span(1, 9): standing})
    assert decided(review, Span(1, 9), Verdict.STRIKE, "r", "A", NOON) is None
    assert decided(review, Span(1, 9), None, "", "A", NOON) == Decide(Span(1, 9), standing, None)
    assert decided(review, Span(2, 9), None, "", "A", NOON) is None
