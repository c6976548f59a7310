"""The parties, as preambles name them."""

from __future__ import annotations

import pytest

from carveout.agreement.face.parties import find_parties

AM = "This Agreement is made by and between Anchor Media"


@pytest.mark.parametrize(
    "parties",
    [
        ', a division of Sea Inc. ("AM") with offices in Michigan and Beacon, Inc., ("Beacon") with offices in Utah.',
        ', Inc., ("AM") a Tennessee corporation, and Beacon, Inc., a Utah corporation ("Beacon"), residing in Provo.',
        ' LLC ("AM"), on the one hand, and Beacon, Inc. ("Beacon"), a Delaware corporation, on the other hand.',
    ],
)
def test_the_second_party_is_named_after_what_describes_the_first(parties: str) -> None:
    first, second = find_parties(AM + parties)
    assert (first.name.split()[0], first.alias) == ("Anchor", "AM")
    assert (second.name, second.alias) == ("Beacon, Inc.", "Beacon")
