"""References that point to nothing, and those whose target is about something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.content import FindingSeverity

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.content import Finding

SALE = (
    "Article 1. Sale",
    '1.1 Sale. Seller sells the shares at a price (the "Price") as set forth in Section 1.2.',
    '1.2 Payment. Buyer pays the Price at the closing (the "Closing") to Seller\'s account.',
    "Article 2. Conditions to Closing",
    "2.1 Truth. Each representation of Seller is true.",
    "2.2 Consents. The merger authority has consented.",
    "Article 3. Covenants",
    "3.1 Access. Seller lets Buyer see its books.",
)


def test_a_number_that_no_clause_bears_is_an_error(findings: Callable[..., list[Finding]]) -> None:
    (missing,) = findings("reference-missing", *SALE, "3.2 Care. Seller acts as Section 1.7 says.")
    assert missing.severity is FindingSeverity.ERROR
    assert missing.message == "There is no Section 1.7 in this agreement. The last of that article is Section 1.2."


def test_an_item_that_its_section_lacks_is_a_warning(findings: Callable[..., list[Finding]]) -> None:
    (missing,) = findings("reference-missing", *SALE, "3.2 Care. Seller acts as Section 1.2(c) says.")
    assert missing.severity is FindingSeverity.WARNING
    assert missing.message == "Section 1.2 has no such item: Section 1.2(c) points to nothing."


@pytest.mark.parametrize(
    "clause",
    [
        "3.2 Care. Seller acts as Section 1.2 says.",
        "3.2 Care. Seller acts as Section 1.7 of the Disclosure Letter says.",
        "3.2 Care. Seller keeps Section 721 of the Companies Act.",
        "3.2 Care. Seller keeps Section 409A and Section 382 of the Code.",
    ],
)
def test_references_that_arrive_or_leave_the_agreement_are_left_alone(
    messages: Callable[..., list[str]], clause: str
) -> None:
    assert messages("reference-missing", *SALE, clause) == []


def test_a_label_that_a_paragraph_prints_is_not_missing(messages: Callable[..., list[str]]) -> None:
    printed = "Section 3.7 Access of Seller and its people to the books is granted by Buyer after the closing."
    assert messages("reference-missing", *SALE, "3.2 Care. Seller acts as Section 3.7 says.", printed) == []


def test_a_paragraph_that_prints_no_number_is_not_missing(messages: Callable[..., list[str]]) -> None:
    assert messages("reference-missing", *SALE, "3.2 Care. Article 1, Paragraph 1 applies.") == []


def test_nothing_is_missed_where_half_of_the_numbers_are(messages: Callable[..., list[str]]) -> None:
    lost = "3.2 Care. Seller acts as Section 4.1, Section 5.1, Section 6.1, Section 7.1 and Section 8.1 say."
    assert messages("reference-missing", *SALE, lost) == []


def test_a_reference_that_the_word_processor_lost_is_an_error(findings: Callable[..., list[Finding]]) -> None:
    (lost,) = findings("reference-missing", *SALE, "3.2 Care. See Section Error! Reference source not found. above.")
    assert lost.severity is FindingSeverity.ERROR


def test_a_term_is_sought_where_a_reference_says_that_it_is_defined(messages: Callable[..., list[str]]) -> None:
    index = '3.2 Index. "Closing" has the meaning set forth in Section 3.1.'
    assert messages("reference-sense", *SALE, index) == ["“Closing” is defined in Section 1.2, not in Section 3.1."]
    assert messages("reference-sense", *SALE, index.replace("3.1", "1.2")) == []


def test_a_term_whose_definition_names_one_clause_is_not_fixed_by_another(messages: Callable[..., list[str]]) -> None:
    terms = ('3.2 Date. "Closing Date" means the date specified in Section 1.2.', "3.3 Pay. Buyer pays {}.")
    said = messages(
        "reference-sense", *SALE, terms[0], terms[1].format("on the Closing Date prescribed in Section 3.1")
    )
    assert said == ["“Closing Date” is defined in Section 3.2, which points to Section 1.2, not to Section 3.1."]
    right = terms[1].format("on the Closing Date prescribed in Section 1.2")
    assert messages("reference-sense", *SALE, terms[0], right) == []


def test_conditions_are_sought_where_a_reference_says_that_they_are(messages: Callable[..., list[str]]) -> None:
    pay = "4.1 Pay. Buyer pays once the conditions set forth in {} are met."
    (said,) = messages("reference-sense", *SALE, "Article 4. Payment", pay.format("Article 3"))
    assert (
        said
        == "Article 3 (“Covenants”) holds no conditions; those of Article 2 (“Conditions to Closing”) may be meant."
    )
    assert messages("reference-sense", *SALE, "Article 4. Payment", pay.format("Section 2.2")) == []


def test_terms_and_conditions_are_no_conditions(messages: Callable[..., list[str]]) -> None:
    clause = "3.2 Pay. Buyer pays on the terms and conditions set forth in Section 3.1."
    assert messages("reference-sense", *SALE, clause) == []


def test_a_heading_cited_in_brackets_is_compared(messages: Callable[..., list[str]]) -> None:
    said = messages(
        "reference-sense", *SALE, "3.2 Care. Section 1.2 (Confidentiality) and Section 3.1 (Access) survive."
    )
    assert said == ["Section 1.2 is headed “Payment”, not “Confidentiality”."]


def test_an_amendment_cites_the_agreement_that_it_changes(messages: Callable[..., list[str]]) -> None:
    clauses = (
        *SALE,
        "3.2 Change. This Amendment says: Section 1.2 (Payroll) is hereby amended. Section 9.9 is hereby amended.",
    )
    assert messages("reference-sense", *clauses) == messages("reference-missing", *clauses) == []
