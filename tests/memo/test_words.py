"""How the memo says numbers, dates and series."""

from __future__ import annotations

import datetime as dt

import pytest

from carveout.memo.words import clipped, counted, long_date, number, sentence, series, times


@pytest.mark.parametrize(
    ("count", "words"), [(0, "no"), (1, "one"), (13, "thirteen"), (20, "twenty"), (33, "thirty-three"), (1234, "1,234")]
)
def test_numbers_are_words_up_to_ninety_nine(count: int, words: str) -> None:
    assert number(count) == words


def test_things_are_counted_in_their_number() -> None:
    assert [counted(n, "issue") for n in (0, 1, 2)] == ["no issues", "one issue", "two issues"]


def test_dates_are_written_out() -> None:
    assert long_date(dt.date(2026, 11, 2)) == "2 November 2026"


def test_a_series_ends_in_and() -> None:
    assert [series([]), series(["one"]), series(["one", "two", "three"])] == ["", "one", "one, two and three"]


def test_times_are_once_twice_and_then_counted() -> None:
    assert [times(1), times(2), times(7)] == ["once", "twice", "seven times"]


def test_a_sentence_begins_and_ends_as_one() -> None:
    assert sentence("two are open") == "Two are open."


def test_what_is_too_long_is_cut_at_a_word() -> None:
    assert clipped("the quick\nbrown fox", 30) == "the quick brown fox"
    assert clipped("the quick brown fox", 12) == "the quick …"
    assert clipped("x" * 50, 10) == "x" * 10 + " …"
