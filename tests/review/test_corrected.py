"""A review on an outline that its readers correct: the log's names stay, what is seen moves with the clauses."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.correction.change import Act, Change
from carveout.agreement.remedies.scenario import Step
from carveout.review.anchoring import on_clause, on_span
from carveout.review.annotation import Annotation, AnnotationKind
from carveout.review.applying import applied
from carveout.review.corrected import Corrected
from carveout.review.correction import Correction
from carveout.review.edits import Annotate, Correct, Decide, Judge, MarkClause
from carveout.review.mark import Mark, State
from carveout.review.review import Review
from carveout.review.supposing import Judgement, Question
from carveout.review.wording import called

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
READ = Mark(State.READ, "A", NOON)


def correction(act: Act, start: int, clause: str = "Section 3.2") -> Correction:
    return Correction(f"{act}-{start}", Change(act, start), clause, "A", NOON)


def after(on: Corrected, *made: Correction) -> Corrected:
    """Return what is left once corrections were made."""
    for one in made:
        on = on.after(applied(on.folded, Correct(one.id, None, one)))
    return on


def noted(on: Corrected, clause: int) -> Annotation:
    return Annotation("1f", AnnotationKind.NOTE, on_clause(on.reading, clause), "", "A", NOON)


@pytest.fixture
def on(reading: Reading) -> Corrected:
    return Corrected(reading, Review())


def test_without_a_correction_all_is_as_it_was_read(on: Corrected, reading: Reading) -> None:
    assert on.reading is reading
    assert on.review is on.folded
    assert [on.name(clause.id) for clause in on.reading.outline] == [clause.id for clause in reading.outline]
    edit = MarkClause(3, None, READ)
    assert on.logged(edit) == edit


def test_a_clause_that_was_read_keeps_its_name_when_its_id_moves(on: Corrected, reading: Reading) -> None:
    joined = after(on, correction(Act.JOIN, reading.outline[2].start))
    assert joined.reading.outline[2].citation == "Section 3.3"
    assert joined.name(2) == 3
    assert joined.clause(3) == 2
    assert joined.clause(2) is None
    assert joined.logged(MarkClause(2, None, READ)) == MarkClause(3, None, READ)


def test_a_judgement_goes_with_the_clause_that_it_is_about(on: Corrected, reading: Reading) -> None:
    judgement = Judgement(untrue=True, by="A", at=NOON)
    edit = Judge(Question("2f", 3, Step.CLASS), None, judgement)
    judged = on.after(applied(on.folded, on.logged(edit)))
    joined = after(judged, correction(Act.JOIN, reading.outline[2].start))
    assert joined.review.judgements == {Question("2f", 2, Step.CLASS): judgement}
    assert joined.logged(Judge(Question("2f", 2, Step.CLASS), judgement, None)) == edit.undone()
    gone = after(judged, correction(Act.JOIN, reading.outline[3].start))
    assert gone.review.judgements == {}


def test_a_clause_that_was_split_off_is_named_by_where_it_begins(on: Corrected, reading: Reading) -> None:
    at = reading.text.index("except for the petition")
    split = after(on, correction(Act.SPLIT, at))
    clause = split.reading.outline.beginning(at)
    assert clause is not None
    assert split.name(clause) == len(reading.outline) + at
    assert split.clause(split.name(clause)) == clause


def test_a_mark_made_before_a_correction_stays_with_its_clause(on: Corrected, reading: Reading) -> None:
    marked = on.after(applied(on.folded, on.logged(MarkClause(3, None, READ))))
    joined = after(marked, correction(Act.JOIN, reading.outline[2].start))
    assert joined.review.marks == {2: (READ,)}
    assert joined.folded.marks == {3: (READ,)}


def test_a_mark_of_a_joined_clause_is_out_of_sight_until_that_is_taken_back(on: Corrected, reading: Reading) -> None:
    marked = on.after(applied(on.folded, MarkClause(2, None, READ)))
    made = correction(Act.JOIN, reading.outline[2].start)
    joined = after(marked, made)
    assert not joined.review.marks
    back = joined.after(applied(joined.folded, Correct(made.id, made, None)))
    assert back.review.marks == {2: (READ,)}
    assert back.reading == reading


def test_an_annotation_of_a_joined_clause_stands_where_its_words_are(on: Corrected, reading: Reading) -> None:
    annotated = on.after(applied(on.folded, Annotate("1f", None, noted(on, 2))))
    joined = after(annotated, correction(Act.JOIN, reading.outline[2].start))
    (shown,) = joined.review.annotations.values()
    assert joined.reading.outline[shown.anchor.clause].citation == "Section 3.1"
    assert shown.anchor.quote == noted(on, 2).anchor.quote


def test_an_annotation_revised_on_a_corrected_outline_keeps_its_anchor_in_the_log(
    on: Corrected, reading: Reading
) -> None:
    annotated = on.after(applied(on.folded, Annotate("1f", None, noted(on, 3))))
    joined = after(annotated, correction(Act.JOIN, reading.outline[2].start))
    shown = joined.review.annotations["1f"]
    edit = joined.logged(Annotate("1f", shown, replace(shown, comment="more")))
    assert isinstance(edit, Annotate)
    assert edit.before == joined.folded.annotations["1f"]
    assert edit.after is not None
    assert edit.after.anchor == edit.before.anchor
    assert applied(joined.folded, edit).annotations["1f"].comment == "more"


def test_selected_words_are_annotated_on_a_clause_that_was_split_off(on: Corrected, reading: Reading) -> None:
    at = reading.text.index("except for the petition")
    split = after(on, correction(Act.SPLIT, at))
    anchor = on_span(split.reading, replace(reading.carveouts[0].span))
    made = Annotation("1f", AnnotationKind.NOTE, anchor, "", "A", NOON)
    logged = split.logged(Annotate("1f", None, made))
    assert isinstance(logged, Annotate)
    assert logged.after is not None
    assert logged.after.anchor.clause == len(reading.outline) + at
    now = split.after(applied(split.folded, logged))
    assert now.review.annotations["1f"] == made


def test_a_decision_stays_on_its_words(on: Corrected, reading: Reading) -> None:
    edit = Decide(reading.carveouts[0].span, None, None)
    assert after(on, correction(Act.JOIN, reading.outline[2].start)).logged(edit) == edit


def test_the_reading_is_made_once_for_the_same_corrections(on: Corrected, reading: Reading) -> None:
    joined = after(on, correction(Act.JOIN, reading.outline[2].start))
    corrected = joined.reading
    marked = joined.after(applied(joined.folded, MarkClause(1, None, READ)))
    assert marked.reading is corrected


def test_who_corrected_a_clause_is_known(on: Corrected, reading: Reading) -> None:
    made = correction(Act.DEMOTE, reading.outline[2].start), correction(Act.JOIN, reading.outline[3].start)
    assert after(on, *made).by_clause == {2: (made[0],), 1: (made[1],)}


def test_a_correction_is_called_after_the_clause_as_it_was_called_then(on: Corrected, reading: Reading) -> None:
    made = correction(Act.DEMOTE, reading.outline[2].start)
    edit = Correct(made.id, None, made)
    assert called(edit, on) == "demote 3.2"
    assert called(edit.undone(), after(on, made)) == "demote 3.2"


def test_a_mark_is_called_after_the_clause_as_it_is_called_now(on: Corrected, reading: Reading) -> None:
    start = reading.outline[2].start
    renamed = Correction("r", Change(Act.RENAME, start, "3.9", "3.9", None), "Section 3.2", "A", NOON)
    assert called(MarkClause(2, None, READ), after(on, renamed)) == "mark 3.9 read"
    assert called(MarkClause(2, None, READ), after(on, correction(Act.JOIN, start))) == "mark 3.2 read"
