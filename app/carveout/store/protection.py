"""Protecting a matter by a passphrase, and taking the protection away: it is written anew, and the old one wiped."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from carveout.store.backup import back_up, shelf_of
from carveout.store.connection import attach, connect
from carveout.store.errors import ChangedElsewhereError, DiskFullError
from carveout.store.failure import database_errors, writing
from carveout.store.matter import open_matter
from carveout.store.placing import new_file, put_in_place, settle
from carveout.store.schema import APPLICATION_ID, current
from carveout.store.verification import inspected

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from carveout.store.passphrase import Key

_PIECE = 1 << 20


def rewrite(path: Path, old: Key | None, new: Key | None, backups: Path) -> None:
    """Write the matter at `path` anew under another key, None for no protection: whole, or not at all.

    Nobody may have it open. What was written is opened and compared before it takes the place of the old file, whose
    bytes are then overwritten. A backup under the new key takes the place of all earlier ones. Raises MatterError.
    """
    path = path.resolve()
    with open_matter(path, key=old) as matter:  # brings an earlier version's up to date
        head = matter.head
    with writing(path), new_file(path) as made:
        with closing(connect(path, read_only=False, key=old, cipher=True)) as connection:
            attach(connection, made, new)
            _export(connection, path)
            connection.execute(f"PRAGMA made.application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA made.user_version = {current().version}")
            connection.execute("DETACH made")
        settle(made)
        if inspected(made, current(), new).head != head:
            raise ChangedElsewhereError(path)
        with path.open("r+b") as before:
            put_in_place(made, path)
            _wipe(before.fileno())
    with open_matter(path, key=new) as matter:
        kept = back_up(matter, backups)
    for backup in shelf_of(path, backups).glob("*.carveout"):
        if kept is not None and backup != kept:
            with suppress(OSError), backup.open("r+b") as held:
                backup.unlink()
                _wipe(held.fileno())


def _export(connection: sqlite3.Connection, path: Path) -> None:
    try:
        connection.execute("SELECT sqlcipher_export('made')")
    except database_errors() as error:
        # It has no code for what went wrong; what it reads was just verified, so the writing did.
        raise DiskFullError(path) from error


def _wipe(file: int) -> None:
    """Overwrite a file that has no name any more, as far as the disk does so where it is."""
    with suppress(OSError):
        size = os.fstat(file).st_size
        os.lseek(file, 0, os.SEEK_SET)
        for start in range(0, size, _PIECE):
            os.write(file, bytes(min(_PIECE, size - start)))
        os.fsync(file)
