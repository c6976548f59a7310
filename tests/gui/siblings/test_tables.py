"""What the window shows of the sample's carve-outs, against what a lawyer's close reading of it found by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.gui.grid.grid import Heading, Row
from carveout.gui.siblings.tables import differences_grid, drift_of, gaps_grid, reach_grid, wording_grid
from carveout.review.review import Review

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.gui.grid.grid import Grid

ANY = "any adverse effects"
BY = "caused by"
EVENT = "the petitioning for Corporate Reorganization Procedure"
WHO = "Crosswave and its subsidiaries"
TAIL = "or any other adverse effects related thereto"
SUIT = "the Legal Proceedings"
ARISING = "that may arise out of or in connection with"
GROUP = "IIJ Group Companies"
NONE = "none"
FOUR = (
    "Crosswave Communications, Inc., Crosswave Facilities, Inc., Crosswave Services Inc. and Crosswave Communications"
    " America Inc."
)
WORDING = {
    "3.1": ("provided, that such term does not include", "entities", NONE, NONE, FOUR, NONE),
    "3.10": ("except for", ANY, BY, EVENT, 'Crosswave Communications, Inc. ("Crosswave") and its subsidiaries', TAIL),
    "3.14": ("except for", ANY, BY, EVENT, WHO, TAIL),
    "3.16(ii)": ("except for", SUIT, ARISING, EVENT, WHO, NONE),
    "3.16(iii)": ("except for", SUIT, ARISING, EVENT, WHO, NONE),
    "3.18": ("except for", ANY, BY, EVENT, WHO, TAIL),
    "5.3": ("except for", ANY, BY, EVENT, WHO, TAIL),
}
"""Operator, what is excused, cause, event, who and tail, by clause."""
RULES = {
    "3.10": ("developments which may have a material adverse effect", "IIJ", "Since March 31, 2003 to the date hereof"),
    "3.14": ("no material changes", GROUP, "Since March 31, 2003 to the Closing Date"),
    "3.16(ii)": ("likely to become parties", GROUP, ""),
    "3.16(iii)": ("instituted and are pending or are threatened", GROUP, ""),
    "3.18": ("likely to have any adverse effect", GROUP, ""),
    "5.3": ("likely to have any material adverse effect", "IIJ", "between the date hereof and the Closing Date"),
}
"""Words of the rule that is qualified, its subject and its period, where the reading names one."""
USES = {
    "3.1": 2,
    "3.2": 2,
    "3.8": 3,
    "3.9": 2,
    "3.11": 1,
    "3.12": 2,
    "3.13": 3,
    "3.14": 1,
    "3.15": 1,
    "3.16": 2,
    "3.17": 3,
    "3.18": 1,
    "4.1": 1,
    "4.2": 2,
    "4.4": 1,
    "4.7": 1,
    "12.4": 1,
    "Article 13": 4,
    "18.1(3)": 2,
    "Exhibit 3-1": 1,
    "Exhibit 3-7": 1,
}
STRONG = {"3.9", "3.11(2)", "3.16(i)", "4.1", "Article 6(5)", "18.1(3)", "Article 20(1)"}


@pytest.fixture(scope="module")
def wording(sample_closely: Reading) -> Grid:
    return wording_grid(sample_closely, Review(), drift_of(sample_closely, "Crosswave"))


def rows(grid: Grid) -> dict[str, list[str]]:
    """Return what the rows say, by the first line of their first cell."""
    found = (row for row in grid.rows if isinstance(row, Row))
    return {row.cells[0].words.split("\n")[0]: [cell.words for cell in row.cells[1:]] for row in found}


@pytest.mark.parametrize("clause", WORDING)
def test_each_sibling_is_parsed_into_its_parts(wording: Grid, clause: str) -> None:
    assert tuple(rows(wording)[clause][:6]) == WORDING[clause]


@pytest.mark.parametrize("clause", RULES)
def test_each_sibling_stands_beside_its_rule(wording: Grid, clause: str) -> None:
    rule, subject, period = rows(wording)[clause][6:9]
    words, whose, when = RULES[clause]
    assert words in rule
    assert whose in subject
    assert when in period


def test_the_carve_in_stands_among_them_with_its_sign(wording: Grid) -> None:
    assert list(rows(wording)) == ["3.1", "3.10", "3.14", "3.15", "3.16(ii)", "3.16(iii)", "3.18", "5.3"]
    assert rows(wording)["3.15"][0] == "including"


def test_what_differs_from_most_is_marked(wording: Grid) -> None:
    by_clause = {row.cells[0].words.split("\n")[0]: row for row in wording.rows if isinstance(row, Row)}

    def marked(clause: str, column: int) -> list[str]:
        blocks = by_clause[clause].cells[column].blocks
        return [run.words for block in blocks for run in block.runs if run.marked]

    assert marked("3.14", 1) == marked("3.14", 3) == []
    assert marked("3.16(ii)", 2) != []
    assert marked("3.16(ii)", 3) != []
    assert marked("3.16(ii)", 6) == [NONE]


def test_the_differences_are_told_in_sentences(sample_closely: Reading) -> None:
    told = [cells[0] for cells in [[r.cells[0].words] for r in differences(sample_closely)]]
    for words in ("and its subsidiaries", "lack the tail", "equal word for word", "related thereto", "may arise"):
        assert any(words in sentence for sentence in told), words


def differences(reading: Reading) -> list[Row]:
    grid = differences_grid(reading, drift_of(reading, "Crosswave"))
    return [row for row in grid.rows if isinstance(row, Row)]


def test_the_reach_counts_every_clause_that_uses_the_term(sample_closely: Reading) -> None:
    shown = rows(reach_grid(sample_closely, "Crosswave"))
    narrowed = {clause: cells for clause, cells in shown.items() if cells[1] not in {"0", ""}}
    counted: dict[str, int] = {}
    for clause, cells in narrowed.items():
        whole = "18.1(3)" if clause.startswith("18.1") else clause
        counted[whole] = counted.get(whole, 0) + int(cells[1])
    assert {clause.split(",")[0]: uses for clause, uses in counted.items()} == USES


def test_the_reach_says_how_many_of_each_role_and_whom_it_does_not_help(sample_closely: Reading) -> None:
    grid = reach_grid(sample_closely, "Crosswave")
    heading, untouched = (row for row in grid.rows if isinstance(row, Heading))
    for words in ("12 of 18 representations", "6 covenants", "1 termination right"):
        assert words in heading.more
    below = grid.rows[grid.rows.index(untouched) + 1 :]
    helped = [row.cells[0].words.split("\n")[0] for row in below if isinstance(row, Row)]
    assert helped[:6] == ["3.3", "3.4", "3.5", "3.6", "3.7", "3.10"]


def test_double_cover_and_the_carve_in_show_their_own_words(sample_closely: Reading) -> None:
    shown = rows(reach_grid(sample_closely, "Crosswave"))
    own = {clause for clause, cells in shown.items() if cells[-1] not in {NONE, ""}}
    assert own == {"3.14", "3.15", "3.16", "3.18"}


def test_the_strong_gaps_come_first_with_both_texts_and_the_reason(sample_closely: Reading) -> None:
    shown = rows(gaps_grid(sample_closely, "Crosswave"))
    assert set(list(shown)[: len(STRONG)]) == STRONG
    bare, sibling, excused, why = shown["18.1(3)"]
    assert "has a material adverse effect" in bare
    assert sibling == "5.3"
    assert excused.startswith("except for any adverse effects")
    assert "5.3" in why
    assert not {"3.3", "3.4", "3.5", "3.6", "3.7"} & set(shown)
