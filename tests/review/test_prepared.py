from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from carveout.agreement.read import read
from carveout.review.annotation import AnnotationKind, Target, Visibility
from carveout.review.edits import Annotate, Decide, MarkClause
from carveout.review.mark import State, Verdict
from carveout.review.prepared import edits_of, prepared

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading

NOW = dt.datetime(2024, 5, 5, 12, tzinfo=dt.UTC)
AGREEMENT = b"""                          SHARE PURCHASE AGREEMENT

     This Agreement is made on May 5, 2024 between Alpha Corp. ("Seller") and
Beta Inc. ("Buyer").

Article 1.  Definitions

     1.1  "Closing Date" shall mean the day on which the shares are paid for.

Article 2.  Representations and Warranties

     The Seller represents and warrants to the Buyer as follows:

     2.1  Organization.  The Company is duly organized.

     2.2  No Lawsuits.  The Company is party to no lawsuit, except for the
proceedings disclosed in Schedule 2.2.
"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(AGREEMENT, "agreement.txt")


def record(**lists: list[dict[str, str]]) -> dict[str, Any]:
    return {"document": "agreement.txt", "reviewer": "B. Counsel", "marks": [], "notes": [], "decisions": [], **lists}


def test_a_note_stands_on_the_words_that_it_quotes(reading: Reading) -> None:
    note = {"at": "Section 2.1", "kind": "note", "words": "duly organized", "comment": "By whom?"}
    (edit,) = edits_of(prepared(record(notes=[note])), reading, NOW)
    assert isinstance(edit, Annotate)
    assert edit.after is not None
    assert (edit.after.anchor.quote, edit.after.anchor.target) == ("duly organized", Target.SPAN)
    assert (edit.after.author, edit.after.kind, edit.after.at) == ("B. Counsel", AnnotationKind.NOTE, NOW)


def test_a_note_without_words_stands_on_its_clause(reading: Reading) -> None:
    note = {"at": "Section 2.1", "kind": "note", "comment": "By whom?"}
    (edit,) = edits_of(prepared(record(notes=[note])), reading, NOW)
    assert isinstance(edit, Annotate)
    assert edit.after is not None
    assert edit.after.anchor.target is Target.CLAUSE


def test_a_note_is_internal_unless_it_says_that_it_is_shared(reading: Reading) -> None:
    note = {"at": "Section 2.1", "kind": "note", "comment": "By whom?"}
    notes = [note, {**note, "visibility": "shared"}]
    made = [edit.after for edit in edits_of(prepared(record(notes=notes)), reading, NOW) if isinstance(edit, Annotate)]
    assert [one and one.visibility for one in made] == [Visibility.INTERNAL, Visibility.SHARED]


def test_marks_and_decisions_find_their_clause(reading: Reading) -> None:
    written = record(
        marks=[{"at": "Section 2.1", "state": "read"}],
        decisions=[{"at": "Section 2.2", "verdict": "narrow", "reason": "Too wide."}],
    )
    mark, decide = edits_of(prepared(written), reading, NOW)
    assert isinstance(mark, MarkClause)
    assert mark.after is not None
    assert (reading.outline[mark.clause].citation, mark.after.state) == ("Section 2.1", State.READ)
    assert isinstance(decide, Decide)
    assert decide.after is not None
    assert (decide.carveout, decide.after.verdict) == (reading.carveouts[0].span, Verdict.NARROW)


@pytest.mark.parametrize(
    ("lists", "told"),
    [
        ({"marks": [{"at": "Section 9.9", "state": "read"}]}, "no Section 9.9"),
        ({"notes": [{"at": "Section 2.1", "kind": "note", "words": "elsewhere", "comment": "?"}]}, "doesn't hold"),
        ({"decisions": [{"at": "Section 2.1", "verdict": "accept", "reason": ""}]}, "holds no such carve-out"),
    ],
)
def test_what_is_not_in_the_document_is_refused(
    reading: Reading, lists: dict[str, list[dict[str, str]]], told: str
) -> None:
    with pytest.raises(ValueError, match=told):
        list(edits_of(prepared(record(**lists)), reading, NOW))
