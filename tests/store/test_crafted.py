"""Files that somebody made to do harm when they are opened: each is refused in a second, and does nothing."""

# ruff: noqa: S608  (the statements are those of somebody who means harm)
from __future__ import annotations

import json
import sqlite3
import time
import zlib
from contextlib import closing
from typing import TYPE_CHECKING, TypeAlias

import pytest

from carveout.store.backup import back_up
from carveout.store.errors import DamagedMatterError, MatterError, NewerMatterError, NotAMatterError
from carveout.store.glimpse import text_of
from carveout.store.matter import Matter, open_matter
from carveout.store.recognition import source_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carveout.review.log import Operation

Note: TypeAlias = "Callable[[Matter, str], Operation]"

UNCHECKED = "PRAGMA ignore_check_constraints = ON; PRAGMA writable_schema = ON;"
LOOSE = (
    UNCHECKED
    + "CREATE TEMP TABLE was AS SELECT name AS called, sql AS words FROM main.sqlite_schema;"
    + "UPDATE main.sqlite_schema SET sql = replace(replace(sql, 'STRICT', ''), 'NOT NULL', '');"
    + "PRAGMA writable_schema = RESET; PRAGMA writable_schema = ON;"
)
AGAIN = ";UPDATE main.sqlite_schema SET sql = (SELECT words FROM was WHERE called = name)"
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT"

CRAFTED = {
    "a trigger that deletes notes": "CREATE TRIGGER t AFTER INSERT ON operation BEGIN DELETE FROM annotation; END",
    "a trigger on the ledger": "CREATE TRIGGER t AFTER UPDATE ON _sqlite_migrations BEGIN DELETE FROM matter; END",
    "an endless view for a table": "ALTER TABLE document RENAME TO d;"
    f"CREATE VIEW document AS {ENDLESS} i AS name, i AS sha256, i AS reading, i AS reading_sha256 FROM n",
    "an endless view for the matter": "ALTER TABLE matter RENAME TO m;"
    f"CREATE VIEW matter AS {ENDLESS} i AS id, i AS created, i AS version, i AS origin FROM n",
    "an endless sum for the document": "ALTER TABLE document RENAME TO d;"
    f"CREATE VIEW document AS {ENDLESS} sum(i) AS sha256, 1 AS reading, 1 AS reading_sha256 FROM n",
    "a view that fills the memory": "ALTER TABLE mark RENAME TO m; CREATE VIEW mark AS SELECT zeroblob(1000000000)",
    "a generated column that computes": "ALTER TABLE mark ADD COLUMN x BLOB AS (zeroblob(1000000000)) VIRTUAL",
    "an index on an expression": "CREATE INDEX x ON mark (abs(clause))",
    "a virtual table": "CREATE VIRTUAL TABLE x USING fts5 (a)",
    "hundreds of tables": "BEGIN;" + ";".join(f"CREATE TABLE t{n} (a)" for n in range(500)),
    "a table of another shape": "DROP TABLE mark; CREATE TABLE mark (clause)",
    "a table's words changed under it": "PRAGMA writable_schema = ON;"
    "UPDATE sqlite_schema SET sql = replace(sql, 'clause INTEGER', 'clause TEXT   ') WHERE name = 'mark'",
    "a root page that is another's": "PRAGMA writable_schema = ON;"
    "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'mark')"
    "WHERE name = 'decision'",
    "a huge source": "UPDATE document SET source = zeroblob(30000000)",
    "a huge reading": "UPDATE document SET reading = zeroblob(30000000)",
    "a huge edit": "UPDATE operation SET edit = '\"' || hex(zeroblob(5000000)) || '\"'",
    "a reading that inflates": None,
    "an edit nested without end": "UPDATE operation SET edit = replace(hex(zeroblob(2000000)), '0', '[')",
    "an edit with a number without end": "UPDATE operation SET edit = replace(hex(zeroblob(2000000)), '0', '9')",
    "a forged link": "UPDATE operation SET previous = replace(hex(zeroblob(32)), '0', 'f')",
    "a link to itself": "UPDATE operation SET previous = hash",
    "a NUL in a note": "UPDATE operation SET edit = replace(edit, 'kept', 'ke' || char(0) || 'pt')",
    "a NUL in the id": "UPDATE matter SET id = char(0)",
    "text that is no UTF-8": "UPDATE matter SET created = CAST(x'fffec3' AS TEXT)",
    "bytes for text": LOOSE + "UPDATE matter SET id = x'00'" + AGAIN,
    "a number for text": LOOSE + "UPDATE operation SET at = 9e999" + AGAIN,
    "nothing for text": LOOSE + "UPDATE operation SET author = NULL" + AGAIN,
    "text for a number": UNCHECKED + "UPDATE operation SET seq = 9223372036854775807",
    "a time that never was": "UPDATE matter SET created = '9999-99-99T99:99:99+99:99'",
    "a role that isn't one": UNCHECKED + "UPDATE operation SET role = 'own'",
    "an older version that it isn't": "PRAGMA user_version = 1",
    "a newer version": "PRAGMA user_version = 2000000000",
    "a negative version": "PRAGMA user_version = -1",
    "another program's file": "PRAGMA application_id = 7",
    "write-ahead logging": "PRAGMA journal_mode = WAL",
}


