"""The figures of a filing are recomputed from each other and from the agreement, and the working is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.filing import ties
from carveout.agreement.read import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading

FILING = """\
SCHEDULE 13D

ITEM 3.  SOURCE AND AMOUNT OF FUNDS.

{item}

ITEM 4.  PURPOSE OF TRANSACTION.

Investment.

EXHIBIT 1

Share Purchase Agreement

This Share Purchase Agreement (the "Agreement"), dated as of May 2, 2011, is made by and between Anchor Holdings, Inc.
("Seller") and Beacon Partners Ltd. ("Buyer").

Article 1. Sale

1.1 Seller sells the 400 new shares which shall be issued to Buyer at a price of $25 per share.

1.2 Seller represents that 1,600 shares of common stock are outstanding.
"""


def filed(item: str) -> Reading:
    return read(FILING.format(item=item).encode(), "filing.txt")


def told(reading: Reading) -> list[tuple[str, bool]]:
    return [(tie.working, tie.ties) for tie in ties(reading)]


def test_the_figures_of_the_sample(sample: Reading) -> None:
    assert told(sample) == [
        ("September 16, 2003 = September 16, 2003", True),
        ("10,095 × 951,300 = 9,603,373,500", True),
        ("788 × 951,300 = 749,624,400", True),
        ("10,095 + 2,040 = 12,135", True),
        ("12,135 ÷ (25,745 + 10,883) = 33.13 %, not 31.6 %, which would be of about 38,400 shares", False),
        ("2,040 ÷ (25,745 + 10,883) = 5.57 %, not 5.3 %, which would be of about 38,500 shares", False),
        ("13,222 ÷ 25,745 = 51.36 %", True),
        ("10,095 + 788 = 10,883", True),
    ]


def test_a_figure_lies_in_its_clause_and_its_sources_in_the_text(sample: Reading) -> None:
    product = next(tie for tie in ties(sample) if "9,603,373,500" in tie.working)
    assert product.clause is not None
    assert sample.outline[product.clause].citation == "Item 3 (Schedule 13D)"
    assert product.statement.of(sample.text) == "JPY9,603,373,500"
    assert [span.of(sample.text) for span in product.sources] == ["10,095 Common Shares", "JPY951,300 per share"]


@pytest.mark.parametrize(
    ("item", "working", "fits"),
    [
        ("Buyer paid $10,000 for 400 shares.", "400 × 25 = 10,000", True),
        ("Buyer paid $9,000 for 400 shares at $20 per share.", "400 × 20 = 8,000, not 9,000", False),
        ("Buyer owns 160 shares, or 10% of the shares outstanding.", "160 ÷ 1,600 = 10 %", True),
        ("Buyer owns 400 shares, or 20.0% of the common stock.", "400 ÷ (1,600 + 400) = 20.0 %", True),
        (
            "Buyer owns 160 shares, or 9% of the shares. The percentage is based on 2,000 shares outstanding.",
            "160 ÷ 2,000 = 8.00 %, not 9 %, which would be of about 1,800 shares",
            False,
        ),
        (
            "Buyer owns 160 shares, or 9.0% of the stock, based on 2,000 shares outstanding.",
            "160 ÷ 2,000 = 8.00 %, not 9.0 %, which would be of about 1,800 shares",
            False,
        ),
        (
            "Buyer owns 160 shares, or 0.0% of the stock, based on 2,000 shares outstanding.",
            "160 ÷ 2,000 = 8.00 %, not 0.0 %",
            False,
        ),
        (
            "Under the Share Purchase Agreement, dated May 3, 2011, Buyer paid.",
            "May 3, 2011, not May 2, 2011 as the agreement bears",
            False,
        ),
    ],
)
def test_one_figure(item: str, working: str, fits: bool) -> None:
    assert told(filed(item)) == [(working, fits)]


@pytest.mark.parametrize(
    "item",
    [
        "Buyer paid $9,000 for 400 shares.",
        "Buyer paid $8,437 for 1,001 shares at $8.43 per share.",
        "Buyer owns 160 shares, or 9% of the shares outstanding.",
        "Buyer paid about $10 million for 400 shares.",
        "Buyer owns 160 shares, or 9% of the stock, based on 0 shares outstanding.",
        "Buyer owns 160 shares, or 9% of the stock, based on 1,500 shares outstanding plus 200 issuable shares.",
    ],
)
def test_what_nothing_is_said_about_is_left_out(item: str) -> None:
    assert told(filed(item)) == []


def test_an_agreement_without_a_filing_has_no_ties(deal: Callable[..., Reading]) -> None:
    assert ties(deal("1.1 Buyer pays $10,000 for 400 shares at $26 per share.")) == ()
