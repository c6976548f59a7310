from __future__ import annotations

import datetime as dt
import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

import pytest

from carveout.agreement.span import Span
from carveout.review import anchoring
from carveout.review.annotation import Annotation, AnnotationKind, Severity, Status
from carveout.review.applying import StaleEditError
from carveout.review.edits import Annotate, Decide, MarkClause
from carveout.review.grounding import GroundlessEditError
from carveout.review.history import history_of
from carveout.review.log import BrokenChainError, Role, sealed
from carveout.review.mark import Decision, Mark, State, Verdict
from carveout.store.errors import (
    ChangedElsewhereError,
    MatterBusyError,
    MatterExistsError,
    ReadOnlyMatterError,
    UnreadableMatterError,
)
from carveout.store.matter import Matter, create_matter, open_matter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carveout.agreement.reading import Reading
    from carveout.review.edits import Edit
    from carveout.review.log import Operation

Do: TypeAlias = "Callable[..., Operation]"
Note: TypeAlias = "Callable[[Matter, str], Operation]"

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)


def test_a_new_matter_holds_the_document_and_an_empty_review(matter: Matter, reading: Reading, source: bytes) -> None:
    assert matter.reading == reading
    assert matter.source() == source
    assert matter.operations == ()
    assert not matter.review.annotations
    assert matter.head == matter.origin
    assert not matter.read_only


def test_every_kind_of_edit_is_there_when_the_matter_is_opened_again(matter: Matter, do: Do) -> None:
    issue = Annotation(
        id="1f",
        kind=AnnotationKind.ISSUE,
        anchor=anchoring.on_span(matter.reading, Span(1000, 1040)),
        comment="Закупка 株式会社 <b>&amp;</b> \u202e \x00 \ud800 𠮷",
        author="Ἀθηνᾶ",
        at=NOON,
        severity=Severity.HIGH,
    )
    resolved = replace(issue, status=Status.RESOLVED)
    decision = Decision(Verdict.NARROW, "too wide", "A. Counsel", NOON)
    do(matter, Annotate("1f", None, issue))
    do(matter, Annotate("1f", issue, resolved))
    do(matter, MarkClause(5, None, Mark(State.CLEARED, "A. Counsel", NOON)))
    do(matter, Decide(Span(40, 90), None, decision))
    operations, review = matter.operations, matter.review
    matter.close()
    with open_matter(matter.path) as again:
        assert again.operations == operations
        assert again.review == review
        assert again.id == matter.id
        assert again.review.annotations == {"1f": resolved}
        assert again.review.decisions == {Span(40, 90): decision}


def test_what_was_undone_stays_undone_and_can_still_be_redone_after_closing(matter: Matter, do: Do, note: Note) -> None:
    first, second = note(matter, "first"), note(matter, "second")
    do(matter, second.edit.undone(), Role.UNDO, second.id)
    matter.close()
    with open_matter(matter.path) as again:
        assert [a.comment for a in again.review.annotations.values()] == ["first"]
        history = history_of(again.operations)
        assert history.undoable == (first,)
        do(again, history.redoable[-1].edit, Role.REDO, history.redoable[-1].id)
        assert [a.comment for a in again.review.in_order()] == ["first", "second"]


def test_the_fold_beside_the_log_can_be_asked_by_anyone_who_reads_sql(matter: Matter, do: Do, note: Note) -> None:
    note(matter, "kept")
    withdrawn = note(matter, "withdrawn").edit
    assert isinstance(withdrawn, Annotate)
    do(matter, Annotate(withdrawn.annotation, withdrawn.after, None))
    with closing(sqlite3.connect(matter.path)) as connection:
        assert connection.execute("SELECT comment, clause, kind FROM annotation").fetchall() == [("kept", 3, "note")]


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path, reading: Reading, source: bytes) -> None:
    path = tmp_path / "deal.carveout"
    path.write_text("somebody's")
    with pytest.raises(MatterExistsError, match="choose another name"):
        create_matter(path, reading, source)
    assert path.read_text() == "somebody's"
    assert list(tmp_path.iterdir()) == [path]


def test_a_reading_of_another_source_is_no_matter(tmp_path: Path, reading: Reading) -> None:
    with pytest.raises(ValueError, match="not of this source"):
        create_matter(tmp_path / "deal.carveout", reading, b"other bytes")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")
def test_only_its_owner_may_read_a_matter(matter: Matter, note: Note) -> None:
    old = os.umask(0)
    try:
        note(matter, "privileged")
        beside = list(matter.path.parent.iterdir())
    finally:
        os.umask(old)
    assert {stat.S_IMODE(path.stat().st_mode) for path in beside} == {0o600}


def test_a_closed_matter_is_one_file(matter: Matter, note: Note) -> None:
    note(matter, "mail me")
    matter.close()
    assert list(matter.path.parent.iterdir()) == [matter.path]


def test_the_journal_of_an_earlier_matter_is_not_played_into_a_new_one_of_its_name(
    matter: Matter, note: Note, reading: Reading, source: bytes
) -> None:
    note(matter, "old")
    matter.close()
    journal = matter.path.with_name(matter.path.name + "-journal")
    _die_while_writing(matter.path)
    assert journal.stat().st_size
    matter.path.unlink()
    with create_matter(matter.path, reading, source) as new:
        assert new.operations == ()


