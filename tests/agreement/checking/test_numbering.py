"""Numbers that a list passes over, repeats or brings too late are said; honest lists are left in peace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.checking.numbering import numbering
from carveout.agreement.clause import Clause, ClauseKind, Outline
from carveout.agreement.content import FindingSeverity

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading


def listed(*numbers: str, kind: ClauseKind = ClauseKind.SECTION) -> Outline:
    """Return an outline whose clauses, one after the other, bear these numbers."""
    return Outline(
        tuple(
            Clause(at, None, kind, number, number, None, f"No. {number}", 10 * at, 10 * at, 10 * at + 9)
            for at, number in enumerate(numbers)
        )
    )


def said(outline: Outline) -> list[str]:
    return [finding.message for finding in numbering(outline)]


@pytest.mark.parametrize(
    "numbers",
    [
        ("3.1", "3.2", "3.3"),
        ("(a)", "(b)", "(c)"),
        ("(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)", "(h)", "(i)", "(j)"),
        ("(i)", "(ii)", "(iii)"),
        ("(a)", "(b)", "(a)", "(b)"),
        ("1", "2", "1"),
    ],
)
def test_a_list_in_order_says_nothing(numbers: tuple[str, ...]) -> None:
    assert said(listed(*numbers)) == []


def test_one_number_passed_over() -> None:
    assert said(listed("3.1", "3.3")) == ["No. 3.3 follows No. 3.1: the number between them is missing."]


def test_several_numbers_passed_over() -> None:
    assert said(listed("3.1", "3.5")) == ["No. 3.5 follows No. 3.1: the numbers between them are missing."]


def test_a_number_that_stands_twice() -> None:
    assert said(listed("3.1", "3.2", "3.2", "3.3")) == ["No. 3.2 stands twice."]


def test_a_number_that_comes_too_late() -> None:
    assert said(listed("3.1", "3.2", "3.3", "3.2")) == ["No. 3.2 comes after No. 3.3: the numbers are out of order."]


def test_a_list_that_does_not_begin_at_its_beginning() -> None:
    assert said(listed("3.2", "3.3")) == ["The numbering begins with No. 3.2: what comes before it is missing."]


def test_a_gap_among_items_weighs_less_than_one_among_sections() -> None:
    severities = [
        finding.severity
        for kind in (ClauseKind.SECTION, ClauseKind.ITEM)
        for finding in numbering(listed("1.1", "1.3", kind=kind))
    ]
    assert severities == [FindingSeverity.WARNING, FindingSeverity.NOTE]


def test_sections_counted_through_all_articles(deal: Callable[..., Reading]) -> None:
    reading = deal(
        "ARTICLE I SALE",
        "Section 1. Sale. Seller sells the Shares to Buyer.",
        "Section 2. Price. Buyer pays the price.",
        "ARTICLE II CLOSING",
        "Section 3. Closing. The closing takes place today.",
    )
    assert [clause.number for clause in reading.outline if clause.kind is ClauseKind.SECTION] == ["1", "2", "3"]
    assert said(reading.outline) == []
