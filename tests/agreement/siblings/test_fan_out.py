"""What a definition's exclusion narrows without a word in the clauses that use the term."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.close_reading import read_closely
from carveout.agreement.content import CarveoutKind
from carveout.agreement.remedy import RoleKind
from carveout.agreement.siblings.fan_out import Count, FanOut, fan_outs

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading

GROUP = (
    '1.1 Group. Seller and its subsidiaries (the "Group Companies"; provided, that such term does not include Gamma '
    "Ltd.) are set forth in Schedule 1."
)
REPRESENTS = "ARTICLE I\nREPRESENTATIONS OF SELLER\nSeller represents and warrants to Buyer as follows:"


@pytest.fixture(scope="module")
def group(close_sample: Reading) -> FanOut:
    return fan_outs(close_sample)[0]


@pytest.fixture(scope="module")
def of_deal(deal: Callable[..., Reading]) -> Callable[..., tuple[Reading, FanOut]]:
    def made(*clauses: str) -> tuple[Reading, FanOut]:
        reading = read_closely(deal(REPRESENTS, GROUP, *clauses))
        return reading, fan_outs(reading)[0]

    return made


@pytest.mark.parametrize(
    ("citation", "uses", "own"),
    [
        ("Section 3.1", 2, ""),
        ("Section 3.2", 2, ""),
        ("Section 3.8", 3, ""),
        ("Section 3.9", 2, ""),
        ("Section 3.11", 1, ""),
        ("Section 3.12", 2, ""),
        ("Section 3.13", 3, ""),
        ("Section 3.14", 1, "twice"),
        ("Section 3.15", 1, "collide"),
        ("Section 3.16", 2, "twice"),
        ("Section 3.17", 3, ""),
        ("Section 3.18", 1, "twice"),
        ("Section 4.1", 1, ""),
        ("Section 4.2", 2, ""),
        ("Section 4.4", 1, ""),
        ("Section 4.7", 1, ""),
        ("Section 12.4", 1, ""),
        ("Article 13", 4, ""),
        ("Section 18.1", 2, ""),
        ("Exhibit 3-1", 1, ""),
        ("Exhibit 3-7", 1, ""),
    ],
)
def test_the_sample_s_exclusion_narrows_each_section_that_uses_the_group(
    close_sample: Reading, group: FanOut, citation: str, uses: int, own: str
) -> None:
    narrowed = next(one for one in group.narrowed if close_sample.outline[one.clause].citation == citation)
    assert len(narrowed.uses) == uses
    brought_back = {one.kind is CarveoutKind.INCLUSION for one in narrowed.own}
    assert brought_back == {"": set(), "twice": {False}, "collide": {True}}[own]


def test_the_sample_s_exclusion_narrows_nothing_else(group: FanOut) -> None:
    assert len(group.narrowed) == 21
    assert sum(len(one.uses) for one in group.narrowed) == 37


def test_the_two_siblings_of_a_section_are_both_its_own(close_sample: Reading, group: FanOut) -> None:
    lawsuits = next(one for one in group.narrowed if close_sample.outline[one.clause].citation == "Section 3.16")
    assert [close_sample.outline[one.clause].citation for one in lawsuits.own] == [
        "Section 3.16(ii)",
        "Section 3.16(iii)",
    ]


def test_the_counts_say_how_many_of_each_role(group: FanOut) -> None:
    narrowed = {count.role: count.narrowed for count in group.counts}
    assert group.counts[0] == Count(RoleKind.REPRESENTATION, 12, 18)
    assert narrowed == {RoleKind.REPRESENTATION: 12, RoleKind.COVENANT: 6, RoleKind.TERMINATION: 1}
    assert group.sentence == (
        "The exclusion narrows 12 of 18 representations, 6 covenants and 1 termination right through “IIJ Group "
        "Companies”. It doesn’t help the 6 that don’t use the term."
    )


def test_what_the_exclusion_does_not_help(close_sample: Reading, group: FanOut) -> None:
    assert [close_sample.outline[clause].citation for clause in group.untouched] == [
        *(f"Section 3.{number}" for number in range(3, 8)),
        "Section 3.10",
        "Section 3.11(2)",
    ]


def test_a_section_that_uses_the_term_is_narrowed_in_all_its_items(
    of_deal: Callable[..., tuple[Reading, FanOut]],
) -> None:
    reading, fan_out = of_deal(
        "1.2 Taxes. The Group Companies have:\n\n(a) filed all returns; and\n\n(b) paid all taxes."
    )
    assert [reading.outline[one.clause].citation for one in fan_out.narrowed] == ["Section 1.1", "Section 1.2"]
    assert fan_out.untouched == ()


def test_a_representation_without_the_term_is_not_helped(of_deal: Callable[..., tuple[Reading, FanOut]]) -> None:
    reading, fan_out = of_deal(
        "1.2 Taxes. The Group Companies have paid all taxes.", "1.3 Title. Seller owns the shares of Target."
    )
    assert [reading.outline[clause].citation for clause in fan_out.untouched] == ["Section 1.3"]
    assert fan_out.sentence.endswith("It doesn’t help the one that doesn’t use the term.")


def test_only_exclusions_from_definitions_fan_out(close_sample: Reading) -> None:
    assert {one.carveout.kind for one in fan_outs(close_sample)} == {CarveoutKind.DEFINITION}


def test_an_agreement_without_an_exclusion_has_no_fan_out(deal: Callable[..., Reading]) -> None:
    assert fan_outs(read_closely(deal(REPRESENTS, "1.1 Title. Seller owns the shares."))) == ()
