"""Carve-ins: words that bring the subject of other carve-outs into a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.content import CarveoutKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading

DEBT = '1.1 Debt. There is no debt except for the debt of Harbor Trading, Inc. ("Harbor").'


def included(reading: Reading) -> list[str]:
    return [one.quote for one in reading.carveouts if one.kind is CarveoutKind.INCLUSION]


def test_words_that_include_the_subject_of_an_exception(deal: Callable[..., Reading]) -> None:
    reading = deal(
        DEBT, "1.2 Contracts. All contracts, including those between Seller and Harbor, are at arm's length."
    )
    assert included(reading) == ["including those between Seller and Harbor"]
    assert {one.subject for one in reading.carveouts} == {"Harbor"}


@pytest.mark.parametrize(
    "statement",
    [
        "All contracts, including those between Seller and Buyer, are at arm's length.",
        "All taxes, including, without limitation, income tax, are paid, and Harbor pays none.",
        "All contracts are at arm's length. Harbor has none.",
    ],
)
def test_words_that_include_no_such_subject(deal: Callable[..., Reading], statement: str) -> None:
    assert included(deal(DEBT, f"1.2 Others. {statement}")) == []


def test_a_term_is_included_by_its_name_only(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1.1 Terms. “Excluded Assets” means cash.",
        "1.2 Sale. Seller sells all assets other than Excluded Assets.",
        "1.3 Taxes. Buyer pays all taxes on the assets, including the Excluded Assets.",
        "1.4 Costs. Buyer pays all costs, including costs of the care of Excluded Assets.",
    )
    assert included(reading) == ["including the Excluded Assets"]


def test_a_thing_that_is_merely_left_out_elsewhere_is_not_brought_in(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1.1 Terms. “Merger” means the merger of Seller into Buyer.",
        "1.2 Acts. Seller shall do nothing other than the Merger.",
        "1.3 Consents. Seller has all consents to its acts, including the Merger.",
    )
    assert included(reading) == []
