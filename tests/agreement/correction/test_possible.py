"""What can be corrected where, and what a name written by hand says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.correction import corrected
from carveout.agreement.correction.change import Act, Change
from carveout.agreement.correction.possible import named as renamed
from carveout.agreement.correction.possible import refusal, split_at, written

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.clause import Clause
    from carveout.agreement.reading import Reading

    Named = Callable[[Reading, str], Clause]


@pytest.mark.parametrize(
    ("act", "citation", "why"),
    [
        (Act.PROMOTE, "Article 2", "It stands at the top already."),
        (Act.PROMOTE, "Section 2.1", None),
        (Act.DEMOTE, "Section 2.1", "No clause stands before it that it could go below."),
        (Act.DEMOTE, "Section 2.2", None),
        (Act.JOIN, "Preamble", "No clause stands before it."),
        (Act.JOIN, "Section 2.1", None),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(
    deal: Reading, named: Named, act: Act, citation: str, why: str | None
) -> None:
    clause = named(deal, citation)
    assert refusal(deal.outline, act, clause.id) == why
    assert (corrected(deal, [Change(act, clause.start)]) == deal) == (why is not None)


def test_a_clause_of_an_exhibit_stays_in_it(sample: Reading) -> None:
    held = next(
        clause
        for clause in sample.outline
        if clause.parent is not None and sample.outline[clause.parent].kind == "exhibit"
    )
    above = sample.outline[held.parent or 0].citation
    assert refusal(sample.outline, Act.PROMOTE, held.id) == f"It stands at the top of {above} already."


def test_a_clause_is_split_at_the_word_at_hand(deal: Reading) -> None:
    at = deal.text.index("accounts are true")
    for offset in (at, at + 3, at - 1):
        change = split_at(deal, offset)
        assert change is not None
        assert deal.text[change.start :].startswith("accounts are true")


def test_a_label_and_a_heading_are_not_split(deal: Reading, named: Named) -> None:
    taxes = named(deal, "Section 2.2")
    assert split_at(deal, taxes.start) is None
    assert split_at(deal, taxes.start + 5) is None
    assert split_at(deal, len(deal.text)) is None


@pytest.mark.parametrize(
    ("words", "label", "number", "heading"),
    [
        ("2.2 Tax Returns", "2.2", "2.2", "Tax Returns"),
        ("2.7 Taxes", "2.7", "2.7", "Taxes"),
        ("2.2A Taxes", "2.2A", "2.2A", "Taxes"),
        ("Article 4. Taxes", "Article 4.", "4", "Taxes"),
        ("(b)", "(b)", "(b)", None),
        ("Taxes", "", None, "Taxes"),
        ("", "", None, None),
    ],
)
def test_a_name_is_a_label_where_lawyers_number_so(
    deal: Reading, named: Named, words: str, label: str, number: str | None, heading: str | None
) -> None:
    taxes = named(deal, "Section 2.2")
    assert renamed(taxes, words) == Change(Act.RENAME, taxes.start, label, number, heading)


def test_a_name_that_is_the_same_changes_nothing(deal: Reading) -> None:
    for clause in deal.outline:
        assert renamed(clause, f" {written(clause)} ") is None
