"""Comments that came with a document become notes by those who wrote them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.read import read
from carveout.agreement.reading import Aside, AsideKind
from carveout.agreement.span import Span
from carveout.review.annotation import AnnotationKind, Target
from carveout.review.applying import folded
from carveout.review.coverage import state_of
from carveout.review.edits import Annotate
from carveout.review.grounding import ground
from carveout.review.history import history_of
from carveout.review.importing import IMPORTED, imported
from carveout.review.log import Role, sealed
from carveout.review.mark import State

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.review.annotation import Annotation

NOW = dt.datetime(2026, 11, 22, 14, 0, tzinfo=dt.UTC)
TEXT = b"1. Sale. The Seller sells the shares.\n\n2. Price. The Buyer pays the price.\n"


def commented(*asides: Aside) -> Reading:
    return replace(read(TEXT, "a.txt"), asides=asides)


def comment(words: str, text: str, author: str | None = "A. Kim", at: str | None = "2024-05-05T10:00:00Z") -> Aside:
    start = read(TEXT, "a.txt").text.index(words)
    return Aside(AsideKind.COMMENT, Span(start, start + len(words)), text, author, at)


def notes(reading: Reading) -> list[Annotation]:
    edits = list(imported(reading, NOW))
    for edit in edits:
        ground(reading, edit)
    return list(folded(edits).in_order())


def test_a_comment_is_a_note_on_its_words_by_its_author_and_of_its_time() -> None:
    (note,) = notes(commented(comment("sells the shares", "All of them?")))
    assert (note.kind, note.comment, note.author) == (AnnotationKind.NOTE, "All of them?", "A. Kim")
    assert (note.anchor.target, note.anchor.quote) == (Target.SPAN, "sells the shares")
    assert note.at == dt.datetime(2024, 5, 5, 10, 0, tzinfo=dt.UTC)


def test_replies_follow_what_they_answer_though_all_have_one_time() -> None:
    thread = [
        comment("the price", words, author) for words, author in (("Which?", "A"), ("That one.", "B"), ("OK", "A"))
    ]
    assert [note.comment for note in notes(commented(*thread))] == ["Which?", "That one.", "OK"]


def test_a_comment_on_no_words_stands_on_its_clause() -> None:
    place = read(TEXT, "a.txt").text.index("2.")
    (note,) = notes(commented(Aside(AsideKind.COMMENT, Span(place, place), "New?", "A. Kim", None)))
    assert note.anchor.target is Target.CLAUSE
    assert note.anchor.quote.startswith("2. Price.")


def test_a_comment_at_the_very_end_is_kept() -> None:
    end = len(read(TEXT, "a.txt").text)
    assert len(notes(commented(Aside(AsideKind.COMMENT, Span(end, end), "Schedules?", "A. Kim", None)))) == 1


@pytest.mark.parametrize("at", [None, "", "yesterday", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59"])
def test_a_time_that_is_none_is_that_of_the_import(at: str | None) -> None:
    (note,) = notes(commented(comment("the price", "Which?", at=at)))
    assert note.at == NOW


def test_a_time_without_a_zone_is_taken_as_it_stands() -> None:
    (note,) = notes(commented(comment("the price", "Which?", at="2024-05-05T10:00:00")))
    assert note.at.hour == 10


def test_a_comment_of_nobody_says_so() -> None:
    (note,) = notes(commented(comment("the price", "Which?", author=None)))
    assert note.author == "Author not given"


def test_a_comment_that_came_along_is_no_review_of_its_clause() -> None:
    reading = commented(comment("sells the shares", "All of them?"))
    (edit,) = imported(reading, NOW)
    review = folded([edit])
    clause = reading.outline.at(reading.text.index("sells"))
    assert clause is not None
    assert state_of(reading, review, clause) is State.UNREAD
    (note,) = review.in_order()
    answered = folded([edit, Annotate("1", None, replace(note, id="1", author="B. Roe"))])
    assert state_of(reading, answered, clause) is State.NOTED


def test_tracked_changes_are_no_notes() -> None:
    assert notes(commented(Aside(AsideKind.INSERTION, Span(0, 2), "1.", "A. Kim", None))) == []


def test_undo_leaves_alone_what_came_with_the_document() -> None:
    (edit,) = imported(commented(comment("the price", "Which?")), NOW)
    first = sealed("0" * 64, id="1", at=NOW, author=IMPORTED, role=Role.EDIT, of=None, edit=edit)
    withdrawn = sealed(first.hash, id="2", at=NOW, author="B. Roe", role=Role.EDIT, of=None, edit=edit.undone())
    assert history_of([first]).undoable == ()
    assert history_of([first, withdrawn]).undoable == (withdrawn,)
    assert history_of([]).after(first).after(withdrawn) == history_of([first, withdrawn])
