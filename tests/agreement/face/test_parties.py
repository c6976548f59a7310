"""The parties, as preambles name them."""

from __future__ import annotations

import pytest

from carveout.agreement.face.parties import find_parties
from carveout.agreement.reading import Party

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


@pytest.mark.parametrize(
    ("preamble", "named"),
    [
        (
            (
                'This Agreement is entered into by and among Delta Parent Corp., a Delaware corporation ("Parent"),'
                ' Delta Merger Sub, Inc., a Subsidiary of Parent ("Merger Sub"), and Ember, Inc. (the "Company").'
            ),
            [("Delta Parent Corp.", "Parent"), ("Delta Merger Sub, Inc.", "Merger Sub"), ("Ember, Inc.", "Company")],
        ),
        (
            (
                "This Lease is made between NORTH, L.L.C., a New Jersey company and SOUTH, L.L.C., a New Jersey company"
                ' (collectively, "Landlord"), and EAST, INC. ("Tenant").'
            ),
            [("NORTH, L.L.C.", "Landlord"), ("SOUTH, L.L.C.", "Landlord"), ("EAST, INC.", "Tenant")],
        ),
        (
            (
                'This Agreement is made by and among Pride LLC (the "Selling Company"), Ana Roe, Bo Lee and Cy Day'
                ' (together with Pride, each a "Seller"), Bo Lee, not individually but as agent, and Zinc,'
                ' Inc. ("Buyer").'
            ),
            [
                ("Pride LLC", "Selling Company"),
                ("Ana Roe", "Seller"),
                ("Bo Lee", "Seller"),
                ("Cy Day", "Seller"),
                ("Bo Lee", None),
                ("Zinc, Inc.", "Buyer"),
            ],
        ),
        (
            (
                'This Agreement is between Alder, Inc. (together with its subsidiaries, "Discloser") and Birch Ltd.'
                " ('the Recipient')."
            ),
            [("Alder, Inc.", "Discloser"), ("Birch Ltd.", "Recipient")],
        ),
        (
            'This Agreement is among Elm, Inc. (the "Purchaser), Fir, Inc. (the "Company"), and Ivy Corp. ("Ivy").',
            [("Elm, Inc.", "Purchaser"), ("Fir, Inc.", "Company"), ("Ivy Corp.", "Ivy")],
        ),
        (
            "This Agreement is entered into by Lake Gas Limited Partnership (Transporter) and PIPE COMPANY (Shipper).",
            [("Lake Gas Limited Partnership", "Transporter"), ("PIPE COMPANY", "Shipper")],
        ),
        (
            'This Agreement is made between Patricia A. Roe (the "Employee") and salesroom.com, inc. (the "Company").',
            [("Patricia A. Roe", "Employee"), ("salesroom.com, inc.", "Company")],
        ),
        (
            (
                'THIS AGREEMENT provides the terms under which Media, Inc., a Nevada corporation ("MEDIA"), authorizes'
                ' Direct, Inc., a Utah Corporation, having an address at 5 Main ("RESELLER") to resell its products.'
            ),
            [("Media, Inc.", "MEDIA"), ("Direct, Inc.", "RESELLER")],
        ),
        (
            (
                "Made between QUARTZ, a California corporation, with its offices at 26 Main, Calabasas, and"
                " COPPER CORPORATION a Nevada corporation."
            ),
            [("QUARTZ", None), ("COPPER CORPORATION", None)],
        ),
        (
            (
                'It is made between the following two parties:\n\nJade Co., Ltd. ("Party A")\n\nAddress: 2 Dai'
                ' King Street\n\nand\n\nOpal Network Technology Co., Ltd. ("Party B"), a company\n\nNOW, THEREFORE'
            ),
            [("Jade Co., Ltd.", "Party A"), ("Opal Network Technology Co., Ltd.", "Party B")],
        ),
        (
            (
                'Between: Dove Corp. Suite 207 - 1130 Austin Avenue (hereinafter referred to as "Dove")\n\nAnd: Swan'
                ' Limited Room 5, 136 Austin Road (hereinafter referred to as "Swan")'
            ),
            [("Dove Corp.", "Dove"), ("Swan Limited", "Swan")],
        ),
    ],
)
def test_parties_are_named_in_many_ways(preamble: str, named: list[tuple[str, str | None]]) -> None:
    assert find_parties(preamble) == tuple(Party(name, alias) for name, alias in named)


def test_several_who_share_a_short_name_each_are_a_party() -> None:
    named = find_parties('Made between Ann Roe and Bo Lee, being all holders ("Sellers"), and Zinc, Inc. ("Buyer").')
    assert named == (Party("Ann Roe", "Sellers"), Party("Bo Lee", "Sellers"), Party("Zinc, Inc.", "Buyer"))


@pytest.mark.parametrize(
    "words",
    [
        "This agreement governs your use unless there is a separate agreement between you and us governing that use.",
        'This Agreement ("Agreement") sets out the complete terms between the parties.',
    ],
)
def test_words_about_somebody_name_no_party(words: str) -> None:
    assert find_parties(words) == ()
