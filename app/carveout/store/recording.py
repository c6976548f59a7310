"""Writing operations into a matter file, with the rows of the fold that they change, in one transaction."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from carveout.store.failure import database_errors
from carveout.store.rows import KEYS, operation_row

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from carveout.review.log import Operation
    from carveout.store.rows import Change, Row


def record(
    connection: sqlite3.Connection,
    head: str,
    length: int,
    made: Sequence[Operation],
    rows: Iterable[Change],
    gone: Sequence[Operation],
) -> bool:
    """Write operations after a log of a `length`, and in place of those that were purged; all of it, or nothing.

    Returns False, and writes nothing, where the log in the file doesn't end with `head`, or where it isn't empty for
    its first. Raises sqlite3.Error.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        if head_in(connection) != (head if length else None):
            connection.execute("ROLLBACK")
            return False
        _write(connection, length, made, rows, gone)
        connection.execute("COMMIT")
    except BaseException:
        with suppress(*database_errors()):
            connection.execute("ROLLBACK")
        raise
    return True


def head_in(connection: sqlite3.Connection) -> str | None:
    """Return the hash of the last operation in the file, None where there is none. Raises sqlite3.Error."""
    last = connection.execute("SELECT hash FROM operation ORDER BY seq DESC LIMIT 1").fetchone()
    return None if last is None else str(last[0])


def _write(
    connection: sqlite3.Connection,
    length: int,
    made: Sequence[Operation],
    rows: Iterable[Change],
    gone: Sequence[Operation],
) -> None:
    for seq, operation in enumerate(made, start=length + 1):
        connection.execute(*_inserted("operation", {"seq": seq, **operation_row(operation)}))
    for operation in gone:
        edit = operation_row(operation)["edit"]
        connection.execute("UPDATE operation SET edit = ? WHERE id = ?", [edit, operation.id])
    for table, key, row in rows:
        where = " AND ".join(f'"{column}" = ?' for column in KEYS[table])
        connection.execute(f"DELETE FROM {table} WHERE {where}", key)  # noqa: S608 (our own names)
        if row is not None:
            connection.execute(*_inserted(table, row))


def _inserted(table: str, row: Row) -> tuple[str, list[str | int | None]]:
    """Return the statement that adds a row to a table, and its parameters."""
    columns, places = ", ".join(f'"{column}"' for column in row), ", ".join("?" * len(row))
    return f"INSERT INTO {table} ({columns}) VALUES ({places})", list(row.values())  # noqa: S608 (our own names)
