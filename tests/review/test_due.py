from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carveout.review.due import day_in_words, day_meant

MONDAY = dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-12-01", dt.date(2026, 12, 1)),
        ("1 Dec", dt.date(2026, 12, 1)),
        ("December 1st, 2027", dt.date(2027, 12, 1)),
        ("the 1st", None),
        ("1.12.2026", dt.date(2026, 12, 1)),
        ("12/1/2026", dt.date(2026, 12, 1)),
        ("31/12/2026", dt.date(2026, 12, 31)),
        ("3 Jan", dt.date(2027, 1, 3)),
        ("today", MONDAY),
        ("Tomorrow", MONDAY + dt.timedelta(1)),
        ("in 3 days", MONDAY + dt.timedelta(3)),
        ("two weeks", MONDAY + dt.timedelta(14)),
        ("in a month", dt.date(2026, 12, 23)),
        ("in 3 months", dt.date(2027, 2, 23)),
        ("Friday", dt.date(2026, 11, 27)),
        ("next mon", dt.date(2026, 11, 30)),
        ("end of month", dt.date(2026, 11, 30)),
        ("31 February", None),
        ("in 999999 days", MONDAY + dt.timedelta(999_999)),
        ("in 999999 weeks", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_day_is_understood_as_people_write_it(words: str, day: dt.date | None) -> None:
    assert day_meant(words, MONDAY) == day


def test_the_last_day_of_a_longer_month_is_the_last_of_a_shorter_one() -> None:
    assert day_meant("in 3 months", dt.date(2026, 11, 30)) == dt.date(2027, 2, 28)


@given(st.text(alphabet=st.sampled_from("0123456789./- indaysmfrtobe²٣")), st.dates())
def test_nothing_that_is_typed_raises(words: str, today: dt.date) -> None:
    found = day_meant(words, today)
    assert found is None or isinstance(found, dt.date)


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_a_day_that_was_said_is_understood_again(day: dt.date) -> None:
    assert day_meant(day.isoformat(), MONDAY) == day
    if day >= MONDAY:
        assert day_meant(day_in_words(day, MONDAY), MONDAY) == day
