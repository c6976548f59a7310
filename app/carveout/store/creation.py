"""Creating a matter file."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import uuid
from typing import TYPE_CHECKING

from carveout import __version__
from carveout.review.log import origin
from carveout.review.moment import moment
from carveout.store.connection import connect, disconnect
from carveout.store.document import packed
from carveout.store.errors import MatterExistsError
from carveout.store.failure import writing
from carveout.store.migration import migrate
from carveout.store.placing import journal_of, new_file, put_in_free_place
from carveout.store.schema import current

if TYPE_CHECKING:
    from pathlib import Path

    from carveout.agreement.reading import Reading


def create(path: Path, reading: Reading, source: bytes) -> None:
    """Write a new matter on a document to `path`: whole, or not at all, and never over another file.

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
        compressed, sealed = packed(reading)
        id_, created, sha256 = uuid.uuid4().hex, dt.datetime.now(dt.UTC), reading.source.sha256
        database.table("matter").insert(
            {
                "id": id_,
                "created": moment(created),
                "version": __version__,
                "origin": origin(id_, created, __version__, sha256, sealed),
            }
        )
        database.table("document").insert(
            {
                "name": reading.source.name,
                "sha256": sha256,
                "source": source,
                "reading_sha256": sealed,
                "reading": compressed,
            }
        )
        connection.execute("COMMIT")
    finally:
        disconnect(connection, read_only=False)
