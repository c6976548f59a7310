"""Several reviewers' operations in one file, and what a purge leaves of a note there."""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from carveout.review.edits import MarkClause
from carveout.review.log import BrokenChainError
from carveout.review.mark import Mark, State
from carveout.review.merge import arriving, merge_of
from carveout.review.purging import purged
from carveout.store.matter import open_matter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from carveout.review.edits import Edit
    from carveout.review.log import Operation
    from carveout.store.matter import Matter

    Do = Callable[[Matter, Edit], Operation]
    Note = Callable[[Matter, str], Operation]

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
CANARY = "Canary-5f2e-privileged"


@pytest.fixture
def copy(matter: Matter, note: Note, tmp_path: Path) -> Iterator[Matter]:
    """A colleague's copy of the matter, made when it had one note."""
    note(matter, "in common")
    shutil.copy(matter.path, tmp_path / "copy.carveout")
    with open_matter(tmp_path / "copy.carveout") as copy:
        yield copy


def merge(mine: Matter, theirs: Matter) -> None:
    """Take in what another matter brings."""
    arrived = arriving(mine.operations, theirs.operations)
    mine.take_in((*arrived.operations, merge_of(mine.head, arrived, id="m" + mine.head[:8], at=NOON, author="A")))


def test_a_merged_matter_verifies_and_goes_on(matter: Matter, copy: Matter, note: Note, do: Do) -> None:
    note(matter, "mine")
    note(copy, "theirs")
    do(copy, MarkClause(3, None, Mark(State.READ, "B. Tanaka", NOON)))
    merge(matter, copy)
    note(matter, "afterwards")
    matter.close()
    with open_matter(matter.path) as again:
        comments = {annotation.comment for annotation in again.review.annotations.values()}
        assert comments == {"in common", "mine", "theirs", "afterwards"}
        assert again.review.marks[3][0].by == "B. Tanaka"
        assert again.history == matter.history


def test_merged_both_ways_two_files_hold_the_same_review(matter: Matter, copy: Matter, note: Note) -> None:
    note(matter, "mine")
    note(copy, "theirs")
    merge(matter, copy)
    merge(copy, matter)
    assert matter.review == copy.review
    for one in (matter, copy):
        one.close()
        with open_matter(one.path) as again:
            assert again.review == matter.review


def test_a_merge_that_does_not_hold_together_changes_nothing(matter: Matter, copy: Matter, note: Note) -> None:
    note(copy, "theirs")
    arrived = arriving(matter.operations, copy.operations)
    before = matter.path.read_bytes()
    with pytest.raises(BrokenChainError):
        matter.take_in(arrived.operations + arrived.operations)
    assert matter.path.read_bytes() == before
    assert not any(one.comment == "theirs" for one in matter.review.annotations.values())


def test_the_fold_of_a_merge_can_be_asked_by_anyone_who_reads_sql(matter: Matter, copy: Matter, do: Do) -> None:
    do(copy, MarkClause(3, None, Mark(State.READ, "B. Tanaka", NOON)))
    do(matter, MarkClause(3, None, Mark(State.CLEARED, "A. Counsel", NOON)))
    merge(matter, copy)
    with closing(sqlite3.connect(matter.path)) as connection:
        found = connection.execute("SELECT author, state FROM mark WHERE clause = 3 ORDER BY author").fetchall()
    assert found == [("A. Counsel", "cleared"), ("B. Tanaka", "read")]


def test_a_purge_leaves_no_word_in_the_file(matter: Matter, note: Note) -> None:
    made = note(matter, CANARY)
    note(matter, "stays")
    annotation = getattr(made.edit, "annotation", "")
    matter.purge(purged(matter.operations, {annotation}, id="p", at=NOON, author="A. Counsel"))
    matter.close()
    assert CANARY.encode() not in matter.path.read_bytes()
    assert [one.name for one in matter.path.parent.iterdir()] == [matter.path.name]
    with open_matter(matter.path) as again:
        assert [one.comment for one in again.review.annotations.values()] == ["stays"]
