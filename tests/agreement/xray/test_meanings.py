"""What stands in a term's place: the words that define it, without those that only say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.xray.meanings import meaning

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading


@pytest.mark.parametrize(
    ("definition", "term", "words"),
    [
        ("“Closing Date” means the date of the Closing.", "Closing Date", ["the date of the Closing"]),
        ("“Losses” shall mean and include all damages; and", "Losses", ["all damages"]),
        ("The term “Fees” means the fees of Adams & Co.", "Fees", ["the fees of Adams & Co."]),
        (
            "“Affiliate” means, with respect to any Person, whoever controls it.",
            "Affiliate",
            ["with respect to any Person, whoever controls it"],
        ),
        ("“Ratio” with respect to Buyer shall mean one half.", "Ratio", ["with respect to Buyer", "one half"]),
        ("The term “Control” (and “Controlled”) means a majority.", "Control", ["a majority"]),
        ("The term “Control” (and “Controlled”) means a majority.", "Controlled", ["a majority"]),
        ("Those named as “Vendors” below (each a “Vendor”) act.", "Vendor", ["Those named as “Vendors” below"]),
        ("“Taxes” includes all levies.", "Taxes", ["includes all levies"]),
        ("“Lien” has the meaning set forth in Section 2.1.", "Lien", ["has the meaning set forth in Section 2.1"]),
        (
            "The parties file with the Securities and Exchange Commission (the “SEC”) today.",
            "SEC",
            ["Securities and Exchange Commission"],
        ),
        (
            "Seller sold under the United States Securities Act of 1933 (the “Securities Act”) today.",
            "Securities Act",
            ["United States Securities Act of 1933"],
        ),
        (
            "During the Term, Buyer may appoint two (2) observers (the “Observers”) to the board.",
            "Observers",
            ["two (2) observers"],
        ),
        (
            "Seller and its subsidiaries (the “Group”, which shall mean all of them) are solvent.",
            "Group",
            ["Seller and its subsidiaries", "all of them"],
        ),
        ("Seller and Buyer are together referred to herein as the “Parties”.", "Parties", ["Seller and Buyer"]),
    ],
)
def test_the_words_in_a_terms_place(deal: Callable[..., Reading], definition: str, term: str, words: list[str]) -> None:
    reading = deal(f"1.1 Words. {definition}", "1.2 Closing. The parties close.")
    (found,) = (one for one in reading.terms if one.term == term)
    assert [span.of(reading.text) for span in meaning(reading.text, found)] == words
