"""The sections in which a party represents or warrants, and those that only talk about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading


def represented(reading: Reading) -> list[tuple[str, str | None]]:
    return [(reading.outline[one.clause].citation, one.by) for one in reading.representations]


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("Seller represents and warrants to Buyer that it owns the Shares.", "Seller"),
        ("Seller hereby represents and warrants that it owns the Shares.", "Seller"),
        ("SELLER REPRESENTS AND WARRANTS THAT IT OWNS THE SHARES.", None),
        ("Each of Seller and Buyer represents to the other that it exists.", "Seller and Buyer"),
        ("Seller and Buyer, jointly and severally, represent and warrant as follows: each exists.", "Seller and Buyer"),
        ("Seller (as to itself only) further represents that it exists.", "Seller"),
        ("To induce Buyer to enter into this Agreement, Seller represents that it exists.", "Seller"),
        ("Seller, in order to induce Buyer to enter into this Agreement, represents that it exists.", "Seller"),
        ("Seller acknowledges, represents and warrants that it exists.", "Seller"),
        ("Seller makes the following representations and warranties to Buyer: it exists.", "Seller"),
        ("Seller warrants that the goods are new.", "Seller"),
        ("Licensor represents and warrants that it owns the mark.", "Licensor"),
        ("Each party hereto represents that it exists.", None),
        ("Seller hereunder hereby makes the following representations as of the date hereof: it exists.", "Seller"),
    ],
)
def test_who_represents(deal: Callable[..., Reading], words: str, by: str | None) -> None:
    reading = deal("1.1 Existence. The parties exist.", f"1.2 Statements. {words}")
    if by is None:
        assert [found for found, _ in represented(reading)] == ["Section 1.2"]
    else:
        assert represented(reading) == [("Section 1.2", by)]


@pytest.mark.parametrize(
    "words",
    [
        "The representations and warranties made by Seller in Article 3 are true and correct.",
        "Any of the representations made by Seller hereunder is proven to be untrue.",
        "Seller acknowledges the respective representations and warranties of Buyer.",
        "Seller shall have no authority to represent that it acts for Buyer.",
        "This Agreement represents the entire agreement of the parties.",
        "The certificates represent the Shares.",
        "The holder of the Company Warrants that remain outstanding may exercise them.",
        "Seller shall pay all stamp duties.",
    ],
)
def test_words_that_only_talk_about_representations(deal: Callable[..., Reading], words: str) -> None:
    assert represented(deal("1.1 Existence. The parties exist.", f"1.2 Words. {words}")) == []


def test_a_lead_in_makes_a_representation_of_each_section_below_it(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "ARTICLE 3. REPRESENTATIONS OF SELLER",
        "Except as disclosed in Schedule 3, Seller represents and warrants to Buyer as follows:",
        "3.1 Organization. Seller exists.",
        "3.2 Title. Seller owns: (a) the Shares; and (b) the plant.",
        "3.3 No Other Representations. Neither Seller nor anybody else makes any other representation.",
        "ARTICLE 4. COVENANTS",
        "4.1 Access. Seller shall give access.",
    )
    assert represented(reading) == [("Section 3.1", "Seller"), ("Section 3.2", "Seller")]


def test_an_article_without_sections_is_one_representation(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "ARTICLE 3. TITLE",
        "Seller represents and warrants that it owns the Shares.",
        "ARTICLE 4. PRICE",
        "Buyer pays the price.",
    )
    assert represented(reading) == [("Article 3", "Seller")]


def test_a_section_in_which_both_represent_is_one_by_both(deal: Callable[..., Reading]) -> None:
    reading = deal("1.1 Brokers. Seller represents that it has no broker. Buyer represents that it has none either.")
    assert represented(reading) == [("Section 1.1", "Seller and Buyer")]


def test_a_document_that_is_no_agreement_represents_nothing(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        """
        Section 1. Purpose. The Secretary represents that the States shall report, except as provided in section 2.

        Section 2. Reports. The Secretary represents that reports are due, other than in leap years.
        """
    )
    assert reading.representations == ()
    assert reading.carveouts == ()


def test_the_representations_of_the_sample(sample: Reading) -> None:
    by_issuer = [(f"Section 3.{number}", "IIJ") for number in range(1, 19)]
    assert represented(sample) == [*by_issuer, ("Section 16.2", "NTT"), ("Section 16.3", "IIJ")]


def test_a_second_predicate_is_said_by_who_opened_the_sentence(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1.1 Care. Seller, with due care, will protect Confidential Information and represents that such care is due.",
        "1.2 Rights. Options, stock rights and warrants that have been granted are valid.",
    )
    assert represented(reading) == [("Section 1.1", "Seller")]


def test_an_agreement_with_a_form_attached_represents_for_itself(read_lines: Callable[[str], Reading]) -> None:
    reading = read_lines(
        """
                                     SALE OF SHARES

                 This Agreement binds its parties. Whoever signs this Agreement is a party.

                                       ARTICLE 1.
                                         TITLE

                 1.1 Shares. The Company represents that it has issued the shares.

                                       EXHIBIT A

                                   ESCROW AGREEMENT

                 This Escrow Agreement is made by and between Roe LLC ("Roe") and Doe LLC ("Doe").

                                       ARTICLE 1.
                                         ESCROW

                 1.1 Cash. Roe represents that it has cash.
        """
    )
    assert [by for _, by in represented(reading)] == ["Company", "Roe"]


def test_a_schedule_without_sections_is_one_representation(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1.1 Sale. Seller sells.", "SCHEDULE 1", "Warranties", "Seller represents and warrants that it exists."
    )
    assert represented(reading) == [("Schedule 1", "Seller")]


def test_in_a_schedule_with_items_the_item_is_one(deal: Callable[..., Reading]) -> None:
    reading = deal("1.1 Sale. Seller sells.", "SCHEDULE 1", "(a) Seller represents that it exists.", "(b) Buyer pays.")
    assert represented(reading) == [("Schedule 1, item a", "Seller")]


@pytest.mark.parametrize(
    "section",
    [
        "2.2 No Reliance. Buyer acknowledges and represents that it relied on nothing else.",
        "2.2 No Representations. Buyer acknowledges and represents that Seller made none.",
        "2.2 Survival. The representations shall survive.",
        "2.2 Truth. All representations set forth in this Article shall survive the Closing.",
    ],
)
def test_a_section_that_takes_representations_back_is_none(deal: Callable[..., Reading], section: str) -> None:
    reading = deal("ARTICLE 2. REPRESENTATIONS", "Seller represents that:", "2.1 Existence. It exists.", section)
    assert represented(reading) == [("Section 2.1", "Seller")]


def test_each_party_is_nobody_s_name(deal: Callable[..., Reading]) -> None:
    reading = deal("1.1 Terms. “Party” means Seller or Buyer.", "1.2 Existence. Each Party represents that it exists.")
    assert represented(reading) == [("Section 1.2", None)]


def test_representations_made_by_pointing_to_where_they_are_set_out(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "2. Representations",
        "Seller makes the representations and warranties set out in this Clause 2 to Buyer.",
        "2.1 Status. It is a corporation.",
        "2.2 Power. It has power to sell.",
        "3. Reliance. Buyer relies on the representations made by Seller in Clause 2.",
    )
    assert [(reading.outline[one.clause].number, one.by) for one in reading.representations] == [
        ("2.1", "Seller"),
        ("2.2", "Seller"),
    ]


def test_representations_set_forth_below(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "3.1 Representations. Seller hereby makes the representations and warranties set forth below to Buyer:",
        "(a) Seller is a corporation.",
    )
    assert [(reading.outline[one.clause].number, one.by) for one in reading.representations] == [("3.1", "Seller")]


def test_what_only_its_heading_calls_a_representation(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. Sale. Seller sells.",
        "2. Representations of Seller. The Shares are free of liens.",
        "3. Representations and Warranties. (a) Buyer is fully informed of the business.",
        "4. Warranty. The products are warranted free from defects for 3 years.",
    )
    assert represented(reading) == [("Section 2", "Seller"), ("Section 3", "Buyer"), ("Section 4", None)]


@pytest.mark.parametrize(
    "section",
    [
        "2. Representations and Warranties. All representations of Seller shall be true on the Closing Date.",
        "2. Representations. No representation survives the Closing.",
        "2. Warranty. Except as set out here, the goods are sold as they are.",
        "2. Warranties. If Seller breaches the warranty in Section 1, Buyer may return the goods.",
        "2. Company Warrants. The warrants are outstanding.",
        "2. Seller's Representative. Roe LLC is the agent of Seller.",
    ],
)
def test_a_heading_over_other_words_makes_no_representation(deal: Callable[..., Reading], section: str) -> None:
    assert represented(deal("1. Sale. Seller sells.", section)) == []


def test_a_short_name_given_on_the_way_does_not_hide_who_represents(deal: Callable[..., Reading]) -> None:
    reading = deal("1. Sale. Seller sells.", '2. Power. Each party (a "Maker" represents and warrants that it exists.')
    assert represented(reading) == [("Section 2", None)]
