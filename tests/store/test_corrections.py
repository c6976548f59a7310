"""Corrections of the outline in a matter: saved, replayed, undone, and refused where they are about nothing."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from carveout.agreement.correction.change import Act, Change
from carveout.review.correction import Correction
from carveout.review.edits import Correct, MarkClause
from carveout.review.grounding import GroundlessEditError
from carveout.review.log import Role
from carveout.review.mark import Mark, State
from carveout.store.matter import open_matter

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading
    from carveout.review.log import Operation
    from carveout.store.matter import Matter

    Do = Callable[..., Operation]

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)


def correct(act: Act, start: int) -> Correct:
    made = Correction(f"{act.value}{start}", Change(act, start), "Section 3.10", "A. Counsel", NOW)
    return Correct(made.id, None, made)


@pytest.fixture
def start(reading: Reading) -> int:
    return next(clause.start for clause in reading.outline if clause.citation == "Section 3.10")


def test_a_corrected_matter_opens_as_it_was_corrected(matter: Matter, do: Do, reading: Reading, start: int) -> None:
    do(matter, correct(Act.DEMOTE, start))
    seen = matter.reading, matter.review
    assert matter.reading != reading
    matter.close()
    with open_matter(matter.path) as again:
        assert (again.reading, again.review) == seen
        assert again.corrected.as_read == reading


def test_undo_gives_the_reading_back_and_redo_the_correction(
    matter: Matter, do: Do, reading: Reading, start: int
) -> None:
    made = do(matter, correct(Act.JOIN, start))
    corrected = matter.reading
    do(matter, made.edit.undone(), Role.UNDO, made.id)
    assert matter.reading == reading
    do(matter, made.edit, Role.REDO, made.id)
    assert matter.reading == corrected
    matter.close()
    with open_matter(matter.path) as again:
        assert again.reading == corrected


def test_a_mark_on_a_clause_that_was_split_off_is_kept(matter: Matter, do: Do, reading: Reading) -> None:
    at = next(one.span.start for one in reading.carveouts)
    name = len(reading.outline) + at
    marked = MarkClause(name, None, Mark(State.READ, "A. Counsel", NOW))
    with pytest.raises(GroundlessEditError):
        do(matter, marked)
    do(matter, correct(Act.SPLIT, at))
    do(matter, marked)
    matter.close()
    with open_matter(matter.path) as again:
        assert list(again.review.marks) == [again.reading.outline.beginning(at)]


def test_a_correction_beyond_the_text_is_refused(matter: Matter, do: Do, reading: Reading) -> None:
    with pytest.raises(GroundlessEditError):
        do(matter, correct(Act.JOIN, len(reading.text)))


def test_a_matter_keeps_its_schema_and_its_reading_as_they_were(matter: Matter, do: Do, start: int) -> None:
    """Whoever opens a matter from before corrections were known finds the same file."""

    def kept() -> tuple[object, ...]:
        with closing(sqlite3.connect(matter.path)) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()
            return version, connection.execute("SELECT reading, reading_sha256 FROM document").fetchone()

    before = kept()
    do(matter, correct(Act.DEMOTE, start))
    assert kept() == before
