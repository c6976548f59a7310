from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.remedies.scenario import Scenario, Step
from carveout.review import wording
from carveout.review.anchoring import on_carveout, on_clause
from carveout.review.annotation import Annotation, AnnotationKind, Severity, Status
from carveout.review.corrected import Corrected
from carveout.review.dismissal import Dismissal, Dismissed
from carveout.review.edits import Annotate, Decide, Dismiss, Judge, MarkClause, Rank, Suppose
from carveout.review.mark import Decision, Mark, State, Verdict
from carveout.review.review import Review
from carveout.review.supposing import Judgement, Question, Supposed

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.review.edits import Edit


def called(edit: Edit, reading: Reading) -> str:
    """Return what an edit is called where nobody corrected the outline."""
    return wording.called(edit, Corrected(reading, Review()))


NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)


@pytest.fixture
def issue(reading: Reading) -> Annotation:
    return Annotation("1f", AnnotationKind.ISSUE, on_clause(reading, 2), "", "A", NOON, Severity.HIGH)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (AnnotationKind.NOTE, "add note on 3.2"),
        (AnnotationKind.ISSUE, "raise issue on 3.2"),
        (AnnotationKind.QUESTION, "ask question on 3.2"),
        (AnnotationKind.PROPOSAL, "propose wording on 3.2"),
    ],
)
def test_a_new_annotation_is_called_after_what_it_is_for(
    reading: Reading, issue: Annotation, kind: AnnotationKind, words: str
) -> None:
    assert called(Annotate("1f", None, replace(issue, kind=kind)), reading) == words


def test_a_move_is_called_after_what_is_moved(reading: Reading, issue: Annotation) -> None:
    on = Corrected(reading, Review(annotations={"1f": issue}))
    assert wording.called(Rank("1f", None, "B"), on) == "move issue on 3.2"
    assert wording.called(Rank("2f", None, "B"), on) == "move an annotation"


def test_an_annotation_is_revised_resolved_reopened_and_withdrawn(reading: Reading, issue: Annotation) -> None:
    resolved = replace(issue, status=Status.RESOLVED)
    assert called(Annotate("1f", issue, replace(issue, comment="more")), reading) == "revise issue on 3.2"
    assert called(Annotate("1f", issue, resolved), reading) == "resolve issue on 3.2"
    assert called(Annotate("1f", resolved, issue), reading) == "reopen issue on 3.2"
    assert called(Annotate("1f", issue, None), reading) == "withdraw issue on 3.2"


def test_an_annotation_is_placed_where_it_stands(reading: Reading, issue: Annotation) -> None:
    on_item = replace(issue, anchor=on_carveout(reading, reading.carveouts[1]))
    assert called(Annotate("1f", None, on_item), reading) == "raise issue on 3.3(ii)"
    on_article = replace(issue, anchor=on_clause(reading, 0))
    assert called(Annotate("1f", None, on_article), reading) == "raise issue on Article 3"


def test_a_mark_is_called_by_the_state_it_gives(reading: Reading) -> None:
    read, cleared = (Mark(state, "A", NOON) for state in (State.READ, State.CLEARED))
    assert called(MarkClause(1, None, read), reading) == "mark 3.1 read"
    assert called(MarkClause(1, read, cleared), reading) == "mark 3.1 cleared"
    assert called(MarkClause(1, read, None), reading) == "mark 3.1 unread"


def test_a_decision_is_called_by_its_verdict_and_place(reading: Reading) -> None:
    span = reading.carveouts[1].span
    strike = Decision(Verdict.STRIKE, "", "A", NOON)
    assert called(Decide(span, None, strike), reading) == "strike carve-out in 3.3(ii)"
    assert called(Decide(span, strike, None), reading) == "reopen carve-out in 3.3(ii)"


def test_a_dismissal_is_called_by_where_it_holds(reading: Reading) -> None:
    why = Dismissal("as agreed", "A", NOON)
    near = Dismissed("spacing", "except for the petition", reading.carveouts[1].span)
    assert called(Dismiss(near, None, why), reading) == "dismiss finding in 3.3(ii)"
    assert called(Dismiss(near, why, None), reading) == "take up finding in 3.3(ii)"
    assert called(Dismiss(replace(near, span=None), None, why), reading) == "dismiss finding everywhere"


def test_a_scenario_is_supposed_and_judged_step_by_step(reading: Reading) -> None:
    one = Supposed(Scenario("Target", "petitions", None), "A", NOON)
    assert called(Suppose("2f", None, one), reading) == "suppose scenario"
    assert called(Suppose("2f", one, one), reading) == "revise scenario"
    assert called(Suppose("2f", one, None), reading) == "drop scenario"
    judgement = Judgement(untrue=True, by="A", at=NOON)
    assert called(Judge(Question("2f", 2, Step.PERIOD), None, judgement), reading) == "judge period of 3.2"
    assert called(Judge(Question("2f", 2, Step.PERIOD), judgement, None), reading) == "leave open period of 3.2"
