"""The exact words of a carve-out: from its operator to its last word, and no further."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading


def quotes(reading: Reading) -> list[str]:
    return [carveout.quote for carveout in reading.carveouts]


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("There is no debt except for trade debt.", ["except for trade debt"]),
        ("There is no debt other than trade debt, leases and taxes.", ["other than trade debt, leases and taxes"]),
        ("There is no debt, save as disclosed to Buyer.", ["save as disclosed to Buyer"]),
        ("There is no debt, with the exception of trade debt.", ["with the exception of trade debt"]),
        ("Seller shall pay all taxes (excluding income tax) when due.", ["excluding income tax"]),
        ("Seller shall keep it secret unless disclosed in the register.", ["unless disclosed in the register"]),
    ],
)
def test_an_exception_after_its_statement(deal: Callable[..., Reading], statement: str, expected: list[str]) -> None:
    assert quotes(deal(f"1. {statement}")) == expected


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (
            "Except for those shares, the New Shares and those disclosed in Exhibit A, there exist no other shares.",
            "Except for those shares, the New Shares and those disclosed in Exhibit A",
        ),
        (
            "Except those in the “List of Licences, Consents and Permits” in Exhibit B, no permits or filings lack.",
            "Except those in the “List of Licences, Consents and Permits” in Exhibit B",
        ),
        (
            "Except as set forth in Schedule 3, Seller, its agents and staff owe no tax.",
            "Except as set forth in Schedule 3",
        ),
        (
            "Except as would not, individually or in the aggregate, have a bad effect, Seller owes nothing.",
            "Except as would not, individually or in the aggregate, have a bad effect",
        ),
        (
            "Except with regard to breach of confidence, a party's indemnity, or infringement, either party is free.",
            "Except with regard to breach of confidence, a party's indemnity, or infringement",
        ),
        ("As of today, other than Roe LLC and Doe LLC, Seller has no subsidiary.", "other than Roe LLC and Doe LLC"),
    ],
)
def test_an_exception_ahead_of_its_statement(deal: Callable[..., Reading], statement: str, expected: str) -> None:
    assert quotes(deal(f"1. {statement}")) == [expected]


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("Seller has not, except as disclosed in Schedule 3, sold any asset.", "except as disclosed in Schedule 3"),
        (
            "Seller is not, with respect to its trade, except as disclosed in Schedule 3, (i) sued or (ii) bankrupt.",
            "except as disclosed in Schedule 3",
        ),
        ("Seller, except as required by law, shall keep it secret.", "except as required by law"),
        (
            "Seller shall not, except as required by law, or as agreed by Buyer, sell any asset.",
            "except as required by law, or as agreed by Buyer",
        ),
    ],
)
def test_an_exception_inside_its_statement(deal: Callable[..., Reading], statement: str, expected: str) -> None:
    assert quotes(deal(f"1. {statement}")) == [expected]


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (
            "No holder other than Buyer, its agents or affiliates, shall vote.",
            "other than Buyer, its agents or affiliates",
        ),
        ("There is no debt except for trade debt, and there are no liens.", "except for trade debt"),
        ("If there is debt other than trade debt, Seller shall repay the price.", "other than trade debt"),
        (
            "Seller keeps all permits, except where it need not, and since May has lost none.",
            "except where it need not",
        ),
    ],
)
def test_the_words_end_where_the_statement_goes_on(deal: Callable[..., Reading], statement: str, expected: str) -> None:
    assert quotes(deal(f"1. {statement}"))[0] == expected


def test_the_words_end_before_the_next_limb(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. Seller is not (i) a party to suits, except for suits that may arise from the sale; and (ii) a creditor,"
        " except for claims by Buyer;"
    )
    assert quotes(reading) == ["except for suits that may arise from the sale", "except for claims by Buyer"]


def test_the_words_end_before_the_link_to_the_next_item(deal: Callable[..., Reading]) -> None:
    reading = deal("1. Seller shall not:", "(a) sell assets other than stock; and", "(b) borrow, except from Buyer.")
    assert quotes(reading) == ["other than stock", "except from Buyer"]


def test_the_full_stop_of_a_company_name_is_no_closing_punctuation(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. The term (the “Group” which means all, provided, that such term does not include Harbor Inc.) ends."
    )
    assert quotes(reading) == ["provided, that such term does not include Harbor Inc."]


def test_a_proviso_ends_with_its_sentence_or_before_the_next_proviso(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. Seller shall pay; provided, however, that it need not pay early, or late, or twice; and provided, further,"
        " that no interest is due. Buyer is free."
    )
    assert quotes(reading) == [
        "provided, however, that it need not pay early, or late, or twice",
        "provided, further, that no interest is due",
    ]


def test_a_list_that_the_words_introduce_belongs_to_them(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. Buyer keeps data secret; provided, however, that this shall not apply to data: (i) which the law asks for;"
        " (ii) which is public; or (iii) which Buyer has found."
    )
    (proviso,) = quotes(reading)
    assert proviso.endswith("(iii) which Buyer has found")


def test_a_list_on_lines_of_its_own_that_the_words_introduce_belongs_to_them(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. Buyer shall not sell the Shares, except as set forth below, in each case subject to law:",
        "(1) on an exchange; or",
        "(2) to an affiliate.",
    )
    (exception,) = quotes(reading)
    assert exception.endswith("(2) to an affiliate")


def test_a_list_of_what_is_narrowed_belongs_to_the_statement(deal: Callable[..., Reading]) -> None:
    reading = deal("1. Seller shall not, except as required by law:", "(1) sell assets; or", "(2) borrow money.")
    assert quotes(reading) == ["except as required by law"]


def test_two_exceptions_joined_by_and_are_two(deal: Callable[..., Reading]) -> None:
    reading = deal("1. There is no debt except as disclosed in Schedule 1 and except for trade debt.")
    assert quotes(reading) == ["except as disclosed in Schedule 1", "except for trade debt"]


@pytest.mark.parametrize(
    "statement",
    [
        "All taxes, including, without limitation, income tax, are paid.",
        "Words have these meanings unless the context otherwise requires.",
        "Notwithstanding anything to the contrary in this Agreement, Buyer may not vote.",
        "Each party shall accept the goods, as provided that day in the exceptional annex.",
        "Seller shall provide that which is provided for in the plan.",
        "The sale is subject to the approval of the board, to the extent permitted by law.",
        "The services include support, and do not include travel.",
    ],
)
def test_what_is_no_carve_out(deal: Callable[..., Reading], statement: str) -> None:
    assert quotes(deal(f"1. {statement}")) == []


def test_the_words_of_a_heading_are_no_carve_out(deal: Callable[..., Reading]) -> None:
    assert quotes(deal("ARTICLE 1. SALES OTHER THAN FOR CASH", "1.1 Price. Buyer pays.")) == []


def test_every_carve_out_of_the_sample_ends_as_a_lawyer_reads_it(sample: Reading) -> None:
    ends = {
        "3.1": "Crosswave Communications America Inc.",
        "3.3": "disclosed in Exhibit 3-3 attached hereto",
        "3.7": "attached hereto as Exhibit 3-7",
        "3.10": "or any other adverse effects related thereto",
        "3.11(2)": "its normal business operations",
        "3.14": "or any other adverse effects related thereto",
        "3.15": "including those between IIJ and Crosswave",
        "3.16": "in Exhibit 3-16 hereto",
        "3.16(ii)": "by Crosswave and its subsidiaries",
        "3.16(iii)": "by Crosswave and its subsidiaries",
        "3.18": "or any other adverse effects related thereto",
        "5.3": "or any other adverse effects related thereto",
        "16.5": "an over-the- counter market in Japan",
        "22.1": "payable on NTT's net income",
        "22.2": "provided for herein",
    }
    found = {sample.outline[one.clause].citation.removeprefix("Section "): one.quote for one in sample.carveouts}
    assert {citation: found[citation][-len(end) :] for citation, end in ends.items()} == ends


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (
            "Except (i) as disclosed in reports filed with, or sent to, it since May 1, 2020 or (ii) agreed, he is.",
            "Except (i) as disclosed in reports filed with, or sent to, it since May 1, 2020 or (ii) agreed",
        ),
        (
            "Except as would not be material to Seller, taken as a whole, (1) the Seller has filed.",
            "Except as would not be material to Seller, taken as a whole",
        ),
        (
            "There is no contract (except those with a bank, an insurer, or a fund) in force.",
            "except those with a bank, an insurer, or a fund",
        ),
        (
            "There is no act except for: (i) filing, if any, (ii) consents, permits or notes, and (iii) the vote.",
            "except for: (i) filing, if any, (ii) consents, permits or notes, and (iii) the vote",
        ),
        (
            "The rent is due, except that, if it ends early, the rent is twice as high.",
            "except that, if it ends early, the rent is twice as high",
        ),
    ],
)
def test_commas_inside_an_exception(deal: Callable[..., Reading], statement: str, expected: str) -> None:
    assert quotes(deal(f"1. {statement}"))[0] == expected


def test_covenants_after_an_exception_with_a_list_of_its_own_are_not_part_of_it(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. Except (i) as permitted by this Agreement or (ii) as required by law, the Company shall not:",
        "(i) issue shares, other than to Buyer;",
        "(ii) borrow money; or",
        "(iii) sell assets.",
    )
    assert quotes(reading) == [
        "Except (i) as permitted by this Agreement or (ii) as required by law",
        "other than to Buyer",
    ]


def test_words_with_a_list_that_runs_in_end_before_the_next_proviso(deal: Callable[..., Reading]) -> None:
    reading = deal("1. Buyer may sell; provided that it shall (a) tell and (b) pay; provided, further, that it is May.")
    assert quotes(reading) == ["provided that it shall (a) tell and (b) pay", "provided, further, that it is May"]
