"""The memo's own words: what it numbers, sorts and pairs before anything is drawn."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from carveout.memo.memo import heading_of, memo_of
from carveout.memo.papers.listing import issue_rows
from carveout.review.anchoring import on_clause
from carveout.review.annotation import Severity
from carveout.review.review import Review

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.memo.memo import Memo

DAY = dt.date(2026, 11, 22)


def test_notes_are_numbered_in_the_order_of_the_text(memo: Memo) -> None:
    assert [(note.number, note.annotation.id) for note in memo.notes] == [
        (1, "a4"),
        (2, "a3"),
        (3, "a1"),
        (4, "a2"),
        (5, "a5"),
    ]


def test_open_issues_come_first_and_the_gravest_before_the_others(memo: Memo) -> None:
    assert [note.annotation.id for note in memo.issues] == ["a1", "a5"]


def test_issues_of_one_severity_stand_in_counsels_own_order(reading: Reading, review: Review) -> None:
    issue = review.annotations["a1"]
    places = (("x", 0, Severity.HIGH), ("y", 7, Severity.HIGH), ("z", 7, Severity.LOW))
    others = {
        id_: replace(issue, id=id_, anchor=on_clause(reading, clause), severity=severity)
        for id_, clause, severity in places
    }
    raised = replace(review, annotations={**review.annotations, **others})
    assert issues_of(reading, raised) == ["x", "a1", "y", "z", "a5"]
    ordered = replace(raised, ranks={"y": "B", "z": "A", "x": "zV"})
    assert issues_of(reading, ordered) == ["y", "a1", "x", "z", "a5"]
    told = memo_of(reading, ordered, heading_of(reading, ordered, DAY))
    assert [row[0] for row in issue_rows(told, ordered)] == [note.number for note in told.in_own_order]
    assert [note.annotation.id for note in told.in_own_order][:2] == ["z", "y"]
    assert [note.number for note in told.notes] == list(range(1, 9))


def issues_of(reading: Reading, review: Review) -> list[str]:
    return [note.annotation.id for note in memo_of(reading, review, heading_of(reading, review, DAY)).issues]


def test_a_proposal_answers_the_issue_on_the_same_words(memo: Memo) -> None:
    issue, proposal = (next(n for n in memo.notes if n.annotation.id == name) for name in ("a1", "a2"))
    assert memo.proposals_for == {issue.number: (proposal,)}


def test_a_representation_knows_its_state_its_qualifiers_its_carveouts_and_its_notes(memo: Memo) -> None:
    first, second, third = memo.representations
    assert (first.state, second.state, third.state) == ("cleared", "noted", "unread")
    assert [qualifier.kind for qualifier in first.qualifiers] == ["knowledge"]
    assert [entry.number for entry in second.carveouts] == [1]
    assert [entry.number for entry in third.carveouts] == [2]
    assert [note.number for note in second.notes] == [3, 4]


def test_what_was_not_reviewed_is_known(memo: Memo) -> None:
    assert [entry.representation.clause for entry in memo.unread] == [5]
    assert [entry.number for entry in memo.undecided] == [1]


def test_the_heading_names_the_parties_the_agreement_and_who_reviewed_it(reading: Reading, review: Review) -> None:
    heading = heading_of(reading, review, DAY)
    assert heading.deal == "Alpha / Beta Purchase Agreement"
    assert (
        heading.re == "Alpha / Beta Purchase Agreement of 16 September 2003: representations, warranties and carve-outs"
    )
    assert heading.author == "First reader, Second reader"


def test_a_document_without_title_is_called_by_its_file(reading: Reading) -> None:
    untitled = replace(reading, title=None, parties=(), date=None)
    assert heading_of(untitled, Review(), DAY).deal == "purchase.txt"


def test_a_document_without_anything_has_a_memo(reading: Reading) -> None:
    bare = replace(reading, representations=(), carveouts=(), qualifiers=())
    memo = memo_of(bare, Review(), heading_of(bare, Review(), DAY))
    assert (memo.notes, memo.schedule, memo.representations, memo.issues) == ((), (), (), ())


def test_the_memo_is_thought_of_without_the_library_that_draws_it() -> None:
    program = "import sys, carveout.memo.memo; assert 'reportlab' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True)
