from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carveout.review.moment import moment, moment_of


@given(st.datetimes(timezones=st.just(dt.UTC)))
def test_a_time_comes_back_to_the_microsecond(at: dt.datetime) -> None:
    assert moment_of(moment(at)) == at


def test_a_time_is_written_in_utc_wherever_it_was_told() -> None:
    tokyo = dt.timezone(dt.timedelta(hours=9))
    assert moment(dt.datetime(2026, 3, 2, 21, tzinfo=tokyo)) == "2026-03-02T12:00:00.000000+00:00"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "noon",
        "2026-03-02",
        "2026-03-02T12:00:00",
        "2026-03-02T12:00:00Z",
        "2026-03-02T12:00:00+00:00",
        "2026-03-02T21:00:00.000000+09:00",
        "0001-01-01T00:00:00.000000+14:00",
    ],
)
def test_a_time_written_any_other_way_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        moment_of(text)
