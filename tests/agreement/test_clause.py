"""The outline as a tree whose branches lie side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading


def test_a_branch_is_a_clause_and_all_that_have_it_above_them(sample: Reading) -> None:
    outline = sample.outline
    for clause in range(len(outline)):
        below = [other for other in range(len(outline)) if clause in (other, *outline.ancestors(other))]
        assert list(outline.branch(clause)) == below


def test_the_parents_are_those_of_the_clauses(sample: Reading) -> None:
    assert [clause.parent for clause in sample.outline] == list(sample.outline.parents)
