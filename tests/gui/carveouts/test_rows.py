from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from carveout.gui.carveouts.rows import Column, Criteria, Row, kept, ordered, rows_of, summary
from carveout.review.mark import Decision, Verdict

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span

AT = dt.datetime(2026, 11, 22, 13, 48, tzinfo=dt.UTC)


@pytest.fixture
def rows(sample_reading: Reading) -> tuple[Row, ...]:
    return rows_of(sample_reading)


def decided(rows: tuple[Row, ...], **verdicts: Verdict) -> dict[Span, Decision]:
    """Decisions on the clauses that are named, `_3_10` for 3.10."""
    wanted = {name[1:].replace("_", "."): verdict for name, verdict in verdicts.items()}
    return {
        row.carveout.span: Decision(wanted[row.clause], "for a reason", "A. Reader", AT)
        for row in rows
        if row.clause in wanted
    }


def clauses(rows: tuple[Row, ...], positions: list[int]) -> list[str]:
    return [rows[position].clause for position in positions]


def test_a_row_says_everything_of_its_carveout(rows: tuple[Row, ...]) -> None:
    row = next(row for row in rows if row.clause == "3.10")
    assert (row.kind, row.subject) == ("Exception", "Crosswave")
    assert row.words.startswith("except for any adverse effects caused by the petitioning for Corporate")
    assert "\n" not in row.words
    assert row.reaches == "3.10"
    assert row.place == "p. 15\nll. 793–796"


def test_a_definition_counts_what_it_reaches_and_names_the_first(rows: tuple[Row, ...]) -> None:
    row = next(row for row in rows if row.clause == "3.1")
    count, _, names = row.reaches.partition(" clauses:\n")
    assert int(count) > 3
    assert names.startswith("3.")
    assert names.endswith(" …")


def test_rows_are_narrowed_to_a_subject(rows: tuple[Row, ...]) -> None:
    shown = clauses(rows, kept(rows, {}, Criteria(subject="Crosswave")))
    assert shown == ["3.1", "3.10", "3.14", "3.15", "3.16(ii)", "3.16(iii)", "3.18", "5.3"]


def test_rows_are_narrowed_to_what_is_undecided(rows: tuple[Row, ...]) -> None:
    decisions = decided(rows, _3_10=Verdict.NARROW, _3_14=Verdict.ACCEPT)
    shown = clauses(rows, kept(rows, decisions, Criteria(subject="Crosswave", undecided=True)))
    assert shown == ["3.1", "3.15", "3.16(ii)", "3.16(iii)", "3.18", "5.3"]


def test_rows_are_narrowed_to_words_wherever_they_occur_and_in_any_case(rows: tuple[Row, ...]) -> None:
    assert clauses(rows, kept(rows, {}, Criteria("LEGAL proceedings"))) == ["3.16(ii)", "3.16(iii)"]
    assert clauses(rows, kept(rows, {}, Criteria("inclusion"))) == ["3.15"]
    decisions = decided(rows, _5_3=Verdict.STRIKE)
    assert clauses(rows, kept(rows, decisions, Criteria("strike"))) == ["5.3"]


def test_rows_are_sorted_by_kind_and_stay_in_the_order_of_the_text_within_it(rows: tuple[Row, ...]) -> None:
    positions = ordered(rows, range(len(rows)), {}, Column.KIND)
    kinds = [rows[position].kind for position in positions]
    assert kinds == sorted(kinds)
    exceptions = [position for position in positions if rows[position].kind == "Exception"]
    assert exceptions == sorted(exceptions)


def test_rows_without_a_subject_come_last(rows: tuple[Row, ...]) -> None:
    positions = ordered(rows, range(len(rows)), {}, Column.SUBJECT)
    subjects = [rows[position].subject for position in positions]
    named = [subject for subject in subjects if subject]
    assert subjects[: len(named)] == named


def test_rows_are_sorted_by_decision_the_open_ones_first(rows: tuple[Row, ...]) -> None:
    decisions = decided(rows, _3_10=Verdict.STRIKE, _3_14=Verdict.ACCEPT, _5_3=Verdict.NARROW)
    shown = clauses(rows, ordered(rows, range(len(rows)), decisions, Column.DECISION))
    assert shown[-3:] == ["3.14", "5.3", "3.10"]
    backwards = ordered(rows, range(len(rows)), decisions, Column.DECISION, descending=True)
    assert clauses(rows, backwards)[:3] == ["3.10", "5.3", "3.14"]


def test_rows_are_sorted_by_how_much_they_reach(rows: tuple[Row, ...]) -> None:
    positions = ordered(rows, range(len(rows)), {}, Column.REACHES, descending=True)
    reach = [len(rows[position].carveout.reaches) for position in positions]
    assert reach == sorted(reach, reverse=True)


def test_the_summary_counts_carveouts_and_carve_ins_apart(rows: tuple[Row, ...]) -> None:
    of_subject = [row for row in rows if row.subject == "Crosswave"]
    decisions = decided(rows, _3_10=Verdict.NARROW)
    assert summary(of_subject, decisions) == "7 carve-outs, 1 carve-in · 1 of 8 decided"
    assert summary(of_subject[:1], {}) == "1 carve-out · 0 of 1 decided"
