"""A deal is called by its parties and its title, as counsel would say it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.deal import deal_name
from carveout.agreement.reading import Party

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading


def called(reading: Reading, title: str, *parties: tuple[str, str | None]) -> str | None:
    return deal_name(replace(reading, title=title, parties=tuple(Party(*party) for party in parties)))


def test_an_alias_that_comes_from_the_name_is_used(sample: Reading) -> None:
    assert deal_name(sample) == "NTT / IIJ Subscription Agreement"


@pytest.mark.parametrize(
    ("name", "alias", "short"),
    [
        ("Alpha Holdings, Inc.", "Seller", "Alpha Holdings"),
        ("Alpha Holdings, Inc.", "Alpha", "Alpha"),
        ("The Alpha Company", "Company", "Alpha"),
        ("INTERNATIONAL WIDGET MACHINES CORPORATION", "Parent", "International Widget Machines"),
        ("Beta Co., Ltd.", None, "Beta"),
        ("Gamma Parent Corp.", "Parent", "Gamma Parent"),
    ],
)
def test_a_role_names_nobody(sample: Reading, name: str, alias: str | None, short: str) -> None:
    assert called(sample, "Deed", (name, alias)) == f"{short} Deed"


def test_a_company_made_for_the_merger_is_left_out(sample: Reading) -> None:
    parties = (("Alpha Inc.", "Parent"), ("Alpha Acquisition Corp.", "Merger Sub"), ("Beta Ltd.", "Company"))
    assert called(sample, "AGREEMENT AND PLAN OF MERGER", *parties) == "Alpha / Beta Agreement and Plan of Merger"


def test_a_document_without_an_agreement_has_no_name(sample: Reading) -> None:
    assert deal_name(replace(sample, title=None)) is None
