"""The memo's own words: what it numbers, sorts and pairs before anything is drawn."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from carveout.memo.memo import heading_of, memo_of
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
