"""Dates as agreements write them."""

from __future__ import annotations

import datetime as dt

import pytest

from carveout.agreement.face.dates import date_in_row, find_date, stated_date


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


@pytest.mark.parametrize(
    "text",
    [
        "For a fight on April 22, 2000. This Agreement, dated as of October 11, 1996, is made between",
        "Amendment No. 1, dated as of October 11, 1996, to that certain Loan Agreement dated as of May 1, 1995",
        "Reference is made to that certain Agreement dated May 1, 1995. This Amendment is made as of October 11, 1996",
        "IN WITNESS WHEREOF the parties have executed this Agreement on the 11th day of October, 1996, but effective",
    ],
)
def test_the_date_of_the_instrument_itself_goes_before_others(text: str) -> None:
    assert stated_date(text) == dt.date(1996, 10, 11)


def test_a_date_that_recitals_tell_of_is_not_that_of_the_instrument() -> None:
    assert stated_date("AGREEMENT. WHEREAS, effective October 11, 1996, the Lease was amended;") is None


def test_a_date_stands_beside_its_label() -> None:
    assert date_in_row("Contract Number: 5\n\nEFFECTIVE DATE: October 11, 1996") == dt.date(1996, 10, 11)
    assert date_in_row("Effective Date: [date]\n\nOctober 11, 1996") is None
