"""Creating a matter file."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import uuid
from typing import TYPE_CHECKING

from carveout import __version__
from carveout.review.importing import IMPORTED, imported
from carveout.review.log import Role, origin, sealed
from carveout.review.moment import moment
from carveout.store.connection import connect, disconnect
from carveout.store.document import packed
from carveout.store.errors import MatterExistsError
from carveout.store.failure import writing
from carveout.store.migration import migrate
from carveout.store.placing import journal_of, new_file, put_in_free_place
from carveout.store.rows import fold_changes, operation_row
from carveout.store.schema import current

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carveout.agreement.reading import Reading
    from carveout.review.log import Operation


def create(path: Path, reading: Reading, source: bytes) -> None:
    """Write a new matter on a document to `path`: whole, or not at all, and never over another file.

    The comments that came with the document are notes in it from the start.
    Raises MatterError, and ValueError where the reading is not of this source.
    """
    if hashlib.sha256(source).hexdigest() != reading.source.sha256:
        raise ValueError("The reading is not of this source.")
    if os.path.lexists(path):
        raise MatterExistsError(path)
    with writing(path), new_file(path) as made:
        _fill(made, reading, source)
        # Left by another matter of this name that is gone, it would be played back into this one.
        journal_of(path).unlink(missing_ok=True)
        put_in_free_place(made, path)


def _fill(path: Path, reading: Reading, source: bytes) -> None:
    connection = connect(path, read_only=False)
    try:
        connection.execute("BEGIN IMMEDIATE")
        database = migrate(connection, current())
        compressed, sealed_by = packed(reading)
        id_, created, sha256 = uuid.uuid4().hex, dt.datetime.now(dt.UTC), reading.source.sha256
        start = origin(id_, created, __version__, sha256, sealed_by)
        database.table("matter").insert(
            {
                "id": id_,
                "created": moment(created),
                "version": __version__,
                "origin": start,
            }
        )
        database.table("document").insert(
            {
                "name": reading.source.name,
                "sha256": sha256,
                "source": source,
                "reading_sha256": sealed_by,
                "reading": compressed,
            }
        )
        for seq, operation in enumerate(_imports(reading, created, start), start=1):
            database.table("operation").insert({"seq": seq, **operation_row(operation)})
            for name, _, row in fold_changes(operation.edit):
                database.table(name).insert(row or {})
        connection.execute("COMMIT")
    finally:
        disconnect(connection, read_only=False)


def _imports(reading: Reading, at: dt.datetime, start: str) -> Iterator[Operation]:
    """Yield the operations that begin the log: a note for each comment that came with the document."""
    previous = start
    for edit in imported(reading, at):
        operation = sealed(previous, id=uuid.uuid4().hex, at=at, author=IMPORTED, role=Role.EDIT, of=None, edit=edit)
        previous = operation.hash
        yield operation
