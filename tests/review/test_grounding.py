from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.remedies.scenario import Scenario, Step
from carveout.agreement.span import Span
from carveout.review.anchoring import on_carveout, on_clause
from carveout.review.annotation import Annotation, AnnotationKind
from carveout.review.dismissal import Dismissal, Dismissed
from carveout.review.edits import Annotate, Decide, Dismiss, Judge, MarkClause, Suppose
from carveout.review.grounding import GroundlessEditError, ground
from carveout.review.mark import Decision, Mark, State, Verdict
from carveout.review.supposing import Judgement, Question, Supposed

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
MARK = Mark(State.READ, "A", NOON)
DECISION = Decision(Verdict.STRIKE, "", "A", NOON)


@pytest.fixture
def note(reading: Reading) -> Annotation:
    return Annotation("1f", AnnotationKind.NOTE, on_carveout(reading, reading.carveouts[0]), "", "A", NOON)


def test_edits_of_what_the_reading_has_are_grounded(reading: Reading, note: Annotation) -> None:
    for clause in range(len(reading.outline)):
        ground(reading, MarkClause(clause, None, MARK))
        ground(reading, Annotate("1f", note, replace(note, anchor=on_clause(reading, clause))))
    for carveout in reading.carveouts:
        ground(reading, Decide(carveout.span, None, DECISION))


@pytest.mark.parametrize("clause", [-1, 6, 10**9])
def test_a_clause_that_is_not_in_the_outline_is_no_ground(reading: Reading, note: Annotation, clause: int) -> None:
    elsewhere = replace(note, anchor=replace(note.anchor, clause=clause))
    for edit in (MarkClause(clause, None, MARK), Annotate("1f", None, elsewhere), Annotate("1f", elsewhere, None)):
        with pytest.raises(GroundlessEditError):
            ground(reading, edit)


@pytest.mark.parametrize("span", [Span(-1, 5), Span(9, 3), Span(0, 10**6)])
def test_words_outside_the_text_are_no_ground(reading: Reading, note: Annotation, span: Span) -> None:
    elsewhere = replace(note, anchor=replace(note.anchor, span=span))
    for edit in (Decide(span, None, DECISION), Annotate("1f", None, elsewhere)):
        with pytest.raises(GroundlessEditError):
            ground(reading, edit)


def test_a_quote_of_other_words_is_no_ground(reading: Reading, note: Annotation) -> None:
    with pytest.raises(GroundlessEditError):
        ground(reading, Annotate("1f", None, replace(note, anchor=replace(note.anchor, quote="Except for"))))


def test_a_dismissed_finding_is_about_the_words_that_stand_there(reading: Reading) -> None:
    span = reading.carveouts[0].span
    why = Dismissal("as agreed", "A", NOON)
    ground(reading, Dismiss(Dismissed("spacing", "except for the petition", span), None, why))
    ground(reading, Dismiss(Dismissed("spacing", "what stands nowhere", None), None, why))
    for words, at in (("except for", span), ("except for the petition", Span(0, 10**6))):
        with pytest.raises(GroundlessEditError):
            ground(reading, Dismiss(Dismissed("spacing", words, at), None, why))


def test_a_scenario_is_judged_of_clauses_that_are_there(reading: Reading) -> None:
    ground(reading, Suppose("2f", None, Supposed(Scenario("Target", "petitions", None), "A", NOON)))
    judgement = Judgement(untrue=True, by="A", at=NOON)
    ground(reading, Judge(Question("2f", 2, Step.CLASS), None, judgement))
    with pytest.raises(GroundlessEditError):
        ground(reading, Judge(Question("2f", 99, Step.CLASS), None, judgement))
