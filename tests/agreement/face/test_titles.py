"""An agreement's title is the one that stands over its first words, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading


def test_a_title_that_says_agreement_goes_before_one_that_says_terms(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines("""\
                              Cloud Service Agreement

                                  Framework Terms

        This Agreement is made by and between Alpha Inc. ("Provider") and Beta Ltd. ("Customer").

        1. Service. Provider serves.
        """)
    assert reading.title == "Cloud Service Agreement"


def test_a_title_that_breaks_off_goes_on_in_the_next_paragraph(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines("""\
                       AGREEMENT FOR THE PURCHASE OF ALL OF THE

                            SHARES OF ALPHA INC.

        This Agreement is made by and between Gamma Inc. ("Seller") and Beta Ltd. ("Buyer").

        1. Sale. Seller sells.
        """)
    assert reading.title == "AGREEMENT FOR THE PURCHASE OF ALL OF THE SHARES OF ALPHA INC."


def test_a_title_is_told_from_the_exhibit_before_it_and_the_parties_after_it(
    read_lines: Callable[[str], Reading],
) -> None:
    preamble = 'This Agreement is made by and between Alpha Inc. ("Provider") and Beta Ltd. ("Customer").'
    for line in (
        "EXHIBIT 10.25 RESELLER AGREEMENT",
        'Exhibit 4(k)(1) RESELLER AGREEMENT (the "Agreement")',
        "FORM OF RESELLER AGREEMENT BETWEEN ALPHA INC. AND BETA LTD.",
        "RESELLER AGREEMENT\nContract Identification FT18150",
    ):
        reading = read_lines(f"{line}\n\n{preamble}\n\n1. Service. Provider serves.")
        assert reading.title == "RESELLER AGREEMENT"


def test_a_longer_agreement_attached_to_one_does_not_carry_it(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines("""\
        EMPLOYMENT AGREEMENT

        This Employment Agreement is made between Alpha Inc. ("Company") and Ann Roe ("Executive").

        1. Work. Executive works.

        EXHIBIT A

        INDEMNIFICATION AGREEMENT

        This Indemnification Agreement is made between Alpha Inc. ("Company") and Ann Roe ("Indemnitee").

        1. Claims. Company pays.

        2. Notice. Indemnitee gives notice.

        3. Law. The law of Ohio governs.
        """)
    assert reading.title == "EMPLOYMENT AGREEMENT"
    assert [party.alias for party in reading.parties] == ["Company", "Executive"]
