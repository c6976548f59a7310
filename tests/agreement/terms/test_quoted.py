"""Terms defined between quotation marks: in brackets, in running words, by a sentence of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading

PARTIES = ["Agreement", "Seller", "Buyer"]


def own(reading: Reading) -> list[str]:
    """Return the terms that the clauses define, those of the preamble left out."""
    return [term.term for term in reading.terms][len(PARTIES) :]


def meaning(reading: Reading, name: str) -> str:
    return next(term.span.of(reading.text) for term in reading.terms if term.term == name)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ('1. Seller sells 100 shares of the Company (the "Shares").', ["Shares"]),
        ("1. Seller sells 100 shares of the Company (the “Shares”).", ["Shares"]),
        ("1. Seller sells 100 shares (hereinafter collectively referred to as “Shares”).", ["Shares"]),
        ("1. Each bank that joins (each, a “Lender” and collectively the “Lenders”) lends.", ["Lender", "Lenders"]),
        ("1. Roe LLC (together with its subsidiaries, “Roe” or the “Group”) joins.", ["Roe", "Group"]),
        ("1. Seller sells its plant (all such assets, the “Plant”).", ["Plant"]),
        (
            "1. Roe and Doe are together referred to herein as the “Holders” and each individually as a “Holder”.",
            ["Holders", "Holder"],
        ),
        ("1. “Losses” means damages.", ["Losses"]),
        ("1. “Losses”, as used herein, shall mean damages.", ["Losses"]),
        ("1. “Losses” or “Damages” means all costs.", ["Losses", "Damages"]),
        ("1. The term “Ratio” as used herein with respect to Buyer shall mean one half.", ["Ratio"]),
        (
            "1. The terms “low ratio” and “high ratio” as used herein shall include rounding.",
            ["low ratio", "high ratio"],
        ),
        ("1. “Control” (including “controlled by”) means the power to direct.", ["Control"]),
        ("1. “The Shares” means all shares.", ["Shares"]),
    ],
)
def test_the_ways_to_define_a_term(deal: Callable[..., Reading], clause: str, expected: list[str]) -> None:
    assert own(deal(clause)) == expected


@pytest.mark.parametrize(
    "clause",
    [
        "1. The companies are as set forth in the “List of Companies” attached hereto as Exhibit A.",
        "1. Buyer has rights in proportion to its then current “Ratio”.",
        "1. New shares are issued pursuant to the “New Issuance” (as hereinafter defined).",
        "1. The term “Shares” as used herein does not include options.",
        "1. Buyer is no person resident in the United States (as defined in “Regulation S”).",
        "1. The goods are sold (on an “as is” basis) and without warranty.",
        "1. The word “including” means including without limitation.",
        "1. A plate (marked “FRAGILE”) is attached.",
        '1. A pipe of 3/4" and one of 5/4" are laid.',
        "1. Representations that are qualified by “materiality” or “knowledge” shall be true.",
    ],
)
def test_quoted_words_that_nothing_defines(deal: Callable[..., Reading], clause: str) -> None:
    assert own(deal(clause)) == []


def test_an_unmatched_quotation_mark_hides_no_other_term(deal: Callable[..., Reading]) -> None:
    assert own(deal('1. The law (the Securities Act") governs the shares (the "Shares").')) == ["Shares"]


def test_the_words_that_define_a_company_begin_with_its_name(deal: Callable[..., Reading]) -> None:
    reading = deal('1. Seller owes money to Harbor Trading, Inc., a Delaware corporation ("Harbor").')
    assert meaning(reading, "Harbor") == 'Harbor Trading, Inc., a Delaware corporation ("Harbor")'


def test_the_words_that_define_a_thing_begin_with_the_sentence(deal: Callable[..., Reading]) -> None:
    reading = deal("1. Time matters. Seller delivers 100 shares of Harbor Trading, Inc. (the “Shares”) to Buyer.")
    assert meaning(reading, "Shares") == "Seller delivers 100 shares of Harbor Trading, Inc. (the “Shares”)"


def test_a_definition_ends_with_its_sentence_or_where_the_next_begins(deal: Callable[..., Reading]) -> None:
    reading = deal("1. “Law” means any statute. Statutes bind. “Tax” means any levy; “Due” means payable.")
    assert meaning(reading, "Law") == "“Law” means any statute."
    assert meaning(reading, "Tax") == "“Tax” means any levy;"
    assert meaning(reading, "Due") == "“Due” means payable."


def test_a_definition_that_points_to_another_gives_way_to_it(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "1. “Closing” has the meaning set forth in Section 2. “Code” has the meaning given to it in the Tax Act.",
        "2. The sale takes place today (the “Closing”).",
    )
    assert own(reading) == ["Code", "Closing"]


@pytest.mark.parametrize("quoted", ['"Milestone”', '“Milestone"', '"Milestone"', "“Milestone”"])
def test_quotation_marks_need_not_be_a_pair(deal: Callable[..., Reading], quoted: str) -> None:
    reading = deal(f"1. {quoted} means a version of the goods.")
    assert [term.term for term in reading.terms][-1] == "Milestone"
