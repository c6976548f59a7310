"""Who signs, as the lines for signatures show."""

from __future__ import annotations

from carveout.agreement.face.signatories import signatories
from carveout.agreement.reading import Party

SIGNED = """\
IN WITNESS WHEREOF, the parties have executed this Agreement.

PURCHASER:

ACME CORPORATION

By: /s/ Ann Roe
Name: Ann Roe

SELLERS:

BIRCH PARTNERS, L.P.

By: Cedar Management Corp., its General Partner

By: /s/ Bo Lee

Dune Capital LLC, a Delaware limited liability company

By: ____________________
"""


def test_a_company_over_a_signature_signs_as_the_caption_says() -> None:
    assert signatories([SIGNED]) == (
        Party("ACME CORPORATION", "Purchaser"),
        Party("BIRCH PARTNERS, L.P.", "Sellers"),
        Party("Dune Capital LLC", "Sellers"),
    )


def test_a_company_in_a_sentence_or_without_a_signature_signs_nothing() -> None:
    assert signatories(["Acme Corp. shall sign.\n\nBy: /s/ Ann Roe", "Acme Corp.\n\n5 Main Street"]) == ()


def test_who_writes_a_letter_signs_above_who_accepts_it() -> None:
    written = "Very truly yours,\n\nEBONY GROUP LP d/b/a COVE\n\nBy: /s/ Cy Day\n\n"
    accepted = "Accepted and agreed:\n\nFLINT CORPORATION\n\nBy:"
    assert [party.name for party in signatories([written + accepted])] == ["EBONY GROUP LP", "FLINT CORPORATION"]
