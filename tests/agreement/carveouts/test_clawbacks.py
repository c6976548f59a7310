"""What brings back into a definition part of what it leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.content import CarveoutKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading

LEFT_OUT = (
    "1. “Adverse Effect” means any bad effect; provided that no effect of the following shall be taken into account:"
    " (a) changes in the economy; (b) changes in law; or (c) a fall in the price of the shares"
)


def brought_back(reading: Reading) -> list[str]:
    return [one.quote for one in reading.carveouts if one.kind is CarveoutKind.INCLUSION]


@pytest.mark.parametrize(
    "words",
    [
        "except to the extent that they have a disproportionate effect on Seller",
        "unless Seller is disproportionately affected by them",
        "it being understood that the facts underlying such fall may be taken into account",
        "provided, however, that the causes giving rise to it (other than those in (a)) may be considered",
        "which, in the case of clauses (a) and (b), do not affect Seller disproportionately",
    ],
)
def test_after_the_list(deal: Callable[..., Reading], words: str) -> None:
    reading = deal(f"{LEFT_OUT}; {words}.", "2. There has been no Adverse Effect.")
    assert brought_back(reading) == [words]
    assert [reading.outline[clause].number for clause in reading.carveouts[-1].reaches] == ["2"]


def test_inside_an_item(deal: Callable[..., Reading]) -> None:
    reading = deal(f"{LEFT_OUT} that does not affect Seller disproportionately.")
    assert brought_back(reading) == ["that does not affect Seller disproportionately"]


def test_two_of_them(deal: Callable[..., Reading]) -> None:
    first = "it being agreed that the underlying causes of (c) may be considered"
    second = "except, in the case of (a), (b) and (c), to the extent that the effect is disproportionate"
    assert brought_back(deal(f"{LEFT_OUT}; {first}; {second}.")) == [first, second]


def test_a_single_exclusion(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. “Adverse Effect” means any bad effect; provided that Adverse Effect shall not include changes in economy"
        " to the extent that Seller is not disproportionately affected."
    )
    assert brought_back(reading) == ["to the extent that Seller is not disproportionately affected"]


def test_an_exception_from_what_a_definition_leaves_out(deal: Callable[..., Reading]) -> None:
    reading = deal("1. “Debt” means all debt; provided that Debt shall not include rent (other than under the Lease).")
    assert brought_back(reading) == ["other than under the Lease"]


def test_two_exceptions_from_one_definition_bring_nothing_back(deal: Callable[..., Reading]) -> None:
    assert brought_back(deal("1. “Debt” means all debt, other than rent and except for taxes.")) == []
