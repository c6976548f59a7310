"""The harness of bench.readback in short: what is read back from the PDF is what went in, and it leads to its words."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from bench.large import agreement
from bench.memos import of_example
from bench.printed import Printed
from bench.readback import noted, otherwise, read_back

from carveout.agreement.close_reading import read_closely
from carveout.agreement.read import read
from carveout.memo.memo import Memo, heading_of, memo_of
from carveout.memo.write import write
from carveout.review.annotation import AnnotationKind

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from carveout.agreement.reading import Reading
    from carveout.review.review import Review

NOTES = 120


@pytest.fixture(scope="module")
def made() -> tuple[Reading, Review]:
    """A short agreement with notes of every kind all over it, hostile Unicode in each."""
    reading = read_closely(read(agreement(0.012).encode(), "made.txt"))
    return reading, noted(reading, NOTES, random.Random(7))


def held(reading: Reading, review: Review, folder: Path) -> tuple[Memo, Printed]:
    day: dt.date = next(iter(review.annotations.values())).at.date()
    memo = memo_of(reading, review, heading_of(reading, review, day))
    write(memo, folder / "memo.pdf")
    return memo, Printed(folder / "memo.pdf")


def test_the_memo_of_the_example_says_what_went_in(tmp_path: Path) -> None:
    checked, faults = read_back(*held(*of_example(), tmp_path))
    assert faults == []
    assert checked > 200


def test_notes_with_hostile_unicode_are_read_back_each_with_its_citation_and_its_words(
    made: tuple[Reading, Review], tmp_path: Path
) -> None:
    memo, printed = held(*made, tmp_path)
    checked, faults = read_back(memo, printed)
    assert faults == []
    assert checked > 3 * NOTES
    assert {note.annotation.kind for note in memo.notes} == set(AnnotationKind)
    _, noticed = read_back(otherwise(memo), printed)
    assert noticed
