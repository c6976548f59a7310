"""The examples of the guide are true: what a page quotes is found by its rule, in the sample or in a deal around it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.content import FindingSeverity
from carveout.agreement.proofread.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.content import Finding
    from carveout.agreement.reading import Reading

GUIDE = Path(__file__).parents[3] / "docs" / "rules"
SALE = (
    "Article 1. Sale",
    "1.1 Sale. Seller sells the shares at the price of Section 1.2.",
    "1.2 Payment. Buyer pays the price.",
    "Article 2. Conditions",
    "2.1 Truth. Each representation of Seller is true.",
    "2.2 Consents. The merger authority has consented.",
    "2.3 Access. Seller lets Buyer see its books.",
)
REPRESENTED = ("Article 1. Representations", "Seller represents and warrants to Buyer as follows:")
ALONE = ("1.1 Terms. Seller agrees on this: {0}.",)
BOTH = ("1.1 Terms. {0}.", "1.2 Terms. {1}.")
# By page and example, the deal around the words that it quotes.
AROUND: dict[tuple[str, int], tuple[str, ...]] = {
    ("amount-mismatch", 0): ALONE,
    ("circular-definition", 0): ("1.1 Terms. {0}.", "1.2 Terms. {1}. Seller makes the Bonus Issue of Bonus Shares."),
    ("definition-outside-definitions", 0): (
        "Article 1. Definitions",
        "1.1 “Business Day” means a day on which banks in Oslo are open.",
        "Article 2. Representations",
        "2.1 Taxes. Seller represents and warrants that {0} have paid their taxes.",
        "Article 3. Covenants",
        "3.1 Books. Seller makes the Group Members keep their books.",
    ),
    ("double-negative", 0): ALONE,
    ("double-negative", 1): ALONE,
    ("doubled-word", 0): ALONE,
    ("doubled-word", 1): ALONE,
    ("doubled-word", 2): ("1.1 Terms. Seller asks for {0}.", *(f"1.{at} Pay. So Buyer pays." for at in range(2, 40))),
    ("duplicate-definition", 0): BOTH,
    ("name-variant", 0): ("1.1 Terms. Seller lends to {0}, to {1} and to {1}.",),
    ("name-variant", 1): ("1.1 Terms. Seller lends to {0}, to {1} and to {1}.",),
    ("perimeter", 0): (
        *REPRESENTED,
        "1.1 Shares. Seller owns the shares.",
        "Article 2. Conditions",
        "2.1 Truth. Buyer’s obligation to pay is subject to the condition that {0} made by Seller are true.",
        "Article 3. Securities Laws",
        "3.1 Offers. Seller represents and warrants that it has not offered the shares to the public.",
        "Article 4. Indemnity",
        "4.1 Loss. Seller shall indemnify Buyer if any representation made by Seller {1} is untrue.",
    ),
    ("quotation-mark", 0): ALONE,
    ("quotation-mark", 1): ALONE,
    ("reference-missing", 0): (*SALE, "2.4 Care. Seller acts {0}."),
    ("reference-missing", 1): (*SALE, "2.4 Care. Seller gets {0}."),
    ("reference-missing", 2): ALONE,
    ("reference-sense", 0): (
        *SALE[:2],
        "1.2 Payment. Buyer pays the price at the closing (the “Closing”).",
        *SALE[3:],
        "Article 3. Terms",
        "3.1 Costs. Each party bears its own.",
        "3.2 Words. {0}.",
    ),
    ("reference-sense", 2): (
        SALE[0],
        "1.1 Sale. Seller sells the shares {0}.",
        *SALE[2:],
        "Article 3. Covenants",
        "3.1 Books. Seller keeps its books.",
    ),
    ("reference-sense", 3): (*SALE, "2.4 Care. Buyer keeps {0}."),
    ("schedule-missing", 0): (
        "1.1 Terms. Seller signs Exhibit A, Exhibit B and a deed {0}.",
        "EXHIBIT A\n\nLease\n\nA lease.",
        "EXHIBIT B\n\nNote\n\nA note.",
    ),
    ("small-word", 0): ALONE,
    ("small-word", 1): ALONE,
    ("small-word", 2): ALONE,
    ("spacing", 0): ALONE,
    ("spacing", 1): ALONE,
    ("term-variant", 0): (
        "Article 1. Definitions",
        "1.1 “{1}” means the laws and permits of Norway.",
        "2.1 Care. Seller keeps all {1}, and buys no {0}.",
    ),
    ("term-variant", 1): (
        "Article 1. Definitions",
        "1.1 “{1}” means a day on which banks in Oslo are open.",
        "2.1 Time. Buyer pays {0}, on a Business Day.",
    ),
    ("term-variant", 2): (
        "Article 1. Definitions",
        "1.1 “{1}” means one million dollars.",
        "2.1 Pay. Buyer pays the Purchase Price, and more {0}.",
    ),
    ("undefined-standard", 0): (*REPRESENTED, "1.1 Suits. There is, {0}, no suit against it."),
    ("undefined-standard", 1): (*REPRESENTED, "1.1 Suits. There is no suit {0}."),
    ("undefined-term", 0): ("1.1 Terms. Seller reports {0}, cures {0} and pays for {0}.",),
    ("undefined-term", 1): ("1.1 Terms. Seller pays at once {0}.",),
    ("unused-term", 0): ("1.1 Terms. Seller sells {0}.",),
    ("window-mismatch", 0): (
        *REPRESENTED,
        "1.1 Loss. {0} there has been no loss.",
        "1.2 Change. {1} there has been no change.",
    ),
}
OF_THE_SAMPLE = {
    ("amount-mismatch", 1),
    ("end-punctuation", 0),
    ("heading-mismatch", 0),
    ("heading-mismatch", 1),
    ("interim-period", 0),
    ("missing-heading", 0),
    ("party-address", 0),
    ("schedule-mismatch", 0),
}


def quoted(page: str, example: int) -> list[str]:
    """Return the words of an agreement that an example of a page quotes."""
    examples, _, _ = (GUIDE / f"{page}.md").read_text(encoding="utf-8").partition("\n## ")
    return re.findall(r"`([^`]+)`", " ".join(examples.split("\n- ")[1 + example].split()))


@pytest.mark.parametrize(("page", "example"), sorted(AROUND))
def test_a_rule_finds_what_its_page_quotes(findings: Callable[..., list[Finding]], page: str, example: int) -> None:
    words = quoted(page, example)
    assert findings(page, *(clause.format(*words) for clause in AROUND[page, example]))


@pytest.mark.parametrize(("page", "example"), sorted(OF_THE_SAMPLE))
def test_the_sample_holds_what_a_page_quotes_of_it(close_sample: Reading, page: str, example: int) -> None:
    printed = " ".join(close_sample.text.split())
    for words in quoted(page, example):
        assert all(part.strip() in printed for part in words.split("…"))
    assert page in {finding.rule for finding in close_sample.findings}


def test_the_guide_s_first_page_lists_the_rules_by_how_grave_they_are() -> None:
    by_severity = [rule for severity in FindingSeverity for rule in RULES if rule.severity is severity]
    listed = re.findall(r"^- \[(.+)\]\((.+)\.md\)", (GUIDE / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert listed == [(rule.title, rule.name) for rule in by_severity]
