"""A whole reading checks itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.checking import checked

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading


def rules(reading: Reading) -> list[str]:
    return [finding.rule for finding in checked(reading)]


def test_the_sample_ties(sample: Reading) -> None:
    assert rules(sample) == []


def test_a_document_without_an_agreement_says_so_and_nothing_else(read_lines: Callable[[str], Reading]) -> None:
    assert rules(read_lines("3.1 Milk\n\n3.7 Bread\n")) == ["no-agreement"]


def test_findings_come_in_the_order_of_the_text(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. DEFINITIONS",
        "Nothing is defined here at all, and still it is long. " * 10,
        "2. Sale. Seller sells the Shares.",
        "4. Price. Buyer pays the price.",
    )
    assert rules(reading) == ["definitions-missing", "numbering"]
