"""Forms that a table sets: a row of a label and what stands for it is a term, and other tables stay as they are."""

from __future__ import annotations

import pytest

from carveout.agreement.outline.grids import rows_of_form
from carveout.agreement.span import Span

FORM = """\
Key Terms
Purpose            Evaluating a joint venture
Effective Date     May 1, 2020
Governing Law      the laws of Ohio"""


def rows(table: str) -> list[tuple[str, str]]:
    found = rows_of_form(table, Span(0, len(table)))
    assert all(table[row.start :].startswith(row.label) for row in found)
    return [(row.label, table[row.value : row.end]) for row in found]


def test_each_row_of_a_form_is_a_label_and_its_value() -> None:
    assert rows(FORM) == [
        ("Purpose", "Evaluating a joint venture"),
        ("Effective Date", "May 1, 2020"),
        ("Governing Law", "the laws of Ohio"),
    ]


def test_colons_show_a_form_that_asks_for_one_usual_thing() -> None:
    assert rows("Landlord:    Acme Corp.\nParking:     two places") == [
        ("Landlord:", "Acme Corp."),
        ("Parking:", "two places"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "Term     Section\nCompany     1.1\nSeller     Section 2.3(a)\nPurchase Price     3.1",
        "Revenue     $5,000\nFees     $300\nRent     200",
        "By:     /s/ Ann Roe\nCompany:     Acme Corp.\nPurpose:     Sale",
        "Purpose     Sale     Lease\nTerm     One year     Two years",
        "Exhibit A     Form of Note\nExhibit B     Form of Lease",
        "STREET 1:     5 Main Street\nCITY:     Akron",
        "Effective Date     May 1, 2020",
    ],
)
def test_other_tables_are_no_forms(table: str) -> None:
    assert rows(table) == []
