"""Connecting to a matter file so that what is acknowledged is on the disk, and nothing in the file can act."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from carveout.store.errors import MatterError, NoProtectionError
from carveout.store.failure import database_errors

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path, PurePath
    from types import ModuleType

    from carveout.store.passphrase import Key

PATIENCE = 2.0
"""Seconds to wait for another program that is writing to the file."""

# No function of a schema runs, cells are checked as they are read, and no page of a matter goes to a temporary file.
_HARMLESS = {"trusted_schema": 0, "cell_size_check": 1, "foreign_keys": 1, "temp_store": 2}
_QUIET = {"query_only": 1}
# TRUNCATE keeps a matter one file, and its commit is a truncation that EXTRA has synced: no power cut loses a commit.
# secure_delete overwrites what is withdrawn.
_DURABLE: Mapping[str, int | str] = {"journal_mode": "truncate", "synchronous": 3, "secure_delete": 1}


def sqlite_version() -> str:
    """Return the version of the SQLite that matters are kept with."""
    return sqlite3.sqlite_version


def may_write(path: Path) -> bool:
    """Tell whether the file can be changed where it is: a change needs a journal beside it."""
    return os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)


def uri_of(path: PurePath, *, mode: str) -> str:
    """Return what SQLite opens the file by. A Windows share is a path to SQLite, not a host."""
    uri = path.as_uri()
    return f"{uri if uri.startswith('file:///') else uri.replace('file://', 'file:////', 1)}?mode={mode}"


def connect(path: Path, *, read_only: bool, key: Key | None = None, cipher: bool = False) -> sqlite3.Connection:
    """Connect to the file. Raises SQLite's errors, and MatterError where this SQLite can't do what a matter needs.

    With a key, or by SQLCipher all the same with `cipher`, what it raises is of SQLCipher's own family.

    What an interrupted program left half written is rolled back, wherever the file can be changed; otherwise a
    connection to read only leaves the file as it is. One thread at a time may use the connection, whichever it is.
    """
    if sqlite3.sqlite_version_info < (3, 37):
        raise MatterError("This computer's SQLite is older than 3.37; install a newer Python to open matters.")
    uri = uri_of(path.absolute(), mode="rw" if may_write(path) else "ro")
    library = _cipher() if key or cipher else sqlite3
    connection: sqlite3.Connection = library.connect(
        uri, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False
    )
    try:
        if key:
            connection.execute(f"PRAGMA key = \"x'{key.token}'\"")
        _set(connection, _HARMLESS)
        _set(connection, _QUIET if read_only else _DURABLE)
    except BaseException:
        connection.close()
        raise
    return connection


def disconnect(connection: sqlite3.Connection, *, read_only: bool) -> None:
    """Close the connection, and take away the empty journal that TRUNCATE leaves beside the file where it can."""
    try:
        if not read_only:
            connection.execute("PRAGMA busy_timeout = 0")
            connection.execute("PRAGMA journal_mode = DELETE")
    except database_errors():
        pass  # Another program uses the journal, or the disk is gone: the matter is whole either way.
    finally:
        connection.close()


def attach(connection: sqlite3.Connection, path: Path, key: Key | None) -> None:
    """Attach an empty file to SQLCipher's connection as `made`, to be written under a key, or under none."""
    uri = uri_of(path.absolute(), mode="rw")
    connection.execute("ATTACH DATABASE ? AS made KEY ?", [uri, f"x'{key.token}'" if key else ""])


def _cipher() -> ModuleType:
    try:
        from sqlcipher3 import dbapi2  # noqa: PLC0415 (only where a matter is protected)
    except ImportError:
        raise NoProtectionError from None
    with closing(dbapi2.connect(":memory:")) as connection:
        connection.execute("PRAGMA cipher_log_level = NONE")  # it would say on standard error that a key is wrong
    module: ModuleType = dbapi2
    return module


def _set(connection: sqlite3.Connection, settings: Mapping[str, int | str]) -> None:
    for name, value in settings.items():
        connection.execute(f"PRAGMA {name} = {value}")
        if connection.execute(f"PRAGMA {name}").fetchone()[0] != value:
            raise MatterError("This computer's SQLite can't keep a matter safe; install Carveout's own Python.")
