"""Defined terms: undefined, unused, defined twice or in a circle, nearly a term, or defined where nobody looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.content import FindingSeverity

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.content import Finding

DEFINITIONS = (
    "Article 1. Definitions",
    '1.1 "Business Day" means a day on which banks in Oslo are open.',
    '1.2 "Applicable Laws and Permits" means the laws and permits that bind Seller.',
    "Article 2. Sale",
)


def test_a_phrase_capitalised_time_and_again_needs_a_definition(messages: Callable[..., list[str]]) -> None:
    clause = "2.1 Sale. Seller tells of any Restructuring Event, cures the Restructuring Event and pays for it."
    once = "2.2 More. No Restructuring Event has happened."
    said = "“Restructuring Event” is written like a defined term 3 times, and this agreement doesn’t define it."
    assert messages("undefined-term", *DEFINITIONS, clause, once) == [said]
    assert messages("undefined-term", *DEFINITIONS, clause) == []


def test_a_term_that_says_nothing_by_itself_needs_one_at_once(messages: Callable[..., list[str]]) -> None:
    (said,) = messages(
        "undefined-term", *DEFINITIONS, "2.1 Default. Seller may end this if an Event of Default occurs."
    )
    assert said.startswith("“Event of Default” is written like a defined term, ")


@pytest.mark.parametrize(
    "clause",
    [
        "2.1 Default. Non-payment shall constitute an Event of Default. After an Event of Default Seller may end this.",
        "2.1 Default. An event happens when an Event of Default (as defined in the Bonds) occurs.",
        "2.1 Default. Buyer pays if an Event of Default under the Facility Agreement occurs.",
        '2.1 Default. Buyer pays late (an "Event of Default"). After an Event of Default Seller may end this.',
        "2.1 Business. Each Business Day counts, and the Business Days in May count, and no other Business Day does.",
        "2.1 Court. The Supreme Court Act, the Labor Act Office and the Oslo Stock Exchange govern.",
        "2.1 Names. Seller pays Harbor Assets Ltd., and Harbor Assets Ltd. pays Harbor Assets Ltd. in turn.",
        "2.1 Else. Capitalized terms have the meaning set forth in the Bid Agreement. An Event of Default ends this.",
    ],
)
def test_what_is_defined_explained_or_a_name_is_left_alone(messages: Callable[..., list[str]], clause: str) -> None:
    assert messages("undefined-term", *DEFINITIONS, clause) == []


def test_a_term_that_no_clause_uses_is_told(messages: Callable[..., list[str]]) -> None:
    clause = '2.1 Sale. Seller hands over the depositary receipts ("DRs"). Each DR counts.'
    said = ["“DRs” is defined here and used nowhere else. “DR” stands in Section 2.1."]
    assert [one for one in messages("unused-term", *DEFINITIONS, clause) if "DRs" in one] == said


def test_a_term_used_in_either_number_or_in_capitals_is_used(messages: Callable[..., list[str]]) -> None:
    clause = "2.1 Time. Within two Business Days SELLER KEEPS APPLICABLE LAWS AND PERMITS."
    said = messages("unused-term", *DEFINITIONS, clause)
    assert not [one for one in said if "Business Day" in one or "Permits" in one]


def test_two_definitions_that_say_different_things_are_a_warning(findings: Callable[..., list[Finding]]) -> None:
    again = '2.1 Time. "Business Day" shall mean whatever Buyer holds open for trade in Bergen.'
    (twice,) = findings("duplicate-definition", *DEFINITIONS, again)
    assert twice.severity is FindingSeverity.WARNING
    assert twice.message == "“Business Day” is defined in Section 1.1 already."


@pytest.mark.parametrize(
    "clause",
    [
        '2.1 Time. For purposes of this Section, "Business Day" means whatever Buyer holds open.',
        '2.1 Time. "Business Day" has the meaning set forth in Section 1.1.',
        '2.1 Words. A reference to: "Business Day" or any other day is a reference to that day in Oslo.',
    ],
)
def test_local_definitions_and_pointers_are_no_second_ones(messages: Callable[..., list[str]], clause: str) -> None:
    assert messages("duplicate-definition", *DEFINITIONS, clause) == []


def test_definitions_that_rest_on_each_other_alone_are_told(messages: Callable[..., list[str]]) -> None:
    said = messages(
        "circular-definition",
        *DEFINITIONS,
        '2.1 "Bonus Shares" means the shares issued in the Bonus Issue.',
        '2.2 "Bonus Issue" means the issue of the Bonus Shares by Seller.',
        '2.3 "Works" means the Plant, the Tools and the Site.',
        '2.4 "Site" means the land on which the Works stand.',
    )
    circle = "“Bonus Shares” → “Bonus Issue” → “Bonus Shares”"
    assert said == [f"These definitions rest on each other: {circle}. None of them says what is meant."]


def test_a_number_inside_a_term_makes_it_another(findings: Callable[..., list[Finding]]) -> None:
    (variant,) = findings("term-variant", *DEFINITIONS, "2.1 Care. Seller keeps all Applicable Law and Permits.")
    assert variant.severity is FindingSeverity.WARNING
    assert (
        variant.message
        == "“Applicable Law and Permits” is no defined term; “Applicable Laws and Permits” is, in Section 1.2."
    )


def test_small_letters_are_a_note_where_one_thing_is_meant(findings: Callable[..., list[Finding]]) -> None:
    (variant,) = findings("term-variant", *DEFINITIONS, "2.1 Time. Buyer pays within five (5) business days.")
    assert variant.severity is FindingSeverity.NOTE


@pytest.mark.parametrize(
    "clause",
    [
        "2.1 Time. Buyer pays on the last of the Business Days in May.",
        "2.1 Time. A business day is long, and the business day of any person is its own.",
        "2.1 Time. The Norwegian Business Day Index governs.",
    ],
)
def test_plurals_common_words_and_names_are_no_variants(messages: Callable[..., list[str]], clause: str) -> None:
    assert messages("term-variant", *DEFINITIONS, clause) == []


def test_an_exclusion_defined_in_a_representation_is_told(messages: Callable[..., list[str]]) -> None:
    said = messages(
        "definition-outside-definitions",
        *DEFINITIONS,
        '2.1 Sale. Seller represents and warrants that Seller and its subsidiaries (the "Group Members", provided that'
        " such term does not include Reef Ltd.) pay their taxes.",
        "Article 3. Covenants",
        "3.1 Care. Seller makes the Group Members keep their books.",
    )
    assert said == [
        "“Group Members” leaves something out, another article uses it, and it is defined here, not in Article 1."
    ]


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("Reef Trading, Inc.", "Reef Trading Inc.", True),
        ("Reef Trading Ltd.", "Reef Trading Limited", True),
        ("Reef Trading Ltd.", "REEF TRADING LTD.", False),
        ("Reef Trading Ltd.", "Reef Shipping Ltd.", False),
    ],
)
def test_a_company_has_one_name(messages: Callable[..., list[str]], first: str, second: str, told: bool) -> None:
    said = messages(
        "name-variant", *DEFINITIONS, f"2.1 Sale. Seller owns {first} and lends to {first} and to {second} too."
    )
    assert bool(said) is told


def test_a_standard_that_decides_a_representation_needs_a_meaning(messages: Callable[..., list[str]]) -> None:
    said = messages(
        "undefined-standard",
        *DEFINITIONS,
        "2.1 Suits. Seller represents and warrants that, to Seller's knowledge, there is no suit against it.",
        "2.2 Loss. Seller represents and warrants that no event has had a material adverse effect on its business.",
        "2.3 Taxes. Seller represents and warrants that, to Seller's knowledge, no tax is overdue.",
    )
    whose, what = "whose knowledge counts and after what inquiry", "what such an effect is"
    assert said == [
        f"“to Seller's knowledge” is the first of 2 such tests, and nothing says {whose}.",
        f"“material adverse effect” is a test of its own, and nothing says {what}.",
    ]


@pytest.mark.parametrize(
    "meaning",
    ['"Knowledge" means what Seller\'s directors know.', "Knowledge of Seller means what its directors know."],
)
def test_a_standard_is_defined_with_or_without_quotation_marks(
    messages: Callable[..., list[str]], meaning: str
) -> None:
    clause = "2.1 Suits. Seller represents and warrants that, to Seller's knowledge, there is no suit against it."
    assert messages("undefined-standard", *DEFINITIONS, clause, f"2.2 Words. {meaning}") == []


def test_a_list_of_definitions_that_stands_twice_is_told_once(messages: Callable[..., list[str]]) -> None:
    made = [f'1.{number} "Term{number}" means the thing number {number}.' for number in range(1, 9)]
    (said,) = messages(
        "duplicate-definition",
        "Article 1. Definitions",
        *made,
        "Article 2. Definitions",
        *(f"2{one[1:]}" for one in made),
    )
    assert said == "“Term1” is defined in Section 1.1 already, and 7 more of these terms are defined twice."
