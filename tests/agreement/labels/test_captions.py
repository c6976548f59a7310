"""What a heading looks like, and where it ends."""

from __future__ import annotations

import pytest

from carveout.agreement.labels.captions import is_caption, plain_heading, run_in_heading, unstopped_heading


def opened(text: str) -> str | None:
    end = run_in_heading(text, 0, len(text))
    return None if end is None else plain_heading(text[:end])


@pytest.mark.parametrize(
    "text",
    [
        "Employees, Labor Matters, etc.",
        "SEC Filings; Financial Statements",
        "Indemnity / Insurance",
        "R&D Expenses",
        "401(k) Plan and Rule 10b-5 Matters",
        "Title to, and Condition of, Assets",
        "eCommerce Sites",
        "Absence of Certain Changes Since December 31, 2002",
        "Purchase Price (Without Adjustment)",
        "Definition of “Affiliate”",
        "WAIVER OF JURY TRIAL",
    ],
)
def test_headings(text: str) -> None:
    assert is_caption(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "The Seller shall deliver the Shares",
        "of the Company",
        "Seller, Buyer,",
        "of",
        "(the “Seller”)",
        "Word " * 31,
        "X" * 401,
    ],
)
def test_words_that_are_no_headings(text: str) -> None:
    assert not is_caption(text)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Governing Law. This Agreement is governed by it.", "Governing Law"),
        ("No Conflicts; Consents. The execution of this Agreement does not conflict.", "No Conflicts; Consents"),
        ("U.S. Tax Matters. The Company has paid its taxes.", "U.S. Tax Matters"),
        ("U.S. Currency. All payments are made in dollars.", "U.S. Currency"),
        ("No. 2 Fuel Oil. The Seller delivers it.", "No. 2 Fuel Oil"),
        ("Employees, Labor Matters, etc. Except as set forth there are none.", "Employees, Labor Matters, etc"),
        ("Merger of Acme Inc. The Seller merges it.", "Merger of Acme Inc"),
        ("Shares of Acme Inc. and Beacon Ltd. The Seller owns them.", "Shares of Acme Inc. and Beacon Ltd"),
        ("Tranche B. The Seller may draw it.", "Tranche B"),
        ("Trust of John H. Smith. The Seller holds it.", "Trust of John H. Smith"),
        ("Term -- This ends in May.", "Term"),
        ("Term.—This ends in May.", "Term"),
        ("Fiscal Years 2003–2004. The accounts are true.", "Fiscal Years 2003–2004"),
        ("Additional Considerations (a) Pricing. The parties agree on prices.", "Additional Considerations"),
        ("Representations and warranties. Each party represents so.", "Representations and warranties"),
        ("Rights granted to the Franchisee. It may use the Marks.", "Rights granted to the Franchisee"),
        ("Notices: to the Seller at its address.", "Notices"),
    ],
)
def test_a_heading_opens_running_text(text: str, heading: str) -> None:
    assert opened(text) == heading


@pytest.mark.parametrize(
    "text",
    [
        "The Seller shall deliver the Shares. The Buyer shall pay.",
        "Acme Inc. shall deliver the Shares.",
        "U.S. persons may not buy. Others may.",
        "Buyer pays all costs. Seller pays none.",
        "Governing Law.",
        "if the Seller fails. Then the Buyer may leave.",
    ],
)
def test_a_sentence_is_no_heading(text: str) -> None:
    assert opened(text) is None


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Notices Any notice shall be in writing.", "Notices"),
        (
            "Compliance with Local Laws and Regulations The Manufacturer obeys them.",
            "Compliance with Local Laws and Reg",
        ),
        (
            "Limitation of Liability of the Agent; Indemnity The Agent is not liable.",
            "Limitation of Liability of the Ag",
        ),
        ("Rectification of Breach Where the breach can be put right it shall be.", "Rectification of Breach"),
        ("Manufacturing standards The Manufacturer keeps them.", "Manufacturing standards"),
    ],
)
def test_a_heading_without_a_stop_ends_where_a_sentence_begins(text: str, heading: str) -> None:
    end = unstopped_heading(text, 0, len(text))
    assert end is not None
    assert plain_heading(text[:end]).startswith(heading)


@pytest.mark.parametrize(
    "text", ["The Seller sells The Goods", "Notices. Any notice shall be in writing.", "Payment to The Seller of it"]
)
def test_other_words_run_into_no_sentence(text: str) -> None:
    assert unstopped_heading(text, 0, len(text)) is None


def test_a_heading_stands_without_its_stop_and_brackets() -> None:
    assert plain_heading("Sale and\nPurchase. --") == "Sale and Purchase"
    assert plain_heading("(Sale and\nPurchase).") == "Sale and Purchase"
