"""The picture of a subject: a tile for each representation and remedy, and for what else the subject concerns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.close_reading import read_closely
from carveout.agreement.content import CarveoutKind, Gap, GapStrength
from carveout.agreement.read import read
from carveout.agreement.remedy import RoleKind
from carveout.agreement.siblings.picture import Group, Picture, picture

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading

AGREEMENT = b"""                      SHARE PURCHASE AGREEMENT

     This Agreement is made on May 5, 2024 between Alpha Corp. ("Seller") and
Beta Inc. ("Buyer"), who agree as follows:

Article 1.  Representations and Warranties

     The Seller represents and warrants to the Buyer as follows:

     1.1  Subsidiaries.  "Group Companies" means the Seller and its subsidiaries,
provided, that such term does not include Gamma Ltd. ("Gamma").

     1.2  Organization.  Each of the Group Companies is duly organized.

     1.3  No Changes.  There has been no change, except for effects of the petition
by Gamma.

     1.4  Title.  The Seller owns the shares.

Article 2.  Covenants

     2.1  Business.  The Seller shall carry on the business of the Group Companies.

     2.2  Notices.  The Seller shall keep its books in order.

Article 3.  Conditions

     The obligation of the Buyer to close is subject to the following conditions:

     3.1  No change shall have occurred, except for effects of the petition by Gamma.
"""


@pytest.fixture(scope="module")
def drawn() -> tuple[Reading, Picture]:
    reading = read_closely(read(AGREEMENT, "agreement.txt"))
    return reading, picture(reading, "Gamma")


def numbers(reading: Reading, group: Group) -> list[str | None]:
    return [reading.outline[tile.clause].number for tile in group.tiles]


def test_every_representation_has_a_tile_of_covenants_only_those_concerned(drawn: tuple[Reading, Picture]) -> None:
    reading, found = drawn
    groups = {group.role: group for group in found.groups}
    assert numbers(reading, groups[RoleKind.REPRESENTATION]) == ["1.1", "1.2", "1.3", "1.4"]
    assert groups[RoleKind.REPRESENTATION].of == 4
    covenants = groups.get(RoleKind.COVENANT)
    if covenants is not None:
        assert "2.2" not in numbers(reading, covenants)


def test_a_tile_has_its_own_carve_outs_and_its_gaps(drawn: tuple[Reading, Picture]) -> None:
    reading, _ = drawn
    bare = next(clause.id for clause in reading.outline if clause.number == "1.4")
    gap = Gap(bare, None, "Gamma", GapStrength.STRONG, "It stays bare.")
    found = picture(replace(reading, gaps=(gap,)), "Gamma")
    tiles = {reading.outline[tile.clause].number: tile for group in found.groups for tile in group.tiles}
    assert [one.kind for one in tiles["1.3"].own] == [CarveoutKind.EXCEPTION]
    assert [one.kind for one in tiles["1.1"].own] == [CarveoutKind.DEFINITION]
    assert tiles["1.4"].gaps == (gap,)
    assert tiles["1.4"].own == ()


def test_a_subject_that_nothing_is_about_has_no_picture(drawn: tuple[Reading, Picture]) -> None:
    reading, _ = drawn
    assert picture(reading, "Delta") == Picture("Delta", ())
