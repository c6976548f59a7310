"""Remedies and look-backs that don't match, and an agreement without a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.close_reading import read_closely
from carveout.agreement.content import FindingSeverity
from carveout.agreement.read import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.content import Finding
    from carveout.agreement.reading import Reading

TESTED = (
    "Article 1. Representations of Seller",
    "Seller represents and warrants to Buyer as follows:",
    "1.1 Shares. Seller owns the shares.",
    "1.2 Taxes. Seller has paid its taxes.",
    "Article 2. Conditions",
    "Buyer's obligation to pay is subject to the following conditions:",
    "2.1 The representations and warranties made by Seller in Article 1 are true and correct on the closing date.",
    "Article 3. Securities Laws",
    "3.1 Seller represents and warrants that it has not offered the shares to the public.",
    "Article 4. Indemnity",
    "4.1 Seller shall indemnify Buyer for losses if any of the representations made by Seller {} is untrue.",
)


def test_an_indemnity_for_more_than_the_condition_tests_is_told(findings: Callable[..., list[Finding]]) -> None:
    (wider,) = findings("perimeter", *TESTED[:-1], TESTED[-1].format("in this Agreement"))
    assert wider.severity is FindingSeverity.WARNING
    assert wider.message == (
        "“in this Agreement”: this indemnity also tests Section 3.1, which the condition in Section 2.1 leaves out."
    )


def test_remedies_for_the_same_representations_match(messages: Callable[..., list[str]]) -> None:
    assert messages("perimeter", *TESTED[:-1], TESTED[-1].format("in Article 1")) == []


def test_look_backs_from_one_day_end_on_one(messages: Callable[..., list[str]]) -> None:
    lead = ("Article 1. Representations", "Seller represents and warrants to Buyer as follows:")
    signing = "1.1 Loss. Since May 31, 2023 to the date hereof there has been no loss."
    closing = "1.2 Change. Since May 31, 2023 to the Closing Date there has been no change."
    (said,) = messages("window-mismatch", *lead, signing, closing)
    early, late = "“Since May 31, 2023 to the date hereof”", "“Since May 31, 2023 to the Closing Date”"
    assert said == f"{early} ends at signing, {late} in Section 1.2 at closing."
    assert messages("window-mismatch", *lead, signing, closing.replace("May", "June")) == []


def _undated(preamble: str) -> list[Finding]:
    reading: Reading = read(f"{preamble}\n\n1.1 Sale. As of the date hereof Seller sells.".encode(), "deal.txt")
    return [finding for finding in read_closely(reading).findings if finding.rule == "undated"]


def test_an_agreement_says_which_date_it_means() -> None:
    made = 'This Share Purchase Agreement is made {}by and between Reef Ltd. ("Seller") and Bay Ltd. ("Buyer").'
    (bare,) = _undated(made.format(""))
    assert bare.message == "The preamble bears no date, and “the date hereof” is used once."
    (blank,) = _undated(made.format("as of ____ by "))
    assert blank.severity is FindingSeverity.NOTE
    assert _undated(made.format("as of May 3, 2021 ")) == []
