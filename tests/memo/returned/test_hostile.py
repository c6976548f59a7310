"""Memos that somebody damaged or made up: each brings something or is refused in a sentence, and soon."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from bench.marked import came_back, marked, mutant, notes_on, written
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, TextStringObject
from tests.memo.returned.conftest import NOW

from carveout.memo.returned import reading as returned_reading
from carveout.memo.returned.errors import MemoReturnError, TooMuchError
from carveout.memo.returned.reading import read_back

if TYPE_CHECKING:
    from pathlib import Path

    from tests.memo.returned.conftest import Back, Pen

    from carveout.agreement.reading import Reading
    from carveout.memo.returned.reading import Here


def test_marks_on_random_words_of_the_sample_come_back_on_them(sample: Reading, tmp_path: Path) -> None:
    notes = notes_on(sample, 40, random.Random(3))
    memo = tmp_path / "memo.pdf"
    written(sample, notes, memo)
    assert came_back(sample, notes, *marked(memo, 0.0)) == len(notes) == 40


def test_flipped_bytes_bring_something_or_a_sentence(pen: Pen, here: Here) -> None:
    pen.answer("a1", "So be it.")
    pen.words("Highlight", "accounts are true", "Are they?")
    memo, at_random = pen.saved(), random.Random(11)
    said = [outcome(mutant(memo, at_random), here) for _ in range(25)]
    assert "brought" in said
    assert all(one == "brought" or one.startswith("“memo.pdf” ") for one in said)


def outcome(memo: bytes, here: Here) -> str:
    """Return the sentence with which a memo is refused, or that it brought something."""
    try:
        read_back(memo, here, NOW)
    except MemoReturnError as error:
        return error.about("memo.pdf")
    return "brought"


def test_more_comments_than_anybody_makes_are_refused(pen: Pen, back: Back, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(returned_reading, "MOST", 50)
    for _ in range(51):
        pen.mark("Text", 0, (10, 10, 20, 20), "Again.")
    with pytest.raises(TooMuchError):
        back(pen.saved())


def test_marks_of_any_shape_and_size_come_back(pen: Pen, back: Back) -> None:
    huge = (-1e30, -1e30, 1e30, 1e30)
    for kind in ("Highlight", "Caret", "Square", "Ink", "Stamp", "FreeText"):
        pen.mark(kind, 0, huge, "\0" + "x" * 5_000)
        pen.mark(kind, 0, (5, 5, 5, 5), QuadPoints=ArrayObject([FloatObject(1)]))
    assert len(back(pen.saved()).came) == 12


def test_annotations_that_are_none_are_passed_over(pen: Pen, back: Back) -> None:
    page = pen.writer.pages[0]
    page[NameObject("/Annots")] = ArrayObject(
        [*page.get("/Annots", []), DictionaryObject(), TextStringObject("no annotation"), ArrayObject()]
    )
    assert back(pen.saved()).came == ()
