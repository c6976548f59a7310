"""Gaps in exceptions for an event: what one clause excuses, its twin doesn't."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from carveout.agreement.content import GapStrength

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.content import Gap

    Found: TypeAlias = list[tuple[str, Gap]]

EXCEPT = 'except for any adverse effects caused by the petition by Gamma Trading, Inc. ("Gamma")'
AGAIN = "except for any adverse effects caused by the petition by Gamma"
FIRST = f"1.1 Changes. There has been no material adverse effect on the business of Seller, {EXCEPT}."
CONDITIONS = (
    "ARTICLE II\nCONDITIONS\nThe obligation of Buyer to close is subject to satisfaction of the following conditions:"
)
TERMINATION = "ARTICLE III\nTERMINATION\n3.1 Rights. Buyer may terminate this Agreement if:"


def test_a_termination_right_stays_bare_where_the_condition_is_excused(represented: Callable[..., Found]) -> None:
    found = represented(
        FIRST,
        CONDITIONS,
        f"2.1 No event shall have occurred that is likely to have a material adverse effect on the "
        f"business of Seller, {AGAIN}.",
        TERMINATION,
        "(a) an event occurs that has a material adverse effect on the business of Seller; or",
        "(b) the Closing has not taken place by May 5, 2030.",
    )
    assert [(citation, gap.strength) for citation, gap in found] == [("Section 3.1(a)", GapStrength.STRONG)]
    assert found[0][1].message == (
        "Section 3.1(a) turns on “material adverse effect” without the exception for Gamma that "
        "Section 2.1 has: what it "
        "excuses still lets the agreement be terminated."
    )


def test_a_test_of_effects_on_somebody_else_is_no_gap(represented: Callable[..., Found]) -> None:
    found = represented(
        FIRST,
        f"1.2 Prospects. Nothing is likely to have a material adverse effect on the prospects of Seller, {AGAIN}.",
        "1.3 Buyer. Nothing is likely to have a material adverse effect on the business of Buyer.",
    )
    assert found == []


def test_an_item_stays_bare_where_the_others_of_its_list_are_excused(represented: Callable[..., Found]) -> None:
    excused = "except for Proceedings arising out of the petition by"
    found = represented(
        "1.1 Lawsuits. Seller is not:",
        '(i) party to any lawsuit ("Proceedings");',
        f'(ii) likely to become party to Proceedings, {excused} Gamma Ltd. ("Gamma"); or',
        f"(iii) threatened by Proceedings, {excused} Gamma.",
    )
    assert [citation for citation, _ in found] == ["Section 1.1(i)"]


def test_an_item_on_another_matter_is_no_gap(represented: Callable[..., Found]) -> None:
    excused = "except for Proceedings arising out of the petition by"
    found = represented(
        "1.1 Lawsuits. Seller has not:",
        "(i) changed its name;",
        f'(ii) become party to Proceedings, {excused} Gamma Ltd. ("Gamma"); or',
        f"(iii) been threatened by Proceedings, {excused} Gamma.",
    )
    assert found == []


def test_harm_beside_an_excused_effect_is_a_medium_gap(represented: Callable[..., Found]) -> None:
    found = represented(
        FIRST,
        "1.2 Events. There are no events likely to have a material adverse effect on the assets of "
        "Seller or that may cause "
        f"damage to Buyer, {AGAIN}.",
    )
    assert [(citation, gap.strength) for citation, gap in found] == [("Section 1.2", GapStrength.MEDIUM)]


def test_one_exception_has_no_siblings_and_no_gap(represented: Callable[..., Found]) -> None:
    found = represented(FIRST, "1.2 Again. There has been no material adverse effect on the business of Seller.")
    assert found == []


def test_things_left_out_here_and_there_make_no_gap(represented: Callable[..., Found]) -> None:
    found = represented(
        '1.1 Liens. No lien burdens the assets, other than those in Schedule 1 ("Permitted Liens").',
        "1.2 Land. No lien burdens the Land, other than Permitted Liens.",
        "1.3 Plant. No lien burdens the Plant, other than Permitted Liens.",
        "1.4 Machines. No lien burdens the machines.",
    )
    assert found == []
