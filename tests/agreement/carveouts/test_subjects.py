"""For whom or what a carve-out is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.content import CarveoutKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading


def subjects(reading: Reading) -> list[str | None]:
    return [carveout.subject for carveout in reading.carveouts]


HARBOR = '1.1 Debt. There is no debt except for the debt of Harbor Trading, Inc. ("Harbor").'


def test_the_subject_is_the_company_that_the_words_name(deal: Callable[..., Reading]) -> None:
    reading = deal(HARBOR, "1.2 Suits. There is no suit except for suits against Harbor and its subsidiaries.")
    assert subjects(reading) == ["Harbor", "Harbor"]


def test_full_names_lead_to_the_short_name_that_they_begin_with(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1.1 Group. All subsidiaries (the “Group”, provided, that such term does not include Harbor Trading, Inc.,"
        " Harbor Services Inc. and Harbor America Inc.) exist.",
        '1.2 Debt. The Group has no debt except for the debt of Harbor Trading, Inc. ("Harbor").',
    )
    assert subjects(reading) == ["Harbor", "Harbor"]


def test_a_company_without_a_short_name_goes_by_its_own(deal: Callable[..., Reading]) -> None:
    assert subjects(deal("1. There is no debt except for the debt of Roe Motors LLC.")) == ["Roe Motors LLC"]


def test_a_party_is_no_subject(deal: Callable[..., Reading]) -> None:
    assert subjects(deal("1. Seller pays all taxes except the income tax of Buyer and Anchor Holdings, Inc.")) == [None]


def test_a_company_that_the_statement_is_about_is_no_subject(deal: Callable[..., Reading]) -> None:
    reading = deal(
        '1.1 Target. Buyer buys Harbor Trading, Inc. ("Harbor").',
        "1.2 Debt. Harbor has no debt except for debt of Harbor under the lease.",
    )
    assert subjects(reading) == [None]


def test_a_company_that_the_whole_agreement_is_about_is_no_subject(deal: Callable[..., Reading]) -> None:
    reading = deal(
        '1.1 Target. Buyer buys Harbor Trading, Inc. ("Harbor").',
        "1.2 Harbor. Harbor exists. Harbor is solvent. Harbor owns its plant. Harbor has staff.",
        "1.3 Debt. There is no debt except for the debt of Harbor.",
    )
    assert subjects(reading) == [None]


def test_without_a_company_the_subject_is_the_term_that_is_taken_out(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1.1 Terms. “Permitted Liens” means liens for taxes not yet due.",
        "1.2 Title. The assets are free of all liens other than Permitted Liens.",
        "1.3 Permitted Liens. No lien is a Permitted Lien except a Permitted Lien for taxes.",
    )
    assert subjects(reading) == ["Permitted Liens", None]


def test_the_subjects_of_the_sample(sample: Reading) -> None:
    named = [one for one in sample.carveouts if one.subject == "Crosswave"]
    assert [sample.outline[one.clause].citation for one in named] == [
        "Section 3.1",
        "Section 3.10",
        "Section 3.14",
        "Section 3.15",
        "Section 3.16(ii)",
        "Section 3.16(iii)",
        "Section 3.18",
        "Section 5.3",
    ]
    assert sum(one.kind is CarveoutKind.INCLUSION for one in named) == 1
    assert len(sample.siblings(named[0])) == 7
