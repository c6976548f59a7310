from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.span import Span
from carveout.review.anchoring import on_carveout, on_clause
from carveout.review.annotation import Annotation, AnnotationKind
from carveout.review.edits import Annotate, Decide, MarkClause
from carveout.review.grounding import GroundlessEditError, ground
from carveout.review.mark import Decision, Mark, State, Verdict

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
