"""What a matter file must be before anything in it is believed."""

from __future__ import annotations

import hashlib
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from carveout.review.applying import StaleEditError
from carveout.review.corrected import Corrected
from carveout.review.fold import fold
from carveout.review.grounding import GroundlessEditError, ground, split_in
from carveout.review.history import History, history_of
from carveout.review.log import BrokenChainError, origin, verify
from carveout.review.moment import moment_of
from carveout.store.connection import connect
from carveout.store.document import unpacked
from carveout.store.errors import DamagedMatterError, NewerMatterError, NotAMatterError, PassphraseNeededError
from carveout.store.failure import reading as reading_file
from carveout.store.passphrase import MARK
from carveout.store.recognition import MAGIC
from carveout.store.rows import KEYS, fold_rows, operation_of
from carveout.store.schema import APPLICATION_ID, objects_in

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from carveout.review.log import Operation
    from carveout.store.passphrase import Key
    from carveout.store.rows import Row
    from carveout.store.schema import Schema

_ROLLBACK_JOURNAL = b"\x01\x01"


@dataclass(frozen=True)
class Contents:
    """All that a matter file holds but the source's bytes, verified."""

    id: str
    corrected: Corrected
    operations: tuple[Operation, ...]
    history: History
    origin: str

    @property
    def head(self) -> str:
        """The hash of the last operation, or the origin where there is none."""
        return self.operations[-1].hash if self.operations else self.origin


def version_of(path: Path, schema: Schema, key: Key | None = None) -> int:
    """Return the version of the matter file, read from its first bytes, before SQLite sees it; a protected one's by it.

    Raises NotAMatterError, NewerMatterError, DamagedMatterError, UnreadableMatterError or PassphraseNeededError.
    """
    with reading_file(path):
        if path.exists() and not path.is_file():
            raise NotAMatterError(path)
        with path.open("rb") as file:
            header = file.read(100)
    if header.startswith(MARK):
        header = _deciphered(path, key)
    if len(header) < 100 or not header.startswith(MAGIC) or int.from_bytes(header[68:72]) != APPLICATION_ID:
        raise NotAMatterError(path)
    version = int.from_bytes(header[60:64])
    if version > schema.version:
        raise NewerMatterError(path)
    if version < 1 or header[18:20] != _ROLLBACK_JOURNAL:
        raise DamagedMatterError(path)
    return version


def _deciphered(path: Path, key: Key | None) -> bytes:
    """Return what of its header a protected matter's version is read from."""
    if key is None:
        raise PassphraseNeededError(path)
    with reading_file(path), closing(connect(path, read_only=True, key=key)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    numbers = (version.to_bytes(4, signed=True), bytes(4), application.to_bytes(4, signed=True))
    return (
        MAGIC.ljust(18, b"\0")
        + (b"\2\2" if mode == "wal" else _ROLLBACK_JOURNAL).ljust(42, b"\0")
        + b"".join(numbers).ljust(40, b"\0")
    )


def inspected(path: Path, schema: Schema, key: Key | None = None) -> Contents:
    """Return what the file at `path` holds, and leave it closed. Raises MatterError."""
    with reading_file(path), closing(connect(path, read_only=True, key=key)) as connection:
        return verified(path, connection, schema)


def verified(path: Path, connection: sqlite3.Connection, schema: Schema) -> Contents:
    """Return what the file holds, as one moment left it. Raises DamagedMatterError, and sqlite3.Error for the disk's.

    The schema comes first, to the letter, so that nothing that somebody put into the file runs; then SQLite's own
    check, the source, the reading, the chain of the log, and last that the fold beside the log is what it replays to.
    Whoever writes to the file waits no longer than it takes to read it.
    """
    try:
        connection.execute("BEGIN")
        try:
            check_structure(connection, schema)
            held = _held(connection)
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        return _contents(held)
    except (ValueError, BrokenChainError, StaleEditError, GroundlessEditError, RecursionError) as error:
        raise DamagedMatterError(path) from error


def check_structure(connection: sqlite3.Connection, schema: Schema) -> None:
    """Check schema, ledger and SQLite's own bookkeeping. Raises ValueError and sqlite3.Error."""
    if objects_in(connection) != schema.objects():
        raise ValueError("The schema is not this version's.")
    if connection.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
        raise ValueError("SQLite finds the file inconsistent.")
    ledger = connection.execute("SELECT name FROM _sqlite_migrations ORDER BY id").fetchall()
    if tuple(name for (name,) in ledger) != schema.migrations:
        raise ValueError("The ledger of migrations is not this version's.")


def source_in(connection: sqlite3.Connection) -> bytes:
    """Return the source's bytes. Raises ValueError where they aren't the ones that were read."""
    ((source, sha256),) = connection.execute("SELECT source, sha256 FROM document")
    return _source(source, sha256)


@dataclass(frozen=True, slots=True)
class _Held:
    """The rows of a matter file, as they stand in it."""

    matter: tuple[Any, ...]
    document: tuple[Any, ...]
    operations: list[Row]
    fold: dict[str, list[Row]]


def _held(connection: sqlite3.Connection) -> _Held:
    (matter,) = connection.execute("SELECT id, created, version, origin FROM matter")
    (document,) = connection.execute("SELECT source, name, sha256, reading, reading_sha256 FROM document")
    fold_beside = {table: _rows(connection, table) for table in KEYS}
    return _Held(matter, document, _rows(connection, "operation"), fold_beside)


def _contents(held: _Held) -> Contents:
    id_, created, version, start = held.matter
    source, name, sha256, compressed, sealed = held.document
    _source(source, sha256)
    reading = unpacked(compressed, sealed)
    if (reading.source.name, reading.source.sha256) != (name, sha256):
        raise ValueError("The reading is of another source.")
    if start != origin(id_, moment_of(created), version, sha256, sealed):
        raise ValueError("The matter is not the one that was created.")
    operations = _operations(held.operations)
    verify(start, operations)
    splits: set[int] = set()
    for operation in operations:
        ground(reading, operation.edit, splits)
        splits |= split_in(operation.edit)
    folded = fold(operations)
    for table, rows in fold_rows(folded).items():
        if _sorted(table, rows) != _sorted(table, held.fold[table]):
            raise ValueError("The fold is not what the log replays to.")
    return Contents(id_, Corrected(reading, folded), operations, history_of(operations), start)


def _source(source: bytes, sha256: str) -> bytes:
    if hashlib.sha256(source).hexdigest() != sha256:
        raise ValueError("The source is not the one that was read.")
    return bytes(source)


def _operations(held: list[Row]) -> tuple[Operation, ...]:
    rows = sorted(held, key=_place)
    if [_place(row) for row in rows] != list(range(1, len(rows) + 1)):
        raise ValueError("The log has a gap.")
    return tuple(map(operation_of, rows))


def _place(row: Row) -> int:
    return int(row["seq"] or 0)


def _rows(connection: sqlite3.Connection, table: str) -> list[Row]:
    found = connection.execute(f"SELECT * FROM {table}")  # noqa: S608 (our own names)
    columns = [column[0] for column in found.description]
    return [dict(zip(columns, values, strict=True)) for values in found]


def _sorted(table: str, rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: [row[column] for column in KEYS[table]])
