"""Headings in capitals as they read best."""

from __future__ import annotations

import pytest

from carveout.agreement.prose.casing import as_title


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("REPRESENTATIONS AND WARRANTIES OF THE COMPANY", "Representations and Warranties of the Company"),
        ("THE MERGER", "The Merger"),
        ("SIGNATURE", "Signature"),
        ("No Conflict; Consents", "No Conflict; Consents"),
        ("NO CONFLICT; CONSENTS", "No Conflict; Consents"),
        ("NON-COMPETITION", "Non-Competition"),
        ("SELLER’S LIABILITY", "Seller’s Liability"),
        ("TERM", "TERM"),
        ("SECTION 16 MATTERS", "Section 16 Matters"),
    ],
)
def test_words_in_capitals_are_set_as_a_title(printed: str, shown: str) -> None:
    assert as_title(printed) == shown


def test_a_word_that_the_text_knows_in_capitals_only_keeps_them() -> None:
    text = "Neither the Company nor any ERISA affiliate has matters pending before the SEC."
    assert as_title("ERISA MATTERS", text) == "ERISA Matters"
    assert as_title("SEC AND OTHER MATTERS", text + " Other") == "SEC and Other Matters"
    assert as_title("INDEMNIFICATION", text) == "Indemnification"
