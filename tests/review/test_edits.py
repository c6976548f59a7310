from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carveout.review.edits import (
    Annotate,
    Correct,
    Decide,
    Dismiss,
    Judge,
    MarkClause,
    StaleEditError,
    Suppose,
    applied,
    folded,
)
from carveout.review.review import Review

if TYPE_CHECKING:
    from carveout.review.edits import Edit

any_edit = st.one_of(*(st.from_type(kind) for kind in (Annotate, MarkClause, Decide, Correct, Dismiss, Suppose, Judge)))


def where_it_fits(edit: Edit) -> Review:
    """Return a review as the edit finds it."""
    match edit:
        case Annotate(annotation, before):
            return Review(annotations={annotation: before} if before else {})
        case MarkClause(clause, mark):
            return Review(marks={clause: mark} if mark else {})
        case Decide(carveout, decision):
            return Review(decisions={carveout: decision} if decision else {})
        case Correct(id_, correction):
            return Review(corrections={id_: correction} if correction else {})
        case Dismiss(finding, dismissal):
            return Review(dismissals={finding: dismissal} if dismissal else {})
        case Suppose(id_, supposed):
            return Review(scenarios={id_: supposed} if supposed else {})
        case Judge(question, judgement):
            return Review(judgements={question: judgement} if judgement else {})


@given(any_edit)
@settings(deadline=None)
def test_an_edit_undone_leaves_the_review_as_it_was(edit: Edit) -> None:
    review = where_it_fits(edit)
    assert applied(applied(review, edit), edit.undone()) == review
    assert edit.undone().undone() == edit


@given(any_edit)
@settings(deadline=None)
def test_an_edit_changes_no_review_that_was_handed_out(edit: Edit) -> None:
    review, same = where_it_fits(edit), where_it_fits(edit)
    applied(review, edit)
    assert review == same


@given(any_edit)
@settings(deadline=None)
def test_an_edit_of_another_state_is_refused(edit: Edit) -> None:
    if edit.before is None:
        edit = edit.undone()
    if edit.before is not None:
        with pytest.raises(StaleEditError):
            applied(Review(), edit)


@given(st.lists(any_edit, max_size=8, unique_by=str))
@settings(deadline=None)
def test_folding_is_applying_one_after_the_other(edits: list[Edit]) -> None:
    review = Review()
    fitting: list[Edit] = []
    for edit in edits:
        try:
            review = applied(review, edit)
        except StaleEditError:
            continue
        fitting.append(edit)
    assert folded(fitting) == review
