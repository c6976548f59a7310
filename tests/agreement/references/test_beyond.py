"""References that lead out of the document: to laws, and to instruments that it doesn't hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Pointing = Callable[..., list[tuple[str, list[str] | None]]]


@pytest.mark.parametrize(
    "quote",
    [
        "Article 226-2 of the Commercial Code of Japan",
        "Article 10-2 of the Law Related to Private Monopoly",
        "Section 1.1 of the Treasury Regulations",
        "Section 13(d) of the Exchange Act",
        "Section 13 or 15(d) of the Exchange Act",
        "Sections 302 and 906 of the Sarbanes-Oxley Act",
        "Section 3(3) of the Employee Retirement Income Security Act of 1974",
        "Section 262 of the DGCL",
        "Rule 144(k) under the Securities Act",
        "Rule 903 of Regulation S",
        "Item 404(a) of Regulation S-K",
        "Title IV of ERISA",
        "Section 1.1 of the Escrow Agreement",
        "Section 1.1 of the Company’s Certificate of Incorporation",
        "Section 1.1 of its bylaws",
        "Section 1.1 thereof",
        "Exhibit 10.1 to the Company’s Annual Report",
    ],
)
def test_laws_and_other_instruments(pointing: Pointing, quote: str) -> None:
    assert pointing(f"Seller has read {quote}, and agrees.") == [(quote, None)]


@pytest.mark.parametrize(
    "words",
    ["Treasury Regulations Section 1.1", "42 U.S.C. § 1.1", "Code Section 409A", "ERISA Section 3(37)", "Code §1.1"],
)
def test_a_law_may_be_named_first(pointing: Pointing, words: str) -> None:
    ((_, targets),) = pointing(f"Seller has read {words}, and agrees.")
    assert targets is None


def test_a_law_named_once_is_said_of_every_number_before_it(pointing: Pointing) -> None:
    assert pointing("Section 302 and Section 906 of the Sarbanes-Oxley Act apply.") == [
        ("Section 302", None),
        ("Section 906 of the Sarbanes-Oxley Act", None),
    ]


def test_a_section_of_ours_beside_that_of_a_law_stays_ours(pointing: Pointing) -> None:
    assert pointing("Section 1.3 and Section 362 of the Bankruptcy Code apply.") == [
        ("Section 1.3", ["Section 1.3"]),
        ("Section 362 of the Bankruptcy Code", None),
    ]


def test_a_number_that_only_laws_have_is_a_laws(pointing: Pointing) -> None:
    assert pointing("Seller complies with Section 409A.") == [("Section 409A", None)]


def test_the_number_of_a_law_named_elsewhere_is_that_laws(pointing: Pointing) -> None:
    assert pointing("Section 16 of the Exchange Act applies. Section 16 is strict.")[1] == ("Section 16", None)


def test_a_sentence_that_ends_in_a_law_names_none(pointing: Pointing) -> None:
    assert pointing("Seller obeys all applicable Laws. Section 1.3 applies.") == [("Section 1.3", ["Section 1.3"])]


def test_words_about_a_law_make_no_section_of_it(pointing: Pointing) -> None:
    assert pointing("Under Section 1.3 of this Agreement and the Securities Act, Seller sells.") == [
        ("Section 1.3", ["Section 1.3"])
    ]
    assert pointing("Seller terminates under Section 1.3, to enter into a binding agreement.") == [
        ("Section 1.3", ["Section 1.3"])
    ]


def test_a_disclosure_schedule_has_numbers_of_its_own(pointing: Pointing) -> None:
    assert pointing("Section 1.3 of the Seller Disclosure Letter lists them.") == [
        ("Section 1.3 of the Seller Disclosure Letter", [])
    ]


def test_the_agreement_by_its_own_name(pointing: Pointing) -> None:
    assert pointing("Section 1.3 of the Share Purchase Agreement and Section 1.2 of the Agreement apply.") == [
        ("Section 1.3 of the Share Purchase Agreement", ["Section 1.3"]),
        ("Section 1.2 of the Agreement", ["Section 1.2"]),
    ]
