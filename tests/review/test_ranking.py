"""The order of counsel's own: there is always room, nothing but what is moved moves, and copies merge."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import assume, given
from hypothesis import strategies as st

from carveout.agreement.span import Span
from carveout.review.annotation import Anchor, Annotation, AnnotationKind, Target
from carveout.review.applying import applied
from carveout.review.ranking import between, in_own_order, is_rank, moved, rank_of
from carveout.review.review import Review

if TYPE_CHECKING:
    from collections.abc import Sequence

ranks = st.from_regex(r"[0-9A-Za-z]{0,5}[1-9A-Za-z]", fullmatch=True)
NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)


def note(id_: str, start: int, minute: int = 0) -> Annotation:
    anchor = Anchor(Target.SPAN, 0, Span(start, start + 5), "quote", "", "")
    return Annotation(id_, AnnotationKind.NOTE, anchor, "", "A", NOON + dt.timedelta(minutes=minute))


def review_of(*notes: Annotation) -> Review:
    return Review(annotations={one.id: one for one in notes})


def order(review: Review) -> str:
    return "".join(one.id for one in in_own_order(review.annotations.values(), review.ranks))


def put(review: Review, annotation: str, at: int) -> Review:
    """Move an annotation so that so many others stand above it."""
    others = [one for one in order(review) if one != annotation]
    above, below = (others[place] if 0 <= place < len(others) else None for place in (at - 1, at))
    edit = moved(review, annotation, above, below)
    return review if edit is None else applied(review, edit)


FIVE = review_of(*(note(id_, 100 * at) for at, id_ in enumerate("abcde")))


@given(st.none() | ranks, st.none() | ranks, st.sampled_from("ab"))
def test_there_is_always_a_rank_between_two(lower: str | None, upper: str | None, annotation: str) -> None:
    assume(lower is None or upper is None or lower < upper)
    found = between(lower, upper, annotation)
    assert is_rank(found)
    assert (lower or "") < found
    assert upper is None or found < upper


@given(st.none() | ranks, st.none() | ranks)
def test_two_annotations_that_come_to_one_place_have_ranks_of_their_own(lower: str | None, upper: str | None) -> None:
    assume(lower is None or upper is None or lower < upper)
    assert between(lower, upper, "a") != between(lower, upper, "b")


def test_at_first_it_is_the_order_of_the_text_and_of_the_making() -> None:
    review = review_of(note("c", 900), note("b", 100, minute=5), note("a", 100), note("d", 70_000_000))
    assert order(review) == "abcd"
    assert [one.id for one in review.in_order()] == list("abcd")


@given(st.lists(st.tuples(st.sampled_from("abcde"), st.integers(0, 4)), max_size=25))
def test_a_move_leaves_one_where_it_was_put_and_the_others_as_they_were(moves: Sequence[tuple[str, int]]) -> None:
    review = FIVE
    for annotation, at in moves:
        expected = [one for one in order(review) if one != annotation]
        expected.insert(at, annotation)
        review = put(review, annotation, at)
        assert order(review) == "".join(expected)
    assert review.ranks.keys() <= {annotation for annotation, _ in moves}


def test_what_stands_there_already_is_not_moved() -> None:
    assert put(FIVE, "c", 2) is FIVE


def test_what_is_raised_later_stands_at_its_place_and_never_above_what_was_put_on_top() -> None:
    review = put(put(FIVE, "d", 0), "a", 4)
    assert order(review) == "dbcea"
    later = replace(review, annotations={**review.annotations, "x": note("x", 0), "y": note("y", 450)})
    assert order(later) == "dxbceya"


def test_those_on_the_same_words_can_be_parted() -> None:
    review = review_of(note("a", 100), note("b", 100, minute=1), note("c", 900))
    assert order(put(review, "c", 1)) == "acb"


def test_where_two_share_a_rank_a_third_comes_after_both() -> None:
    review = replace(FIVE, ranks={"a": "K", "b": "K"})
    edit = moved(review, "e", "a", "b")
    assert edit is not None
    assert order(applied(review, edit)) == "abecd"


def test_ranks_at_an_end_grow_slowly() -> None:
    review = FIVE
    for _ in range(40):
        for annotation in "edcba":
            review = put(review, annotation, 0)
    assert max(len(rank_of(one, review.ranks)) for one in review.annotations.values()) <= 10
