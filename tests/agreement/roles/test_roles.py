"""What each clause is for, told by its words and by the headings above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.close_reading import read_closely
from carveout.agreement.remedy import RoleKind
from carveout.agreement.roles.nearest import NearestRoles

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading

REMEDIES = {
    "Section 5.1": RoleKind.CONDITION,
    "Section 5.2": RoleKind.CONDITION,
    "Section 5.3": RoleKind.CONDITION,
    "Section 5.4": RoleKind.CONDITION,
    "Section 5.5": RoleKind.CONDITION,
    "Article 6(5)": RoleKind.CERTIFICATE,
    "Section 12.6": RoleKind.NOTICE,
    "Section 18.1(1)": RoleKind.TERMINATION,
    "Section 18.1(2)": RoleKind.TERMINATION,
    "Section 18.1(3)": RoleKind.TERMINATION,
    "Section 18.2": RoleKind.TERMINATION,
    "Article 20(1)": RoleKind.INDEMNITY,
    "Article 20(2)": RoleKind.INDEMNITY,
}


def of_kind(reading: Reading, *kinds: RoleKind) -> dict[str, RoleKind]:
    return {reading.outline[role.clause].citation: role.kind for role in reading.roles if role.kind in kinds}


def test_the_remedies_of_the_sample_stand_where_they_are_granted(close_sample: Reading) -> None:
    assert of_kind(close_sample, *set(REMEDIES.values())) == REMEDIES


def test_the_representations_of_the_sample(close_sample: Reading) -> None:
    assert [role.clause for role in close_sample.roles if role.kind is RoleKind.REPRESENTATION] == [
        one.clause for one in close_sample.representations
    ]


def test_the_covenants_of_the_sample(close_sample: Reading) -> None:
    covenants = of_kind(close_sample, RoleKind.COVENANT)
    assert {f"Section 4.{number}" for number in range(1, 8)} <= set(covenants)
    assert {"Section 12.4", "Article 13", "Section 16.3"} <= set(covenants)
    assert not set(covenants) & {"Section 12.6", "Section 18.1", "Article 20", "Article 21", "Section 3.8"}


@pytest.fixture(scope="module")
def told(deal: Callable[..., Reading]) -> Callable[..., dict[str, set[RoleKind]]]:
    def found(*clauses: str) -> dict[str, set[RoleKind]]:
        reading = read_closely(deal("ARTICLE V", "TERMS", *clauses))
        kinds: dict[str, set[RoleKind]] = {}
        for role in reading.roles:
            kinds.setdefault(reading.outline[role.clause].citation, set()).add(role.kind)
        return kinds

    return found


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Seller shall deliver the books to Buyer.", RoleKind.COVENANT),
        ("Seller, at its own expense, shall deliver the books to Buyer.", RoleKind.COVENANT),
        ("Neither party shall assign its rights.", RoleKind.COVENANT),
        ("Each of Seller and Buyer shall bear its costs.", RoleKind.COVENANT),
        ("If the price is not paid, Buyer shall return the Shares.", RoleKind.COVENANT),
        ("Seller hereby covenants and agrees to keep the books.", RoleKind.COVENANT),
        ("Buyer may terminate this Agreement by notice to Seller.", RoleKind.TERMINATION),
        ("This Agreement may be terminated by either party.", RoleKind.TERMINATION),
        ("Buyer has the right to terminate this Agreement at any time.", RoleKind.TERMINATION),
        ("Seller shall indemnify and hold harmless Buyer from all losses.", RoleKind.INDEMNITY),
        ("Seller shall, jointly and not severally, defend, indemnify and hold Buyer harmless.", RoleKind.INDEMNITY),
        ("Buyer shall have received a certificate of Seller certifying that all is so.", RoleKind.CERTIFICATE),
        ("Seller hereby indemnifies and holds harmless Buyer against all losses.", RoleKind.INDEMNITY),
        ("Seller shall promptly notify Buyer of any claim.", RoleKind.NOTICE),
        ("Seller shall give Buyer prompt written notice of any claim.", RoleKind.NOTICE),
    ],
)
def test_the_words_that_give_a_clause_its_role(
    told: Callable[..., dict[str, set[RoleKind]]], words: str, kind: RoleKind
) -> None:
    assert kind in told(f"Section 5.1 Matter. {words}").get("Section 5.1", set())


@pytest.mark.parametrize(
    "words",
    [
        "The Closing shall take place in Berlin.",
        "This Agreement shall be governed by the laws of Delaware.",
        "If Buyer terminates this Agreement, the deposit is returned.",
        "If Buyer shall fail to pay, the deposit is lost.",
        "The obligations of Seller shall end at the Closing.",
        "Nothing prepared by or on behalf of any party will affect the meaning of this Agreement.",
        "The Indemnifying Party is whoever is asked.",
        "The certificate of incorporation is attached.",
        "All notices are made in writing.",
    ],
)
def test_words_that_give_a_clause_none(told: Callable[..., dict[str, set[RoleKind]]], words: str) -> None:
    assert "Section 5.1" not in told(f"Section 5.1 Matter. {words}")


def test_each_item_that_a_condition_leads_into_is_one(told: Callable[..., dict[str, set[RoleKind]]]) -> None:
    kinds = told(
        "Section 5.1 Closing. The obligations of Buyer are subject to the satisfaction of the following conditions:",
        "(a) the books shall have been delivered; and",
        "(b) no injunction shall be in force.",
    )
    assert kinds == {"Section 5.1(a)": {RoleKind.CONDITION}, "Section 5.1(b)": {RoleKind.CONDITION}}


def test_a_heading_makes_conditions_of_what_stands_below_it(told: Callable[..., dict[str, set[RoleKind]]]) -> None:
    kinds = told(
        "Section 5.1 Conditions to the Obligations of Buyer. These must be met:",
        "(a) the books have been delivered; and",
        "(b) no injunction is in force.",
    )
    assert kinds == {"Section 5.1(a)": {RoleKind.CONDITION}, "Section 5.1(b)": {RoleKind.CONDITION}}


def test_grounds_to_terminate_are_alternatives_and_what_must_all_be_there_is_one_right(
    told: Callable[..., dict[str, set[RoleKind]]],
) -> None:
    grounds = told("Section 5.1 End. Buyer may terminate this Agreement if:", "(a) Seller dies; or", "(b) Buyer dies.")
    assert set(grounds) == {"Section 5.1(a)", "Section 5.1(b)"}
    steps = told("Section 5.1 End. Buyer may terminate this Agreement if:", "(a) it pays; and", "(b) Seller agrees.")
    assert set(steps) == {"Section 5.1"}


def test_a_clause_has_the_role_of_the_nearest_above_that_has_one(deal: Callable[..., Reading]) -> None:
    reading = read_closely(
        deal(
            "ARTICLE V",
            "TERMS",
            "Section 5.1 Notice. If (i) a claim is made, or (ii) a fire breaks out, Seller shall notify Buyer.",
        )
    )
    nearest = NearestRoles(reading.outline, reading.roles)
    items = [clause.id for clause in reading.outline if clause.number in {"(i)", "(ii)"}]
    assert [nearest.of(item) for item in items] == [RoleKind.NOTICE, RoleKind.NOTICE]
