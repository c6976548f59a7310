"""What a matter file of this version looks like inside: the migrations, and the schema that they make."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from carveout import assets

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID = int.from_bytes(b"CARV")
"""Marks a SQLite file as a matter, at offset 68; file(1) and MIME types go by it."""

LEDGER = """
CREATE TABLE _sqlite_migrations (id INTEGER PRIMARY KEY, migration_set TEXT, name TEXT, applied_at TEXT) STRICT;
CREATE UNIQUE INDEX _sqlite_migrations_name ON _sqlite_migrations (migration_set, name);
"""
"""The table in which sqlite-utils keeps the migrations that ran. It would make it itself, in words that differ between
its versions; the schema is compared to the letter, so the words are ours."""


@dataclass(frozen=True)
class Schema:
    """The migrations, oldest first. A matter's version is the number of those that made it."""

    scripts: tuple[Path, ...]

    @property
    def version(self) -> int:
        """What `user_version` is in a file of this schema."""
        return len(self.scripts)

    @property
    def migrations(self) -> tuple[str, ...]:
        """The names of the migrations, as the ledger has them."""
        return tuple(script.stem for script in self.scripts)

    def at(self, version: int) -> Schema:
        """Return the schema as it was at an earlier version."""
        return Schema(self.scripts[:version])

    def objects(self) -> frozenset[tuple[str | None, ...]]:
        """Return what `sqlite_schema` holds in a file of this schema, as `objects_in` reads it."""
        return _objects(self.scripts)


def schema_in(folder: Path) -> Schema:
    """Return the schema that the migrations of a folder make."""
    return Schema(tuple(sorted(folder.glob("*.sql"))))


@cache
def current() -> Schema:
    """Return the schema of this version of Carveout."""
    return schema_in(assets.MIGRATIONS)


def objects_in(connection: sqlite3.Connection) -> frozenset[tuple[str | None, ...]]:
    """Return every table, index, view and trigger of a database with the words that made it."""
    return frozenset(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema"))


@cache
def _objects(scripts: tuple[Path, ...]) -> frozenset[tuple[str | None, ...]]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(LEDGER)
        for script in scripts:
            connection.executescript(script.read_text(encoding="utf-8"))
        return objects_in(connection)
