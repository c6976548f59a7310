"""What makes an exclusive right conditional."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.content import CarveoutKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading


@pytest.mark.parametrize(
    ("statement", "condition"),
    [
        (
            "Buyer’s exclusive right to sell is subject to Buyer achieving sales of $1,000 a year.",
            "subject to Buyer achieving sales of $1,000 a year",
        ),
        ("Seller grants Buyer exclusivity conditional on its orders.", "conditional on its orders"),
        (
            "Buyer is the exclusive distributor for so long as it buys the minimum.",
            "for so long as it buys the minimum",
        ),
        (
            "Buyer has exclusive rights for a year and thereafter upon the Buyer fulfilling the quota.",
            "upon the Buyer fulfilling the quota",
        ),
    ],
)
def test_a_condition_of_exclusivity(deal: Callable[..., Reading], statement: str, condition: str) -> None:
    (found,) = deal(f"1. {statement}").carveouts
    assert (found.quote, found.kind) == (condition, CarveoutKind.PROVISO)


@pytest.mark.parametrize(
    "statement",
    [
        "Buyer has a non-exclusive licence for so long as it pays.",
        "The courts have exclusive jurisdiction so long as the parties live there.",
        "Buyer has the exclusive right to sell, subject to the terms of this Agreement.",
        "Buyer has the exclusive right to sell. The price is paid upon the Buyer fulfilling the quota.",
    ],
)
def test_what_is_no_condition_of_exclusivity(deal: Callable[..., Reading], statement: str) -> None:
    assert deal(f"1. {statement}").carveouts == ()
