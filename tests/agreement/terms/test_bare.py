"""Terms defined without quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading


def own(reading: Reading) -> list[str]:
    return [term.term for term in reading.terms if term.term not in {"Agreement", "Seller", "Buyer"}]


def test_words_defined_for_one_section(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. For the purpose of this Section 1, material data or information shall mean what Buyer asked for."
    )
    assert own(reading) == ["material data or information"]


def test_an_entry_of_a_list_of_definitions(deal: Callable[..., Reading]) -> None:
    reading = deal("1. Definitions", "Business Day means a day on which banks open.", "Change of Control means a sale.")
    assert own(reading) == ["Business Day", "Change of Control"]


def test_an_entry_with_a_colon_under_a_heading_that_promises_definitions(deal: Callable[..., Reading]) -> None:
    entries = ("Business Day: a day on which banks open.", "Group: in relation to a company, its subsidiaries.")
    assert own(deal("1. Definitions", *entries)) == ["Business Day", "Group"]
    assert own(deal("1. Payment", *entries)) == []


@pytest.mark.parametrize(
    "clause",
    ["This means that Buyer pays.", "By means of a wire, Buyer pays.", "Seller provides the means of payment."],
)
def test_means_that_define_nothing(deal: Callable[..., Reading], clause: str) -> None:
    assert own(deal("1. Payment", clause)) == []
