from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carveout.gui.outline.filter import Facet, Finder, around, every, of_facet
from carveout.gui.outline.row import Rows
from carveout.review.anchoring import on_span
from carveout.review.annotation import AnnotationKind, Severity, Status
from carveout.review.mark import State
from carveout.review.review import Review

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading
    from carveout.gui.session import Session

NO_REVIEW = Review()


def test_the_whole_tree_is_the_outline(reading: Reading) -> None:
    branches = every(reading.outline)
    for clause in (None, *range(len(reading.outline))):
        assert branches.children.get(clause, ()) == reading.outline.children(clause)


def test_a_match_keeps_all_above_it_and_all_below(reading: Reading) -> None:
    branches = around(reading.outline, {10})
    assert set(branches.rows) == {2, 6, 7, 10, 11, 12}
    assert branches.ways == {2, 6, 7}
    assert branches.rows[10] == 0


@pytest.mark.parametrize(
    ("facet", "clauses"),
    [
        (Facet.REPRESENTATIONS, {8, 9, 10, 13}),
        (Facet.CARVEOUTS, {9, 12, 13}),
        (Facet.UNREAD, {8, 9, 10, 13}),
        (Facet.OPEN_ISSUES, set()),
    ],
)
def test_each_facet_is_about_its_clauses(reading: Reading, facet: Facet, clauses: set[int]) -> None:
    assert of_facet(reading, NO_REVIEW, facet) == clauses


def test_what_was_read_or_noted_is_unread_no_more(
    reading: Reading, session: Session, lay: Callable[[Reading], None]
) -> None:
    lay(reading)
    session.mark(8, State.READ)
    note = session.annotate(
        AnnotationKind.ISSUE, on_span(reading, reading.carveouts[1].span), "Why?", severity=Severity.LOW
    )
    assert of_facet(reading, session.review, Facet.UNREAD) == {9, 13}
    assert of_facet(reading, session.review, Facet.OPEN_ISSUES) == {12}
    assert note is not None
    session.revise(note, status=Status.RESOLVED)
    assert of_facet(reading, session.review, Facet.OPEN_ISSUES) == set()


@pytest.mark.parametrize(
    ("typed", "clauses"),
    [
        ("3.2", {9}),
        ("lawsuits", {10}),
        ("  ALL   contracts", {13}),
        ("article 4 notice", {15}),
        ("no such words", set()),
    ],
)
def test_number_heading_and_first_words_are_searched(reading: Reading, typed: str, clauses: set[int]) -> None:
    everything = {clause.id for clause in reading.outline}
    assert Finder(reading).among(everything, typed) == clauses


def test_the_words_are_searched_within_the_facet_and_below(reading: Reading) -> None:
    finder = Finder(reading)
    assert finder.among({10}, "threatened") == {12}
    assert finder.among({10}, "financial") == set()
    assert finder.among({10}, " ") == {10}


def test_a_clause_is_found_by_its_citation(sample_reading: Reading) -> None:
    every_clause = {clause.id for clause in sample_reading.outline}
    (found,) = Finder(sample_reading).among(every_clause, "3.16(ii)")
    assert sample_reading.outline[found].citation == "Section 3.16(ii)"


def test_a_row_tells_its_own_carveouts_from_those_below(reading: Reading) -> None:
    row = Rows(reading).row(7, NO_REVIEW)
    assert row.own == ()
    assert row.said == "Article 3 Representations and Warranties, 2 exceptions, 1 inclusion"


def test_only_a_representation_has_a_state(reading: Reading) -> None:
    rows = Rows(reading)
    assert [c.id for c in reading.outline if rows.row(c.id, NO_REVIEW).state] == [8, 9, 10, 13]


def test_a_row_calls_its_clause_as_counsel_would(reading: Reading) -> None:
    rows = Rows(reading)
    called = [(rows.row(clause, NO_REVIEW).number, rows.row(clause, NO_REVIEW).title) for clause in (0, 2, 8, 11, 13)]
    assert called == [
        ("Item 1", "Security and Issuer"),
        ("Exhibit 1", "Purchase Agreement"),
        ("3.1", "Organization"),
        ("(i)", "is party to no lawsuit;"),
        ("3.4", "All contracts, including those with the Affiliate, are at arm's length."),
    ]
