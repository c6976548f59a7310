"""Each representation against the remedies that it feeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.agreement.content import CarveoutKind
from carveout.agreement.remedies.matrix import matrix
from carveout.agreement.remedy import REMEDIES, RoleKind

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.agreement.remedies.matrix import Row


@pytest.fixture(scope="module")
def rows(close_sample: Reading) -> dict[str, Row]:
    return {close_sample.outline[row.representation.clause].citation: row for row in matrix(close_sample)}


def fed_by(reading: Reading, row: Row) -> dict[RoleKind, list[str]]:
    return {fed.remedy: [reading.outline[test.clause].citation for test in fed.tests] for fed in row.fed}


def test_every_representation_has_a_row_with_every_remedy(sample: Reading, rows: dict[str, Row]) -> None:
    assert [row.representation for row in rows.values()] == list(sample.representations)
    assert all(tuple(fed.remedy for fed in row.fed) == REMEDIES for row in rows.values())


def test_a_representation_of_article_3_feeds_all_four_remedies(sample: Reading, rows: dict[str, Row]) -> None:
    for number in range(1, 19):
        assert fed_by(sample, rows[f"Section 3.{number}"]) == {
            RoleKind.CONDITION: ["Section 5.1"],
            RoleKind.CERTIFICATE: ["Article 6(5)"],
            RoleKind.TERMINATION: ["Section 18.1(1)"],
            RoleKind.INDEMNITY: ["Article 20(1)"],
        }


def test_one_elsewhere_is_certified_and_indemnified_but_no_condition_and_no_ground_to_terminate(
    sample: Reading, rows: dict[str, Row]
) -> None:
    assert fed_by(sample, rows["Section 16.3"]) == {
        RoleKind.CONDITION: [],
        RoleKind.CERTIFICATE: ["Article 6(5)"],
        RoleKind.TERMINATION: [],
        RoleKind.INDEMNITY: ["Article 20(1)"],
    }


def test_nothing_turns_on_the_representations_of_the_other_party(rows: dict[str, Row]) -> None:
    assert [fed.tests for fed in rows["Section 16.2"].fed] == [(), (), (), ()]


def test_a_row_holds_the_carve_outs_in_it_and_those_that_reach_it(sample: Reading, rows: dict[str, Row]) -> None:
    held = [(sample.outline[one.clause].citation, one.kind) for one in rows["Section 3.14"].carveouts]
    assert held == [("Section 3.1", CarveoutKind.DEFINITION), ("Section 3.14", CarveoutKind.EXCEPTION)]


def test_a_row_holds_the_schedules_that_disclose_against_it(rows: dict[str, Row]) -> None:
    cited = {citation: row.schedules for citation, row in rows.items() if row.schedules}
    assert {citation: [" ".join(one.quote.split()[:2]) for one in some] for citation, some in cited.items()} == {
        "Section 3.1": ["Exhibit 3-1"],
        "Section 3.3": ["Exhibit 3-3"],
        "Section 3.7": ["Exhibit 3-7"],
        "Section 3.16": ["Exhibit 3-16"],
    }
