"""Dates as agreements write them."""

from __future__ import annotations

import datetime as dt

import pytest

from carveout.agreement.face.dates import find_date


@pytest.mark.parametrize(
    "text",
    [
        "made on October 11, 1996 by",
        "effective Oct. 11, 1996 by",
        "this 11th day of October, 1996",
        "this 11 t h day of October 1996",
        "the 11t h day of October, 1996",
        "this 11th day of OCTOBER , 1996",
        "dated 11 October 1996",
        "dated 1996-10-11",
    ],
)
def test_a_date_is_found_as_it_is_written(text: str) -> None:
    assert find_date(text) == dt.date(1996, 10, 11)


@pytest.mark.parametrize("text", ["in the month of October", "October __, 1996", "Marc 5, 2001", "February 30, 2001"])
def test_no_date_is_made_up(text: str) -> None:
    assert find_date(text) is None