@pytest.fixture
def crafted(matter: Matter, note: Note, tmp_path: Path) -> Callable[[str | None], Path]:
    """Return what makes a mailed file of a matter by a craftsman's statements."""
    note(matter, "kept")
    matter.close()

    def craft(statements: str | None) -> Path:
        mailed = tmp_path / "mailed.carveout"
        mailed.write_bytes(matter.path.read_bytes())
        with closing(sqlite3.connect(mailed)) as connection:
            if statements is None:
                bomb = zlib.compress(json.dumps("x" * 30_000_000).encode())
                connection.execute("UPDATE document SET reading = ?", [bomb])
            else:
                connection.executescript(statements)
            connection.commit()
        return mailed

    return craft


@pytest.mark.parametrize("statements", CRAFTED.values(), ids=CRAFTED.keys())
def test_a_crafted_matter_is_refused_in_a_second_and_left_alone(
    crafted: Callable[[str | None], Path], matter: Matter, tmp_path: Path, statements: str | None
) -> None:
    mailed, own = crafted(statements), matter.path.read_bytes()
    before = mailed.read_bytes()
    began = time.process_time()
    with pytest.raises((DamagedMatterError, NewerMatterError, NotAMatterError)):
        open_matter(mailed, backups=tmp_path / "none")
    assert time.process_time() - began < 1
    assert mailed.read_bytes() == before
    assert matter.path.read_bytes() == own
    assert sorted(path.name for path in tmp_path.iterdir()) == ["deal.carveout", "mailed.carveout"]


@pytest.mark.parametrize("name", [name for name in CRAFTED if "endless" in name or "inflates" in name])
def test_what_only_looks_at_a_crafted_matter_does_not_wait_for_it_either(
    crafted: Callable[[str | None], Path], name: str
) -> None:
    mailed = crafted(CRAFTED[name])
    began = time.process_time()
    assert isinstance(source_of(mailed), str | None)
    assert isinstance(text_of(mailed), str | None)
    assert time.process_time() - began < 1


def test_a_crafted_matter_does_not_stand_for_a_backup(crafted: Callable[[str | None], Path], tmp_path: Path) -> None:
    mailed = crafted(CRAFTED["a trigger that deletes notes"])
    shelved = tmp_path / "backups"
    with open_matter(tmp_path / "deal.carveout") as matter:
        good = back_up(matter, shelved)
    assert good is not None
    (good.parent / "9999-01-01 00-00-00.000000 UTC.carveout").write_bytes(mailed.read_bytes())
    (tmp_path / "deal.carveout").write_bytes(b"gone")
    with pytest.raises(MatterError) as refusal:
        open_matter(tmp_path / "deal.carveout", backups=shelved)
    assert isinstance(refusal.value, DamagedMatterError)
    assert refusal.value.backup == good
