"""Two real files, merged both ways: what came stays, the other file is only read, and what is no copy is refused."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import shutil
import sqlite3
import uuid
from contextlib import closing
from typing import TYPE_CHECKING, TypeAlias

import pytest

from carveout import assets
from carveout.agreement.read import read
from carveout.review.log import sealed
from carveout.review.merge import arriving, merge_of
from carveout.review.purging import purged
from carveout.store.backup import back_up, purge_backups
from carveout.store.copies import (
    AnotherDealError,
    BegunSeparatelyError,
    ForgedCopyError,
    SameFileError,
    read_copy,
)
from carveout.store.errors import DamagedMatterError, MatterError, NewerMatterError, NotAMatterError
from carveout.store.matter import Matter, create_matter, open_matter
from carveout.store.passphrase import can_protect, new_key
from carveout.store.protection import rewrite
from carveout.store.schema import current

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from carveout.agreement.reading import Reading
    from carveout.review.log import Operation

    Note: TypeAlias = Callable[[Matter, str], Operation]


@pytest.fixture
def other(matter: Matter, note: Note, tmp_path: Path) -> Iterator[Matter]:
    """A copy of the matter that another reviewer has gone on with, as she has gone on with hers."""
    note(matter, "before")
    path = tmp_path / "deal (copy).carveout"
    shutil.copyfile(matter.path, path)
    note(matter, "mine")
    with open_matter(path) as copy:
        note(copy, "theirs")
        yield copy


def take_in(into: Matter, path: Path) -> None:
    """Merge a copy, as the command line does."""
    arrived = arriving(into.operations, read_copy(path, into).operations)
    if arrived.operations:
        at = dt.datetime.now(dt.UTC)
        into.take_in((*arrived.operations, merge_of(into.head, arrived, id=uuid.uuid4().hex, at=at, author="A.")))


def test_merged_both_ways_two_files_say_the_same_and_verify(matter: Matter, other: Matter) -> None:
    take_in(matter, other.path)
    take_in(other, matter.path)
    for path in (matter.path, other.path):
        with open_matter(path, read_only=True) as again:
            assert {one.comment for one in again.review.annotations.values()} == {"before", "mine", "theirs"}
            assert again.review == matter.review


def test_the_other_file_is_only_read(matter: Matter, other: Matter) -> None:
    before = hashlib.sha256(other.path.read_bytes()).hexdigest(), other.path.stat().st_mtime_ns
    around = set(other.path.parent.iterdir())
    read_copy(other.path, matter)
    assert (hashlib.sha256(other.path.read_bytes()).hexdigest(), other.path.stat().st_mtime_ns) == before
    assert set(other.path.parent.iterdir()) == around


def test_what_an_interrupted_program_left_beside_it_is_taken_back_in_private(
    matter: Matter, other: Matter, tmp_path: Path
) -> None:
    left = tmp_path / "left.carveout"
    with closing(sqlite3.connect(other.path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE operation SET author = 'X' || author")
        connection.execute("CREATE TABLE much (words TEXT)")
        for _ in range(50):
            connection.execute("INSERT INTO much VALUES (?)", ["x" * 4000])
        shutil.copyfile(other.path, left)
        shutil.copyfile(f"{other.path}-journal", f"{left}-journal")
        connection.execute("ROLLBACK")
    held = left.read_bytes()
    assert read_copy(left, matter).operations == other.operations
    assert left.read_bytes() == held


def test_a_merge_that_breaks_off_leaves_the_matter_as_it_was(
    matter: Matter, other: Matter, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = matter.operations

    def break_off(_operation: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("carveout.store.recording.operation_row", break_off)
    with pytest.raises(KeyboardInterrupt):
        take_in(matter, other.path)
    monkeypatch.undo()
    assert matter.operations == whole
    with open_matter(matter.path, read_only=True) as again:
        assert again.operations == whole
    take_in(matter, other.path)
    assert len(matter.operations) == len(whole) + 2


def test_the_file_that_is_open_is_no_copy_of_itself(matter: Matter) -> None:
    with pytest.raises(SameFileError):
        read_copy(matter.path, matter)


def test_another_deals_matter_is_refused_by_name(matter: Matter, tmp_path: Path) -> None:
    source = b"This Agreement is made between Alpha and Beta.\n\nArticle 1.  Notice\n\n     Notices are given."
    with (
        create_matter(tmp_path / "alpha.carveout", read(source, "alpha.txt"), source) as alpha,
        pytest.raises(AnotherDealError, match=re.escape("is the review of another document: “alpha.txt”")),
    ):
        read_copy(alpha.path, matter)


def test_a_matter_begun_separately_on_the_same_document_is_no_copy(
    matter: Matter, tmp_path: Path, reading: Reading, source: bytes
) -> None:
    with create_matter(tmp_path / "again.carveout", reading, source) as again, pytest.raises(BegunSeparatelyError):
        read_copy(again.path, matter)


def test_an_altered_operation_under_one_id_is_refused(matter: Matter, other: Matter) -> None:
    mine = next(one for one in matter.operations if one not in other.operations)
    with open_matter(other.path) as made:
        last = made.operations[-1]
        made.append(
            sealed(made.head, id=mine.id, at=last.at, author="X", role=last.role, of=None, edit=mine.edit),
        )
    with pytest.raises(ForgedCopyError):
        read_copy(other.path, matter)


def test_damage_newer_versions_and_other_files_are_told_by_the_files_own_name(
    matter: Matter, other: Matter, tmp_path: Path
) -> None:
    damaged, newer, none = (tmp_path / name for name in ("damaged.carveout", "newer.carveout", "none.carveout"))
    held = bytearray(other.path.read_bytes())
    newer.write_bytes(bytes(held[:60]) + (999).to_bytes(4) + bytes(held[64:]))
    damaged.write_bytes(bytes(held[:-8192]))
    none.write_text("no matter")
    for path, kind in ((damaged, DamagedMatterError), (newer, NewerMatterError), (none, NotAMatterError)):
        with pytest.raises(kind, match=re.escape(path.name)):
            read_copy(path, matter)
    with pytest.raises(MatterError):
        read_copy(tmp_path / "nowhere.carveout", matter)


def test_an_older_copy_is_brought_up_to_date_in_private(
    matter: Matter, note: Note, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note(matter, "before")
    older, newer = tmp_path / "older.carveout", tmp_path / "newer.carveout"
    for path in (older, newer):
        shutil.copyfile(matter.path, path)
    with open_matter(older) as copy:
        note(copy, "theirs")
    folder = tmp_path / "migrations"
    shutil.copytree(assets.MIGRATIONS, folder)
    script = folder / f"{current().version + 1:04}_next.sql"
    script.write_text("CREATE TABLE next (name TEXT PRIMARY KEY NOT NULL) STRICT;\n")
    held = older.read_bytes()
    monkeypatch.setattr(assets, "MIGRATIONS", folder)
    current.cache_clear()
    try:
        with open_matter(newer) as mine:
            take_in(mine, older)
            assert {one.comment for one in mine.review.annotations.values()} == {"before", "theirs"}
    finally:
        monkeypatch.undo()
        current.cache_clear()
    assert older.read_bytes() == held


@pytest.mark.skipif(not can_protect(), reason="SQLCipher isn't installed")
def test_protected_copies_are_merged_and_purged_under_their_passphrase(
    matter: Matter, note: Note, tmp_path: Path
) -> None:
    first, backups, key = note(matter, "before"), tmp_path / "backups", new_key("a passphrase that is long")
    matter.close()
    rewrite(matter.path, None, key, backups)
    theirs = tmp_path / "theirs.carveout"
    shutil.copyfile(matter.path, theirs)
    with open_matter(theirs, key=key) as copy:
        note(copy, "theirs")
    with open_matter(matter.path, key=key) as mine:
        take_in(mine, theirs)
        assert {one.comment for one in mine.review.annotations.values()} == {"before", "theirs"}
        held = back_up(mine, backups)
        (gone,) = (id_ for id_, one in mine.review.annotations.items() if one.comment == "before")
        at = dt.datetime.now(dt.UTC)
        mine.purge(purged(mine.operations, [gone], id=uuid.uuid4().hex, at=at, author=first.author))
        kept = back_up(mine, backups)
        purge_backups(mine, backups)
        assert held is not None
        assert kept is not None
        assert (held.exists(), kept.exists()) == (False, True)
