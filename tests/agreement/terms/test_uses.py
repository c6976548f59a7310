"""The uses of defined terms: the longest term wins, in either number, and no part of a longer name counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading


def uses(reading: Reading, name: str) -> list[str]:
    (term,) = (term for term in reading.terms if term.term == name)
    return [use.of(reading.text) for use in term.uses]


def test_the_longest_term_wins(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. “Closing” means the sale. “Closing Date” means May 1. The Closing Date is fixed. The Closing is not."
    )
    assert len(uses(reading, "Closing")) == 1
    assert len(uses(reading, "Closing Date")) == 1


def test_a_term_is_used_in_the_singular_and_in_the_plural(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. Roe LLC and Doe LLC (the “Group Companies”), any agency (an “Agency”), any tax (“Tax(es)”) and each breach"
        " (“Events of Default”).",
        "2. No Group Company, none of the Agencies, no Tax, no Taxes and no Event of Default.",
    )
    assert uses(reading, "Group Companies") == ["Group Company"]
    assert uses(reading, "Agency") == ["Agencies"]
    assert uses(reading, "Tax(es)") == ["Tax", "Taxes"]
    assert uses(reading, "Events of Default") == ["Event of Default"]


def test_the_words_that_define_a_term_are_no_use_of_it(deal: Callable[..., Reading]) -> None:
    assert uses(deal("1. Depository receipts (“ADRs”) exist. The ADR program is closed."), "ADRs") == []


def test_a_capitalised_word_before_a_single_word_makes_a_longer_name(deal: Callable[..., Reading]) -> None:
    reading = deal("1. This Agreement and the Escrow Agreement bind. Under this Agreement, each Agreement counts.")
    assert uses(reading, "Agreement") == ["Agreement", "Agreement", "Agreement"]


def test_the_name_of_another_company_is_no_use(deal: Callable[..., Reading]) -> None:
    reading = deal('1. Harbor Trading, Inc. ("Harbor") and Harbor America Inc. compete. Harbor\'s shares are sold.')
    assert uses(reading, "Harbor") == ["Harbor"]


def test_a_lower_case_term_may_open_a_sentence(deal: Callable[..., Reading]) -> None:
    reading = deal("1. For the purpose of this Section 1, material data shall mean data. Material data is correct.")
    assert uses(reading, "material data") == ["Material data"]


def test_a_line_break_inside_a_table_parts_no_term(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        """
        This Agreement is made between Roe LLC ("Seller") and Doe LLC ("Buyer").

        1. "Closing Date" means May 1.

        2. To be paid on      the sum of        as of the Closing
           Date               ten               Date
        """
    )
    assert len(uses(reading, "Closing Date")) <= 1
