"""Gaps between clauses that agreements write alike: enforceability, title, rights to terminate, adverse effects."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from carveout.agreement.content import GapStrength

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.content import Gap

    Found: TypeAlias = list[tuple[str, Gap]]

ENFORCEABLE = (
    "This Agreement is a valid and binding obligation of {} enforceable against it in accordance with its terms"
)
BUYER = "ARTICLE II\nREPRESENTATIONS OF BUYER\nBuyer represents and warrants to Seller as follows:"
TERMINATION = "ARTICLE III\nTERMINATION\n3.1 Rights. This Agreement may be terminated at any time:"
BREACH = "if {} has breached any of its representations, warranties or covenants"


def test_enforceability_without_the_exception_that_the_other_party_has(represented: Callable[..., Found]) -> None:
    found = represented(
        f"1.1 Authority. {ENFORCEABLE.format('Seller')}.",
        BUYER,
        f"2.1 Authority. {ENFORCEABLE.format('Buyer')}, except as limited by bankruptcy and insolvency laws.",
    )
    assert [(citation, gap.strength) for citation, gap in found] == [("Section 1.1", GapStrength.STRONG)]


def test_an_exception_in_the_next_sentence_counts(represented: Callable[..., Found]) -> None:
    found = represented(
        f"1.1 Authority. {ENFORCEABLE.format('Seller')}. This is subject to principles of equity.",
        BUYER,
        f"2.1 Authority. {ENFORCEABLE.format('Buyer')}, except as limited by bankruptcy and insolvency laws.",
    )
    assert found == []


def test_another_exception_leaves_no_bare_enforceability(represented: Callable[..., Found]) -> None:
    found = represented(
        "1.1 Leases. All leases are enforceable in accordance with their terms, except where the failure to be so "
        "would not harm Seller.",
        BUYER,
        f"2.1 Authority. {ENFORCEABLE.format('Buyer')}, except as limited by bankruptcy and insolvency laws.",
    )
    assert found == []


def test_where_nobody_excepts_insolvency_there_is_no_gap(represented: Callable[..., Found]) -> None:
    found = represented(
        f"1.1 Authority. {ENFORCEABLE.format('Seller')}.", BUYER, f"2.1 Authority. {ENFORCEABLE.format('Buyer')}."
    )
    assert found == []


def titles(last: str) -> tuple[str, ...]:
    return (
        'ARTICLE IV\nDEFINITIONS\n4.1 "Permitted Liens" means liens for taxes not yet due.',
        "ARTICLE V\nREPRESENTATIONS\nSeller represents and warrants to Buyer as follows:",
        "5.1 Land. Seller owns the land free and clear of all Liens, other than Permitted Liens.",
        last,
    )


def test_a_title_without_the_permitted_liens_that_another_leaves(gaps_of: Callable[..., Found]) -> None:
    found = gaps_of(*titles("5.2 Plant. Seller owns the plant free and clear of all Liens."))
    assert [(citation, gap.subject) for citation, gap in found] == [("Section 5.2", "Permitted Liens")]


def test_title_to_shares_is_free_of_everything_as_a_rule(gaps_of: Callable[..., Found]) -> None:
    assert gaps_of(*titles("5.2 Shares. Seller owns the Shares free and clear of all Liens.")) == []


def test_a_title_with_another_exception_is_no_gap(gaps_of: Callable[..., Found]) -> None:
    found = gaps_of(
        *titles("5.2 Plant. Seller owns the plant free and clear of all Liens, except as set forth on Schedule 2.")
    )
    assert found == []


def test_a_right_to_terminate_that_is_not_denied_to_a_party_at_fault(gaps_of: Callable[..., Found]) -> None:
    found = gaps_of(
        TERMINATION,
        f"(a) by Buyer, {BREACH.format('Seller')}, provided that Buyer is not then in breach of this Agreement; or",
        f"(b) by Seller, {BREACH.format('Buyer')}.",
    )
    assert [(citation, gap.strength) for citation, gap in found] == [("Section 3.1(b)", GapStrength.MEDIUM)]


def test_a_right_over_a_bar_by_law_is_compared_with_the_one_over_delay(gaps_of: Callable[..., Found]) -> None:
    found = gaps_of(
        TERMINATION,
        "(a) by either party, if the Closing shall not have occurred by May 5, 2030, provided that the right is not "
        "available to a party whose breach is the cause; or",
        "(b) by either party, if a final injunction prohibits the Closing.",
    )
    assert [citation for citation, _ in found] == ["Section 3.1(b)"]


def test_a_party_that_must_have_done_its_best_is_denied_too(gaps_of: Callable[..., Found]) -> None:
    found = gaps_of(
        TERMINATION,
        "(a) by either party, if the Closing shall not have occurred by May 5, 2030, provided that the right is not "
        "available to a party whose breach is the cause; or",
        "(b) by either party, if a final injunction prohibits the Closing, provided that it shall have used its best "
        "efforts to lift it.",
    )
    assert found == []


def test_rights_that_are_both_denied_are_equal(gaps_of: Callable[..., Found]) -> None:
    found = gaps_of(
        TERMINATION,
        f"(a) by Buyer, {BREACH.format('Seller')}, provided that Buyer is not then in breach of this Agreement; or",
        f"(b) by Seller, {BREACH.format('Buyer')}, provided that Seller is not then in breach of this Agreement.",
    )
    assert found == []


def test_a_sentence_for_all_rights_denies_each(gaps_of: Callable[..., Found]) -> None:
    found = gaps_of(
        "ARTICLE III\nTERMINATION\n3.1 Rights. No right below is available to a party in breach, and "
        "is not available if "
        "its breach is the cause. This Agreement may be terminated:",
        f"(a) by Buyer, {BREACH.format('Seller')}, provided that Buyer is not then in breach of this Agreement; or",
        f"(b) by Seller, {BREACH.format('Buyer')}.",
    )
    assert found == []


DEFINED = (
    'ARTICLE IV\nDEFINITIONS\n4.1 "Material Adverse Effect" means any event that has a material '
    "adverse effect on the "
    "business, assets or results of operations of Seller, other than any event arising from (a) "
    "changes in general economic "
    "conditions, (b) acts of war, (c) changes in law or (d) the announcement of this Agreement."
)


def test_a_test_in_words_of_its_own_goes_without_the_definition_s_exclusions(represented: Callable[..., Found]) -> None:
    found = represented(
        "1.1 Changes. No event has had a material adverse effect on the business or assets of Seller.", DEFINED
    )
    assert [(citation, gap.strength) for citation, gap in found] == [("Section 1.1", GapStrength.STRONG)]


def test_a_test_that_measures_an_exception_matters_less(represented: Callable[..., Found]) -> None:
    found = represented(
        "1.1 Permits. Seller has all permits, except as would not have a material adverse effect on the business or "
        "assets of Seller.",
        DEFINED,
    )
    assert [(citation, gap.strength) for citation, gap in found] == [("Section 1.1", GapStrength.MEDIUM)]


def test_the_defined_term_carries_them(represented: Callable[..., Found]) -> None:
    assert represented("1.1 Changes. No event has had a Material Adverse Effect.", DEFINED) == []


def test_an_effect_on_the_ability_to_perform_is_another_matter(represented: Callable[..., Found]) -> None:
    found = represented(
        "1.1 Changes. No event has had a material adverse effect on the ability of Seller to run its "
        "business and assets.",
        DEFINED,
    )
    assert found == []
