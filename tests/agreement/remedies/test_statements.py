"""A section that gathers what a party represents is as many statements as it has headed items."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.close_reading import read_closely
from carveout.agreement.read import read
from carveout.agreement.remedies.matrix import matrix
from carveout.agreement.remedies.statements import Statements, statements
from carveout.agreement.remedy import RoleKind

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading

AGREEMENT = b"""                        AGREEMENT AND PLAN OF MERGER

     This Agreement is made on May 5, 2024 between Alpha Corp. ("Parent") and Beta
Inc. (the "Company"), who agree as follows:

                              ARTICLE III
                    Representations and Warranties

     SECTION 3.01.  Representations and Warranties of the Company.  Except as set
forth in Schedule 3.01, the Company represents and warrants to Parent as follows:

     (a)  Organization.  The Company is duly organized.

     (b)  Capital Structure.  The capital stock of the Company is as set forth in
its charter.

     (c)  Litigation.  To the knowledge of the Company, there is no suit, except for
suits by Parent.

     SECTION 3.02.  Representations and Warranties of Parent.  Parent represents and
warrants to the Company that it has the funds to close.

                              ARTICLE VI
                         Conditions Precedent

     SECTION 6.01.  Conditions to Obligation of Parent.  The obligation of Parent to
close is subject to the following conditions:

     (a)  The representations and warranties of the Company set forth in Section
3.01(b) shall be true and correct in all respects as of the Closing Date.

     (b)  The representations and warranties of the Company set forth in this
Agreement shall be true and correct in all material respects as of the Closing
Date.
"""


@pytest.fixture(scope="module")
def merger() -> Reading:
    return read_closely(read(AGREEMENT, "merger.txt"))


def citations(reading: Reading, clauses: tuple[int, ...]) -> list[str]:
    return [reading.outline[clause].citation for clause in clauses]


def test_headed_items_are_statements_and_a_single_promise_is_one(merger: Reading) -> None:
    assert len(merger.representations) == 2
    every = statements(merger)
    assert citations(merger, tuple(one.clause for one in every)) == [
        "Section 3.01(a)",
        "Section 3.01(b)",
        "Section 3.01(c)",
        "Section 3.02",
    ]
    assert [one.by for one in every] == ["Company"] * 3 + ["Parent"]


def test_a_clause_is_of_the_statement_that_it_stands_in_or_of_those_below(merger: Reading) -> None:
    found = Statements(merger)
    section = merger.representations[0].clause
    assert len(found.of(section)) == 3
    assert found.of(found.every[0].clause) == (found.every[0].clause,)


def test_a_bring_down_of_one_item_feeds_that_item_alone(merger: Reading) -> None:
    fed = {
        merger.outline[row.representation.clause].citation: citations(
            merger, tuple(test.clause for fed in row.fed if fed.remedy is RoleKind.CONDITION for test in fed.tests)
        )
        for row in matrix(merger)
    }
    assert fed["Section 3.01(a)"] == ["Section 6.01(b)"]
    assert fed["Section 3.01(b)"] == ["Section 6.01(a)", "Section 6.01(b)"]
    assert fed["Section 3.02"] == []


def test_what_a_lead_in_excepts_is_excepted_from_every_item_and_an_items_own_from_it_alone(merger: Reading) -> None:
    rows = {merger.outline[row.representation.clause].citation: row for row in matrix(merger)}
    assert [one.quote[:13] for one in rows["Section 3.01(a)"].carveouts] == ["Except as set"]
    assert [one.quote[:13] for one in rows["Section 3.01(c)"].carveouts] == ["Except as set", "except for su"]
    assert [one.kind.value for one in rows["Section 3.01(c)"].qualifiers] == ["knowledge"]
    assert rows["Section 3.01(a)"].qualifiers == ()
