from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, TypeAlias

import pytest

from carveout import assets
from carveout.store.backup import back_up, newest_good
from carveout.store.errors import DamagedMatterError, OlderMatterError
from carveout.store.matter import Matter, open_matter
from carveout.store.schema import current

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from carveout.review.log import Operation

Note: TypeAlias = "Callable[[Matter, str], Operation]"


@pytest.fixture
def old(matter: Matter, note: Note) -> Matter:
    """A closed matter of this version, with a note in it."""
    note(matter, "from before")
    matter.close()
    return matter


@pytest.fixture
def next_version(old: Matter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:  # noqa: ARG001
    """The migration that the next version of Carveout brings; `old` was made before it."""
    folder = tmp_path / "migrations"
    shutil.copytree(assets.MIGRATIONS, folder)
    script = folder / f"{current().version + 1:04}_tags.sql"
    script.write_text("CREATE TABLE tag (name TEXT PRIMARY KEY NOT NULL) STRICT;\nINSERT INTO tag VALUES ('urgent');\n")
    monkeypatch.setattr(assets, "MIGRATIONS", folder)
    current.cache_clear()
    yield script
    current.cache_clear()


@pytest.mark.usefixtures("next_version")
def test_an_older_matter_is_brought_up_to_date_when_it_is_opened(old: Matter, note: Note) -> None:
    with open_matter(old.path) as again:
        assert (again.id, again.operations, again.reading) == (old.id, old.operations, old.reading)
        note(again, "and after")
    with closing(sqlite3.connect(old.path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (current().version,)
        assert connection.execute("SELECT name FROM tag").fetchall() == [("urgent",)]
    with open_matter(old.path) as again:
        assert [a.comment for a in again.review.in_order()] == ["from before", "and after"]


def test_a_migration_that_fails_leaves_the_matter_as_it_was(old: Matter, next_version: Path) -> None:
    next_version.write_text("CREATE TABLE tag (name TEXT) STRICT;\nINSERT INTO nowhere VALUES (1);\n")
    before, beside = old.path.read_bytes(), set(old.path.parent.iterdir())
    with pytest.raises(DamagedMatterError):
        open_matter(old.path)
    assert old.path.read_bytes() == before
    assert set(old.path.parent.iterdir()) == beside


def test_a_migration_that_would_lose_a_note_is_not_taken_over(old: Matter, next_version: Path) -> None:
    next_version.write_text("DELETE FROM annotation;\n")
    before = old.path.read_bytes()
    with pytest.raises(DamagedMatterError):
        open_matter(old.path)
    assert old.path.read_bytes() == before


@pytest.mark.usefixtures("next_version")
def test_an_older_matter_that_was_changed_is_not_brought_up_to_date(old: Matter) -> None:
    with closing(sqlite3.connect(old.path)) as connection:
        connection.execute("CREATE TRIGGER t AFTER INSERT ON operation BEGIN DELETE FROM annotation; END")
    before = old.path.read_bytes()
    with pytest.raises(DamagedMatterError):
        open_matter(old.path)
    assert old.path.read_bytes() == before


@pytest.mark.usefixtures("next_version")
def test_an_older_matter_opened_for_reading_says_what_to_do(old: Matter) -> None:
    before = old.path.read_bytes()
    with pytest.raises(OlderMatterError, match="open the copy"):
        open_matter(old.path, read_only=True)
    assert old.path.read_bytes() == before


def test_a_backup_by_the_version_before_is_good_too(
    matter: Matter, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    backups = tmp_path / "backups"
    backup = back_up(matter, backups)
    assert backup is not None
    before = backup.read_bytes()
    request.getfixturevalue("next_version")
    matter.path.write_bytes(b"lost")
    with pytest.raises(DamagedMatterError) as refusal:
        open_matter(matter.path, backups=backups)
    assert refusal.value.backup == newest_good(matter.path, backups) == backup
    assert backup.read_bytes() == before
