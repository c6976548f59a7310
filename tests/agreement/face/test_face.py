"""What an agreement says about itself."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.face.dates import find_date
from carveout.agreement.face.parties import find_parties
from carveout.agreement.reading import Party

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("made as of September 16, 2003 by", dt.date(2003, 9, 16)),
        ("this 12th day of July, 2020, by", dt.date(2020, 7, 12)),
        ("on the 1st day of  May 2020", dt.date(2020, 5, 1)),
        ("dated 2 May 2020", dt.date(2020, 5, 2)),
        ("dated 2020-05-02", dt.date(2020, 5, 2)),
        ("DATED AS OF OCTOBER 22, 2020", dt.date(2020, 10, 22)),
        ("as of July ___, 2015", None),
        ("on February 30, 2015", None),
        ("in May 2020", None),
    ],
)
def test_dates_as_agreements_write_them(text: str, date: dt.date | None) -> None:
    assert find_date(text) == date


def test_a_date_alone_has_nothing_beside_it_but_that_it_is_the_date() -> None:
    assert find_date("Dated: September 25, 2003", alone=True) == dt.date(2003, 9, 25)
    assert find_date("signed on September 25, 2003 by the Seller", alone=True) is None


def test_parties_are_named_before_their_aliases() -> None:
    preamble = (
        'This Agreement, dated as of May 1, 2020, is by and among Acme and Sons Corp., a corporation (the "Seller"), '
        "ROE LLC, a limited liability company organized under the laws of Ohio (“Buyer”), and John Doe, an individual "
        '(hereinafter referred to as "Doe"; and, together with the Seller, the "Sellers"). Terms have the meanings of '
        'the Plan (the "Plan").'
    )
    assert find_parties(preamble) == (
        Party("Acme and Sons Corp.", "Seller"),
        Party("ROE LLC", "Buyer"),
        Party("John Doe", "Doe"),
    )


def test_a_preamble_without_between_names_nobody() -> None:
    assert find_parties('This Deed (the "Deed") is made by us.') == ()


def test_the_title_stands_over_the_preamble_or_is_named_in_it(read_lines: Callable[[str], Reading]) -> None:
    preamble = 'This Lease Agreement is made between Acme Corp. (the "Landlord") and Roe LLC (the "Tenant").'
    assert read_lines(f"MASTER LEASE\nAGREEMENT\n\n{preamble}").title == "MASTER LEASE AGREEMENT"
    assert read_lines(f"{preamble}\n\n1. Premises. The Landlord lets.").title == "Lease Agreement"


def test_the_agreement_of_a_filing_is_the_one_with_the_most_articles(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        """\
        Exhibit 1

        Side Letter Agreement

        1. The parties agree.

        Exhibit 2

        Loan Agreement

        This Loan Agreement is made as of May 1, 2020 between Acme Corp. (the "Lender") and Roe LLC.

        Article 1. Loan

        Article 2. Interest

        Article 3. Default
        """
    )
    assert (reading.title, reading.date) == ("Loan Agreement", dt.date(2020, 5, 1))
    assert reading.parties == (Party("Acme Corp.", "Lender"), Party("Roe LLC", None))


def test_an_undated_agreement_has_no_date(read_lines: Callable[[str], Reading]) -> None:
    assert read_lines("LOAN AGREEMENT\n\nThis Agreement is made between Acme Corp. and Roe LLC.").date is None


def test_what_is_no_agreement_has_no_face(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines("Dear Sir,\n\nOn May 1, 2020 we agreed on the price.")
    assert (reading.title, reading.date, reading.parties) == (None, None, ())


@pytest.mark.parametrize(
    ("document", "title"),
    [
        (
            "Exhibit 10\n\nCONSULTING AGREEMENT\n\nThe parties hereby agree:\n\n(a) to meet; and\n\n(b) to part.",
            "CONSULTING AGREEMENT",
        ),
        ("Exhibit h(2) SPONSORSHIP AGREEMENT\n\nThe parties hereby agree to meet.", "SPONSORSHIP AGREEMENT"),
        ("Dear Sir,\n\nThis letter agreement says what we agreed.\n\nThis agreement is secret.", "Letter agreement"),
        ("Dear Sir,\n\nThis Supply Agreement is made today. You hereby agree to this Agreement.", "Supply Agreement"),
    ],
)
def test_a_title_that_stands_elsewhere(read_lines: Callable[[str], Reading], document: str, title: str) -> None:
    assert read_lines(document).title == title


@pytest.mark.parametrize(
    "document",
    [
        "UNITED STATES DISTRICT COURT\n\nMEMORANDUM OPINION & ORDER\n\nPlaintiffs challenge a rule. It is set aside.",
        "FORM 8-K\n\nItem 1.01 Entry into an Agreement\n\nAcme entered into an agreement with Roe.",
        "CLOSING CHECKLIST FOR THE PURCHASE AGREEMENT\n\n1. Certificates\n\n2. Opinions",
    ],
)
def test_where_nobody_agrees_there_is_no_agreement(read_lines: Callable[[str], Reading], document: str) -> None:
    assert read_lines(document).title is None
