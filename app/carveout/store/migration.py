"""Making a matter file of this version, out of nothing or out of an earlier version's."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from carveout.store.connection import connect, disconnect
from carveout.store.errors import DamagedMatterError
from carveout.store.failure import reading as reading_file
from carveout.store.failure import writing
from carveout.store.placing import new_file, put_in_place
from carveout.store.schema import APPLICATION_ID, LEDGER
from carveout.store.verification import check_structure, inspected

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

    from sqlite_utils import Database

    from carveout.store.passphrase import Key

from carveout.store.schema import Schema


def migrate(connection: sqlite3.Connection, schema: Schema) -> Database:
    """Run the migrations that the file hasn't had yet, inside the caller's transaction, and return it for more."""
    from sqlite_utils import Database, Migrations  # noqa: PLC0415 (costs more than a window)

    database = Database(connection, execute_plugins=False)
    if not database["_sqlite_migrations"].exists():
        database.executescript(LEDGER)
    migrations = Migrations("carveout")
    for script in schema.scripts:
        migrations(name=script.stem)(_running(script))
    migrations.apply(database)
    database.executescript(f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {schema.version};")
    return database


def migrate_copy(path: Path, version: int, copy: Path, schema: Schema, key: Key | None = None) -> None:
    """Write the matter at `path`, of an earlier `version`, as one of this `schema` to `copy`, and verify that."""
    with reading_file(path), closing(connect(path, read_only=True, key=key)) as old:
        try:
            check_structure(old, schema.at(version))
        except ValueError as error:
            raise DamagedMatterError(path) from error
        with writing(path):
            _migrate(old, copy, schema, key)
    inspected(copy, schema, key)


def bring_up_to_date(path: Path, version: int, schema: Schema, key: Key | None = None) -> None:
    """Put a matter of this `schema` in the place of the earlier one at `path`: whole, or not at all."""
    with writing(path), new_file(path) as copy:
        migrate_copy(path, version, copy, schema, key)
        put_in_place(copy, path)


def _migrate(old: sqlite3.Connection, copy: Path, schema: Schema, key: Key | None) -> None:
    new = connect(copy, read_only=False, key=key)
    try:
        old.backup(new)
        new.execute("PRAGMA foreign_keys = OFF")
        new.execute("BEGIN IMMEDIATE")
        migrate(new, schema)
        new.execute("COMMIT")
    finally:
        disconnect(new, read_only=False)


def _running(script: Path) -> Callable[[Database], None]:
    def run(database: Database, /) -> None:
        database.executescript(script.read_text(encoding="utf-8"))

    return run
