"""Numbers without a stop, which only the decimals after them show to be labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading


def citations(reading: Reading) -> list[tuple[str, str | None]]:
    return [(clause.citation, clause.heading) for clause in reading.outline][1:]


def test_a_number_without_a_stop_opens_a_section_over_its_decimals(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1 Definitions and interpretation",
        "1.1 In this Agreement the words have these meanings.",
        "1.2 Headings count for nothing.",
        "2  Sale",
        "2.1 The Seller sells the Shares.",
    )
    assert citations(reading) == [
        ("Section 1", "Definitions and interpretation"),
        ("Section 1.1", None),
        ("Section 1.2", None),
        ("Section 2", "Sale"),
        ("Section 2.1", None),
    ]


def test_a_number_that_no_decimal_of_its_own_follows_is_a_word(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. Price. It is due within", "30 Business Days", "1.1 The price is 5.", "12 Main Street", "2. Sale."
    )
    assert [citation for citation, _ in citations(reading)] == ["Section 1", "Section 1.1", "Section 2"]
