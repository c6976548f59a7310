from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carveout.review.about import entry_of
from carveout.review.applying import StaleEditError, applied, folded
from carveout.review.edits import (
    Annotate,
    Connect,
    Correct,
    Decide,
    Dismiss,
    Introduce,
    Judge,
    MarkClause,
    Rank,
    Respond,
    Suppose,
)
from carveout.review.review import Review

if TYPE_CHECKING:
    from carveout.review.edits import Revision

KINDS = (Annotate, MarkClause, Decide, Correct, Dismiss, Suppose, Judge, Respond, Connect, Rank, Introduce)
any_edit = st.one_of(*(st.from_type(kind) for kind in KINDS))


def where_it_fits(edit: Revision) -> Review:
    """Return a review as the edit finds it."""
    if edit.before is None:
        return Review()
    if isinstance(edit, MarkClause):
        return Review(marks={edit.clause: (edit.before,)})
    about, key = entry_of(edit)
    found: dict[str, Any] = {about: {key: edit.before}}
    return replace(Review(), **found)


@given(any_edit)
@settings(deadline=None)
def test_an_edit_undone_leaves_the_review_as_it_was(edit: Revision) -> None:
    review = where_it_fits(edit)
    assert applied(applied(review, edit), edit.undone()) == review
    assert edit.undone().undone() == edit


@given(any_edit)
@settings(deadline=None)
def test_an_edit_changes_no_review_that_was_handed_out(edit: Revision) -> None:
    review, same = where_it_fits(edit), where_it_fits(edit)
    applied(review, edit)
    assert review == same


@given(any_edit)
@settings(deadline=None)
def test_an_edit_of_another_state_is_refused(edit: Revision) -> None:
    if edit.before is None:
        edit = edit.undone()
    if edit.before is not None:
        with pytest.raises(StaleEditError):
            applied(Review(), edit)


@given(st.lists(any_edit, max_size=8, unique_by=str))
@settings(deadline=None)
def test_folding_is_applying_one_after_the_other(edits: list[Revision]) -> None:
    review = Review()
    fitting: list[Revision] = []
    for edit in edits:
        try:
            review = applied(review, edit)
        except StaleEditError:
            continue
        fitting.append(edit)
    assert folded(fitting) == review
