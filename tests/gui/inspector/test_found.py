from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carveout.agreement.content import Gap, GapStrength
from carveout.gui.inspector.found import found_in

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading

STATEMENTS, NO_LAWSUITS, PARTY_TO_NONE, THREATENED, CONTRACTS = 9, 10, 11, 12, 13


def test_a_clause_has_what_stands_in_it_and_below_it(reading: Reading) -> None:
    assert [c.clause for c in found_in(reading, NO_LAWSUITS).carveouts] == [THREATENED]
    assert [c.clause for c in found_in(reading, THREATENED).carveouts] == [THREATENED]


def test_a_carveout_that_reaches_in_from_elsewhere_counts_for_the_clause_and_for_its_items(reading: Reading) -> None:
    far = replace(reading.carveouts[0], reaches=(STATEMENTS, NO_LAWSUITS))
    reaching = replace(reading, carveouts=(far, *reading.carveouts[1:]))
    assert found_in(reaching, NO_LAWSUITS).elsewhere == (far,)
    assert found_in(reaching, PARTY_TO_NONE).elsewhere == (far,)
    assert found_in(reaching, STATEMENTS).elsewhere == ()
    assert found_in(reaching, CONTRACTS).elsewhere == ()


def test_a_gap_below_the_clause_is_its_own(reading: Reading) -> None:
    gap = Gap(PARTY_TO_NONE, THREATENED, "Petition", GapStrength.STRONG, "Bare beside (ii).")
    gapped = replace(reading, gaps=(gap,))
    assert found_in(gapped, NO_LAWSUITS).gaps == (gap,)
    assert found_in(gapped, STATEMENTS).gaps == ()


def test_where_nothing_was_found_the_clause_is_bare(reading: Reading) -> None:
    assert found_in(reading, 8).bare
    assert not found_in(reading, STATEMENTS).bare