def test_what_a_killed_program_left_half_written_is_rolled_back(matter: Matter, note: Note) -> None:
    saved = note(matter, "saved")
    matter.close()
    _die_while_writing(matter.path)
    with open_matter(matter.path) as again:
        assert again.operations == (saved,)


def test_a_reader_rolls_back_what_a_killed_program_left_too(matter: Matter, note: Note) -> None:
    saved = note(matter, "saved")
    matter.close()
    _die_while_writing(matter.path)
    with open_matter(matter.path, read_only=True) as again:
        assert again.operations == (saved,)


def test_a_matter_opened_for_reading_can_not_be_changed(matter: Matter, note: Note) -> None:
    note(matter, "before")
    with open_matter(matter.path, read_only=True) as reader:
        assert reader.read_only
        with pytest.raises(ReadOnlyMatterError, match="folder of your own"):
            note(reader, "refused")
        assert len(reader.operations) == 1


def test_a_reader_may_come_while_a_writer_is_there(matter: Matter, note: Note) -> None:
    note(matter, "first")
    with open_matter(matter.path, read_only=True) as reader:
        note(matter, "second")
        assert len(reader.operations) == 1
        assert reader.source() == matter.source()
    with open_matter(matter.path, read_only=True) as reader:
        assert reader.operations == matter.operations


def test_a_second_writer_is_stopped_before_the_chain_forks(matter: Matter, note: Note) -> None:
    with open_matter(matter.path) as other:
        mine = note(matter, "mine")
        with pytest.raises(ChangedElsewhereError, match="open it again"):
            note(other, "theirs")
        assert other.operations == ()
    with open_matter(matter.path) as other:
        theirs = note(other, "theirs, after mine")
        assert other.operations == (mine, theirs)


def test_a_busy_file_refuses_the_edit_and_takes_it_later(matter: Matter, note: Note) -> None:
    matter._connection.execute("PRAGMA busy_timeout = 1")
    with closing(sqlite3.connect(matter.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(MatterBusyError, match="try it again"):
            note(matter, "too early")
        other.execute("ROLLBACK")
        note(matter, "in time")
    assert [a.comment for a in matter.review.annotations.values()] == ["in time"]


def test_an_edit_is_not_written_to_a_file_that_was_moved_away_or_replaced(
    matter: Matter, note: Note, tmp_path: Path
) -> None:
    matter.path.rename(tmp_path / "moved.carveout")
    with pytest.raises(ChangedElsewhereError, match="moved"):
        note(matter, "lost?")
    matter.path.write_bytes((tmp_path / "moved.carveout").read_bytes())
    with pytest.raises(ChangedElsewhereError, match="replaced"):
        note(matter, "lost?")


def test_what_a_later_opening_would_refuse_is_not_saved(matter: Matter, do: Do, note: Note) -> None:
    first = note(matter, "first")
    beyond = len(matter.reading.outline)
    with pytest.raises(GroundlessEditError):
        do(matter, MarkClause(beyond, None, Mark(State.READ, "A. Counsel", NOON)))
    with pytest.raises(StaleEditError):
        do(matter, MarkClause(1, Mark(State.READ, "A. Counsel", NOON), None))
    with pytest.raises(ValueError, match="not the one in turn"):
        do(matter, first.edit.undone(), Role.UNDO, "another")
    out_of_chain = sealed(matter.origin, id="x", at=NOON, author="A", role=Role.EDIT, of=None, edit=first.edit.undone())
    with pytest.raises(BrokenChainError):
        matter.append(out_of_chain)
    matter.close()
    with open_matter(matter.path) as again:
        assert again.operations == (first,)


def test_a_name_that_the_system_could_not_decode_does_not_stop_a_note(matter: Matter) -> None:
    edit: Edit = MarkClause(2, None, Mark(State.READ, "J\udcff", NOON))
    operation = sealed(matter.head, id="x", at=NOON, author="J\udcff", role=Role.EDIT, of=None, edit=edit)
    matter.append(operation)
    matter.close()
    with open_matter(matter.path) as again:
        assert again.operations == (operation,)


def test_a_commit_is_durable_and_nothing_in_the_file_can_act(matter: Matter) -> None:
    settings = {
        "journal_mode": "truncate",
        "synchronous": 3,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
    }
    found = {name: matter._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in settings}
    assert found == settings


def test_a_missing_file_is_told_apart_from_a_damaged_one(tmp_path: Path) -> None:
    with pytest.raises(UnreadableMatterError, match="no file"):
        open_matter(tmp_path / "gone.carveout")


def test_opening_does_not_wait_for_sqlite_utils(matter: Matter, note: Note) -> None:
    note(matter, "saved")
    program = (
        "import sys, pathlib\n"
        "from carveout.store.matter import open_matter\n"
        "with open_matter(pathlib.Path(sys.argv[1])) as matter:\n"
        "    assert len(matter.operations) == 1\n"
        "assert 'sqlite_utils' not in sys.modules\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(matter.path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def _die_while_writing(path: Path) -> None:
    """Leave the file as a program does that is killed in the middle of a transaction, its pages half written."""
    program = (
        "import os, sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "connection.execute('PRAGMA cache_size = 1')\n"
        "connection.execute('BEGIN IMMEDIATE')\n"
        "connection.execute('UPDATE document SET source = zeroblob(200000)')\n"
        "connection.execute('DELETE FROM operation')\n"
        "os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], check=False)
