from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carveout.review.redline import Change, Run, in_plain_text, redline

words = st.lists(st.sampled_from(["the", "of", "effects", "petition", ",", "any"]), max_size=30).map(" ".join)


def left(before: str, after: str, out: Change) -> str:
    return "".join(run.words for run in redline(before, after) if run.change is not out)


def test_words_are_struck_and_added_whole_among_those_that_are_kept() -> None:
    assert redline("caused by the petitioning", "caused only by the filing") == (
        Run(Change.KEPT, "caused "),
        Run(Change.ADDED, "only "),
        Run(Change.KEPT, "by the "),
        Run(Change.STRUCK, "petitioning"),
        Run(Change.ADDED, "filing"),
    )


def test_a_line_that_wraps_elsewhere_is_no_change() -> None:
    assert {run.change for run in redline("true and\n   correct copies", "true and correct copies")} == {Change.KEPT}


def test_the_same_words_are_one_run() -> None:
    assert redline("as they are", "as they are") == (Run(Change.KEPT, "as they are"),)
    assert redline("", "") == ()


def test_plain_text_tells_what_is_struck_from_what_is_added() -> None:
    assert in_plain_text(redline("a material effect", "an effect")) == "[-a material-][+an+] effect"


@given(words, words)
def test_without_what_is_added_it_is_the_text_before_and_without_what_is_struck_the_one_after(a: str, b: str) -> None:
    assert left(a, b, Change.ADDED) == a
    assert left(a, b, Change.STRUCK) == b


@pytest.mark.parametrize("words", ["the of ", "w ", "a, "])
def test_very_long_texts_take_no_long_time(words: str) -> None:
    before, after = words * 30_000, f"z {words * 29_000}y"
    started = time.process_time()
    assert "".join(run.words for run in redline(before, after) if run.change is not Change.STRUCK) == after
    assert time.process_time() - started < 2
