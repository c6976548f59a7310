"""Definitions without numbers: each paragraph that says what a word means is a clause with the word as its heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.layout.block import Block
from carveout.agreement.layout.canonical import compose
from carveout.agreement.layout.columns import Cell
from carveout.agreement.manuscript import Line
from carveout.agreement.outline.definitions import defined_in
from carveout.agreement.reading import ParagraphStyle

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading


def term(words: str, lead: int = 0) -> str | None:
    canonical = compose([Block((Cell(Line(words, 1, None), words),), ParagraphStyle.BODY, lead=lead)])
    return defined_in(canonical.text, canonical.passages[0])


def below(reading: Reading, citation: str) -> list[str]:
    clause = next(clause for clause in reading.outline if clause.citation == citation)
    return [reading.outline[child].citation for child in reading.outline.children(clause.id)]


def test_a_term_stands_in_quotation_marks_before_what_it_means() -> None:
    assert term('"Affiliate" means a company.') == "Affiliate"
    assert term("“Losses” and “Loss” shall mean all damages.") == "Losses"
    assert term("The term “Closing” has the meaning given in Section 2.") == "Closing"
    assert term("‘Contractor’s Plant’ means machinery.") == "Contractor’s Plant"
    assert term("“Business Day”: a day on which banks open.") == "Business Day"


def test_a_term_can_be_set_apart_instead() -> None:
    assert term("Affiliate means a company.", lead=9) == "Affiliate"
    assert term("Affiliate: any company.", lead=9) == "Affiliate"
    assert term("Affiliate means a company.") is None
    assert term("Affiliates of the Seller pay.", lead=10) is None


def test_a_quotation_that_defines_nothing_opens_no_definition() -> None:
    assert term("“As is” the goods are sold.") is None
    assert term("The Seller (“Seller”) means to sell.") is None


def test_each_definition_is_a_clause_with_its_own_list(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. Definitions. In this Agreement:",
        "“Loss” means any damage that is (i) direct and (ii) foreseeable.",
        "“Material Adverse Effect” means any effect that is adverse, except any that arises from:",
        "(a) changes in law; or",
        "(b) war.",
        "“Person” means anyone.",
        "2. Sale. The Seller sells the Shares.",
    )
    assert below(reading, "Section 1") == [
        "Section 1, “Loss”",
        "Section 1, “Material Adverse Effect”",
        "Section 1, “Person”",
    ]
    assert below(reading, "Section 1, “Loss”") == ["Section 1, “Loss”(i)", "Section 1, “Loss”(ii)"]
    assert below(reading, "Section 1, “Material Adverse Effect”") == [
        "Section 1, “Material Adverse Effect”(a)",
        "Section 1, “Material Adverse Effect”(b)",
    ]


def test_a_definition_inside_a_list_that_goes_on_after_it_belongs_to_its_row(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. Sale.",
        "(a) The Seller sells the Shares.",
        "“Shares” means those of the Company.",
        "(b) The Buyer pays the Price.",
    )
    assert below(reading, "Section 1") == ["Section 1(a)", "Section 1(b)"]
    assert below(reading, "Section 1(a)") == ["Section 1(a), “Shares”"]


def test_definitions_before_the_first_section_are_no_words_of_the_preamble(deal: Callable[..., Reading]) -> None:
    reading = deal("“Shares” means those of the Company.", "1. Sale. The Seller sells the Shares.")
    assert [clause.citation for clause in reading.outline] == ["Preamble", "“Shares”", "Section 1"]
