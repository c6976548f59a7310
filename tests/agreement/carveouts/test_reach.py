"""The clauses that a carve-out narrows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading


def reaches(reading: Reading) -> list[list[str]]:
    return [[reading.outline[clause].citation for clause in one.reaches] for one in reading.carveouts]


def test_an_exception_narrows_the_clause_in_which_it_stands(deal: Callable[..., Reading]) -> None:
    reading = deal("1.1 Debt. There is no debt except trade debt.", "1.2 Suits. There is no suit.")
    assert reaches(reading) == [["Section 1.1"]]


def test_an_exception_ahead_of_a_list_narrows_each_item(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1.1 Suits. Seller is not, except as disclosed in Schedule 1, (i) a party to suits or (ii) likely to be one."
    )
    assert reaches(reading) == [["Section 1.1", "Section 1.1(i)", "Section 1.1(ii)"]]


def test_an_exception_in_the_lead_in_of_an_article_narrows_all_of_it(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "ARTICLE 3. REPRESENTATIONS OF SELLER",
        "Except as disclosed in Schedule 3, Seller represents to Buyer as follows:",
        "3.1 Existence. Seller exists.",
        "3.2 Title. Seller owns: (a) the Shares; and (b) the plant.",
    )
    assert reaches(reading) == [["Article 3", "Section 3.1", "Section 3.2", "Section 3.2(a)", "Section 3.2(b)"]]


def test_an_exception_in_a_sentence_before_the_lead_in_does_not_reach_the_items(deal: Callable[..., Reading]) -> None:
    reading = deal("1.1 Sale. All is sold except cash. Seller delivers: (a) the Shares; and (b) the keys.")
    assert reaches(reading) == [["Section 1.1"]]


def test_what_a_proviso_lists_is_not_narrowed_by_it(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1.1 Secrets. Buyer keeps secrets; provided, however, that this does not bind as to data: (i) in the press; or"
        " (ii) in court."
    )
    assert reaches(reading) == [["Section 1.1"]]


def test_an_exception_in_an_item_narrows_that_item(deal: Callable[..., Reading]) -> None:
    reading = deal("1.1 Bans. Seller shall not: (a) sell assets other than stock; or (b) borrow money.")
    assert reaches(reading) == [["Section 1.1(a)"]]


def test_a_narrowed_definition_reaches_every_clause_that_uses_the_term(sample: Reading) -> None:
    found = next(one for one in sample.carveouts if sample.outline[one.clause].citation == "Section 3.1")
    assert [sample.outline[clause].citation for clause in found.reaches] == [
        *(f"Section {number}" for number in ("3.2", "3.8", "3.9", "3.11(1)", "3.12", "3.13", "3.14", "3.15", "3.16")),
        *(f"Section {number}" for number in ("3.16(iii)", "3.17", "3.18", "4.1", "4.2", "4.4", "4.7", "12.4")),
        "Article 13",
        "Section 18.1(3)",
        "Exhibit 3-1",
        "Exhibit 3-7, item 2",
    ]


def test_the_disclosure_of_lawsuits_in_the_sample_reaches_each_limb(sample: Reading) -> None:
    found = next(one for one in sample.carveouts if sample.outline[one.clause].citation == "Section 3.16")
    assert [sample.outline[clause].citation for clause in found.reaches] == [
        "Section 3.16",
        "Section 3.16(i)",
        "Section 3.16(ii)",
        "Section 3.16(iii)",
    ]


def test_a_narrowed_definition_reaches_no_table_of_contents(read_lines: Callable[[str], Reading]) -> None:
    numbers = range(1, 7)
    reading = read_lines(
        "\n\n".join(
            [
                "                         PURCHASE AGREEMENT",
                "TABLE OF CONTENTS",
                *(f"{number}.1 Affiliates of {number}   {number}" for number in numbers),
                'This Agreement is made by and between Anchor, Inc. ("Seller") and Beacon Ltd. ("Buyer").',
                *(f"{number}.1 Affiliates of {number}. The Affiliates sign." for number in numbers),
                '7.1 Terms. "Affiliates" means all holders of shares, other than the Trust.',
            ]
        )
    )
    (carveout,) = (one for one in reading.carveouts if one.quote == "other than the Trust")
    (term,) = (term for term in reading.terms if term.term == "Affiliates")
    assert {reading.outline[clause].kind for clause in carveout.reaches} == {ClauseKind.SECTION}
    assert ClauseKind.COVER in {reading.outline[reading.outline.at(use.start) or 0].kind for use in term.uses}
