"""The limbs of a long exclusion, as adverse-effect definitions have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.content import CarveoutKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading

ADVERSE = (
    "1.1 Terms. “Material Adverse Effect” means any effect that is bad for the Company; provided, however, that none of"
    " the following shall be taken into account: (a) changes in the economy; (b) changes in law (including tax law);"
    " (c) acts of war, terrorism or nature; or (d) the announcement of this Agreement; except to the extent that the"
    " Company is hit harder than its peers."
)


def test_each_limb_is_a_carve_out_beside_the_whole(deal: Callable[..., Reading]) -> None:
    reading = deal(ADVERSE, "1.2 Absence. There has been no Material Adverse Effect.")
    whole, *limbs, back = reading.carveouts
    assert whole.quote.startswith("provided, however, that none of the following")
    assert [limb.quote for limb in limbs] == [
        "changes in the economy",
        "changes in law (including tax law)",
        "acts of war, terrorism or nature",
        "the announcement of this Agreement",
    ]
    assert back.quote == "except to the extent that the Company is hit harder than its peers"
    assert {one.kind for one in (whole, *limbs)} == {CarveoutKind.DEFINITION}
    assert back.kind is CarveoutKind.INCLUSION
    assert {reading.outline[clause].citation for one in reading.carveouts for clause in one.reaches} == {"Section 1.2"}


def test_two_limbs_stay_together(deal: Callable[..., Reading]) -> None:
    reading = deal("1. “Debt” means all debt; provided that Debt shall not include both (i) taxes; and (ii) rent.")
    assert [one.quote for one in reading.carveouts] == [
        "provided that Debt shall not include both (i) taxes; and (ii) rent"
    ]


def test_what_an_item_says_beside_the_list_inside_it_is_a_limb_too(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. “Adverse Effect” means any bad effect; provided that none of the following is one: (a) any change that"
        " impacts the industry in general or that arises from (i) the economy, (ii) changes in law, or (iii) any storm."
    )
    assert [one.quote for one in reading.carveouts[1:]] == [
        "any change that impacts the industry in general",
        "the economy",
        "changes in law",
        "any storm",
    ]


def test_what_only_leads_to_the_list_inside_an_item_is_no_limb(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. “Adverse Effect” means any bad effect; provided that none of the following is one: (a) any change that"
        " arises from (i) the economy, (ii) changes in law, or (iii) any storm."
    )
    assert [one.quote for one in reading.carveouts[1:]] == ["the economy", "changes in law", "any storm"]


def test_a_proviso_to_one_item_does_not_end_the_list(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. “Adverse Effect” means, as in clause (a) or not, any effect; provided that there shall be excluded"
        " any effect of (i) changes in law; (ii) missed forecasts; provided that the exception in this clause"
        " (ii) shall not prevent causes from counting; (iii) any storm; provided, further, that clauses (i), (iii)"
        " and (iv) shall not apply to Article 5."
    )
    whole, *rest = reading.carveouts
    assert whole.quote.endswith("(iii) any storm")
    assert [one.quote for one in rest if one.kind is CarveoutKind.DEFINITION] == [
        "changes in law",
        "missed forecasts; provided that the exception in this clause (ii) shall not prevent causes from counting",
        "any storm",
    ]
    assert [one.quote for one in rest if one.kind is CarveoutKind.INCLUSION] == [
        "provided that the exception in this clause (ii) shall not prevent causes from counting",
        "provided, further, that clauses (i), (iii) and (iv) shall not apply to Article 5",
    ]


def test_a_list_inside_the_only_item_is_read(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. “Adverse Effect” means any effect other than: (a) any that comes of (i) the economy, (ii) any war or (iii)"
        " changes in law."
    )
    assert [one.quote for one in reading.carveouts[1:]] == ["the economy", "any war", "changes in law"]


def test_a_semicolon_that_only_looks_like_one_parts_items(deal: Callable[..., Reading]) -> None:
    mark = "\N{GREEK QUESTION MARK}"
    reading = deal(
        f"1. “Debt” means all debt other than (a) rent{mark} (b) tax{mark} and (c) wages{mark} Seller pays it."
    )
    assert [one.quote for one in reading.carveouts[1:]] == ["rent", "tax", "wages"]


def test_an_item_that_is_but_a_list_gives_its_own_items(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. “Adverse Effect” means any effect, other than (a) changes in law; (b) (i) any war, or threat of it, (ii)"
        " any epidemic (or its spread) or (iii) any storm; or (c) the markets (including (A) rates and (B) prices)."
    )
    _, *limbs = reading.carveouts
    assert [limb.quote for limb in limbs] == [
        "changes in law",
        "any war, or threat of it",
        "any epidemic (or its spread)",
        "any storm",
        "the markets (including (A) rates and (B) prices)",
    ]


def test_a_section_that_is_named_is_no_item_of_a_list(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. Buyer may end it; provided that it may not do so under Section 7.1(b) if it is in breach; provided,"
        " further, that, but for Section 6.1(a), (c) and (d), Seller may extend it."
    )
    assert reading.carveouts[0].quote.endswith("if it is in breach")


def test_the_items_of_what_is_defined_are_not_left_out(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. “Offer” means any offer from any Person other than Buyer relating to any (a) merger, (b) sale or (c) lease"
        " of the Company."
    )
    assert len(reading.carveouts) == 1
