"""The words that open a carve-out, and words like them that open none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading


def quotes(reading: Reading) -> list[str]:
    return [one.quote for one in reading.carveouts]


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("All prices are exclusive of value added tax.", "exclusive of value added tax"),
        ("Seller shall pay, save where the law forbids it.", "save where the law forbids it"),
        ("Seller owns its assets, but not those in Annex 4.", "but not those in Annex 4"),
        ("Aside from the Lease, there is no contract.", "Aside from the Lease"),
        ("No waiver is continuing unless otherwise expressly provided.", "unless otherwise expressly provided"),
        ("Unless specified otherwise herein, there is no warranty.", "Unless specified otherwise herein"),
        ("Subject to Section 7(d), Seller may resign.", "Subject to Section 7(d)"),
        ("Subject to the preceding sentence, Seller is not liable.", "Subject to the preceding sentence"),
        ("Seller shall, subject to the provisions of Article 4, pay.", "subject to the provisions of Article 4"),
        ("Seller has title (subject to Permitted Liens).", "subject to Permitted Liens"),
        ("It binds Seller, subject to applicable bankruptcy laws.", "subject to applicable bankruptcy laws"),
        ("Seller pays, subject to the following exceptions.", "subject to the following exceptions"),
        (
            "Since May 1, 2006, except as set forth in Annex 1, to its knowledge, it has no debt.",
            "except as set forth in Annex 1",
        ),
        (
            "The acts (other than those which, by their nature, are done at Closing) are done.",
            "other than those which, by their nature, are done at Closing",
        ),
        ("Except as set forth on Schedule 5.16(b), (i) Seller has no debt.", "Except as set forth on Schedule 5.16(b)"),
        ("Except as disclosed in writing, as of May 1, 2020, Seller has no debt.", "Except as disclosed in writing"),
    ],
)
def test_exceptions(deal: Callable[..., Reading], statement: str, expected: str) -> None:
    assert quotes(deal(f"1. {statement}")) == [expected]


@pytest.mark.parametrize(
    "statement",
    [
        "Notwithstanding anything to the contrary herein, Buyer shall not be required to close.",
        "Notwithstanding Section 4, Buyer may sell the shares to its affiliates.",
        "Notwithstanding any other provision of this Agreement, Seller shall have no liability for taxes.",
        "Nothing in this Agreement shall prevent Buyer from owning shares of a listed company.",
        "Nothing contained herein shall be construed to limit any claim for fraud.",
        "The limitations in Section 8 shall not apply to fraud.",
        "This warranty does not apply if Buyer alters the goods.",
    ],
)
def test_sentences(deal: Callable[..., Reading], statement: str) -> None:
    assert quotes(deal(f"1. Seller sells. {statement} Buyer buys.")) == [statement.removesuffix(".")]


def test_a_sentence_that_prevails_only_from_its_middle_on(deal: Callable[..., Reading]) -> None:
    reading = deal("1. This Agreement ends, and notwithstanding Section 4, Seller shall not be liable.")
    assert quotes(reading) == ["notwithstanding Section 4, Seller shall not be liable"]


@pytest.mark.parametrize(
    "statement",
    [
        "The remedies are cumulative and not exclusive of any other remedy.",
        "The period is counted by excluding the day on which it begins.",
        "Subject to the terms and conditions of this Agreement, Buyer shall buy.",
        "The sale is made subject to the approval of the board.",
        "Seller grants the options, subject to Section 409A of the Code.",
        "The plan is subject to Section 4 of the Plan.",
        "Seller has the right, but not the obligation, to buy.",
        "Nothing herein is intended to make the parties partners, and neither party may bind the other.",
        "Notwithstanding any other provision hereof, Seller shall pay all taxes.",
        "The tax does not apply to farms.",
    ],
)
def test_words_that_take_nothing_out(deal: Callable[..., Reading], statement: str) -> None:
    assert quotes(deal(f"1. {statement}")) == []


def test_the_notes_to_attached_accounts_hold_no_carve_out(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. Seller delivers the accounts other than drafts.",
        "SCHEDULE 1",
        "FINANCIAL STATEMENTS",
        "Tax is recognized in net income except to the extent that it relates to equity.",
    )
    assert quotes(reading) == ["other than drafts"]
