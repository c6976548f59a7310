"""The matter: one deal under review, one file, saved as counsel goes."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

from carveout.review.fold import acts_alone, fold, fold_on
from carveout.review.grounding import ground, split_in
from carveout.review.history import history_of
from carveout.review.log import check_link, verify
from carveout.store.backup import newest_good
from carveout.store.connection import connect, disconnect, may_write, uri_of
from carveout.store.creation import create
from carveout.store.errors import (
    ChangedElsewhereError,
    DamagedMatterError,
    NotAMatterError,
    OlderMatterError,
    ReadOnlyMatterError,
)
from carveout.store.failure import reading as reading_file
from carveout.store.failure import writing
from carveout.store.migration import bring_up_to_date
from carveout.store.rows import KEYS, fold_changes, fold_difference, operation_row
from carveout.store.schema import current
from carveout.store.verification import source_in, verified, version_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from carveout.agreement.reading import Reading
    from carveout.review.log import Operation
    from carveout.review.review import Review
    from carveout.store.rows import Change
    from carveout.store.verification import Contents


def create_matter(path: Path, reading: Reading, source: bytes) -> Matter:
    """Create a matter on a document and open it. Raises MatterError; a file that is there already stays.

    `source` is the bytes that were read; ValueError where the reading is of others.
    """
    create(path, reading, source)
    return open_matter(path)


def open_matter(path: Path, *, read_only: bool = False, backups: Path | None = None) -> Matter:
    """Open a matter, verified from end to end. Raises MatterError.

    An earlier version's file is brought up to date. Where the file can't be changed it opens read-only. `backups` is
    the folder that `back_up` writes to: a damaged matter's error names the newest good one in it.
    """
    path = Path(os.path.realpath(path))
    try:
        return _opened(path, read_only=read_only or not may_write(path))
    except (NotAMatterError, DamagedMatterError) as error:
        backup = newest_good(path, backups) if backups else None
        if backup is None:
            raise
        raise DamagedMatterError(path, backup) from error


class Matter:
    """An open matter. Everything that it hands out is frozen; `append` is how it changes.

    `file` tells the file that was opened from one that took its place.
    `corrected` is the reading and the review as the log makes them, and the way between them and the log's names.
    One thread at a time may use it, whichever it is. A context manager that closes it.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, contents: Contents, *, read_only: bool) -> None:
        self.path = path
        self.id = contents.id
        self.read_only = read_only
        self.corrected = contents.corrected
        self.origin = contents.origin
        self.operations: tuple[Operation, ...] = contents.operations
        self.history = contents.history
        self._connection = connection
        self.file = _file_at(path)

    @property
    def reading(self) -> Reading:
        """The reading, its outline as corrected."""
        return self.corrected.reading

    @property
    def review(self) -> Review:
        """The review, on the corrected outline."""
        return self.corrected.review

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def head(self) -> str:
        """The hash that the next operation is chained to."""
        return self.operations[-1].hash if self.operations else self.origin

    def append(self, operation: Operation) -> None:
        """Append an operation to the log, with what it changes in the fold; it is on the disk when this returns.

        Raises MatterError, and nothing is saved then. An operation that a later opening would refuse is refused here:
        BrokenChainError, StaleEditError, GroundlessEditError, or ValueError for an undo out of turn.
        """
        if self.read_only:
            raise ReadOnlyMatterError(self.path)
        check_link(self.head, operation)
        ground(self.corrected.as_read, operation.edit, self.corrected.splits)
        before = self.corrected.folded
        folded, history = fold_on(self.operations, before, operation), self.history.after(operation)
        alone = acts_alone(self.operations, before, operation)
        self._save([operation], fold_changes(operation.edit) if alone else fold_difference(before, folded))
        self.corrected, self.history = self.corrected.after(folded), history
        self.operations = (*self.operations, operation)

    def take_in(self, operations: Sequence[Operation]) -> None:
        """Append the operations that another copy brings, and the merge that takes them in: all of them, or none.

        Raises as `append` does.
        """
        if self.read_only:
            raise ReadOnlyMatterError(self.path)
        log = (*self.operations, *operations)
        verify(self.origin, log)
        splits = set(self.corrected.splits)
        for operation in operations:
            ground(self.corrected.as_read, operation.edit, splits)
            splits |= split_in(operation.edit)
        folded, history = fold(log), history_of(log)
        self._save(operations, fold_difference(self.corrected.folded, folded))
        self.corrected, self.history = self.corrected.after(folded), history
        self.operations = log

    def purge(self, log: Sequence[Operation]) -> None:
        """Put a log in the place of this one from which some edits were purged, and leave no trace of them in the file.

        Its last operation is the purge. Raises as `append` does.
        """
        if self.read_only:
            raise ReadOnlyMatterError(self.path)
        verify(self.origin, log)
        folded, history = fold(log), history_of(log)
        gone = [now for was, now in zip(self.operations, log, strict=False) if was != now]
        self._save(log[len(self.operations) :], fold_difference(self.corrected.folded, folded), gone)
        self.corrected, self.history = self.corrected.after(folded), history
        self.operations = tuple(log)
        with writing(self.path):
            self._connection.execute("VACUUM")

    def source(self) -> bytes:
        """Return the document's bytes as they came. Raises MatterError."""
        with reading_file(self.path):
            try:
                return source_in(self._connection)
            except ValueError as error:
                raise DamagedMatterError(self.path) from error

    def copy_to(self, empty: Path) -> None:
        """Write a compact copy of the matter into an empty file. Raises MatterError."""
        with writing(empty):
            self._connection.execute("VACUUM INTO ?", [uri_of(empty.absolute(), mode="rw")])

    def close(self) -> None:
        """Close the file."""
        disconnect(self._connection, read_only=self.read_only)

    def _save(self, made: Sequence[Operation], rows: Iterable[Change], gone: Sequence[Operation] = ()) -> None:
        """Save operations, those that a purge changed, and the rows of the fold that they change: all, or nothing."""
        if _file_at(self.path) != self.file:
            raise ChangedElsewhereError(self.path)
        with writing(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._check_head()
                self._write(made, rows, gone)
                self._connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise

    def _check_head(self) -> None:
        last = self._connection.execute("SELECT hash FROM operation ORDER BY seq DESC LIMIT 1").fetchone()
        if (last[0] if last else self.origin) != self.head:
            raise ChangedElsewhereError(self.path)

    def _write(self, made: Sequence[Operation], rows: Iterable[Change], gone: Sequence[Operation]) -> None:
        from sqlite_utils import Database  # noqa: PLC0415 (costs more than a window)

        database = Database(self._connection, execute_plugins=False)
        log = database.table("operation")
        for seq, operation in enumerate(made, start=len(self.operations) + 1):
            log.insert({"seq": seq, **operation_row(operation)})
        for operation in gone:
            self._connection.execute(
                "UPDATE operation SET edit = ? WHERE id = ?", [operation_row(operation)["edit"], operation.id]
            )
        for name, key, row in rows:
            table = database.table(name)
            if row is not None:
                table.upsert(row, pk=KEYS[name])
            else:
                table.delete_where(" AND ".join(f'"{column}" = ?' for column in KEYS[name]), key)


def _opened(path: Path, *, read_only: bool) -> Matter:
    schema = current()
    version = version_of(path, schema)
    if version < schema.version:
        if read_only:
            raise OlderMatterError(path)
        bring_up_to_date(path, version, schema)
    with reading_file(path):
        connection = connect(path, read_only=read_only)
        try:
            return Matter(path, connection, verified(path, connection, schema), read_only=read_only)
        except BaseException:
            connection.close()
            raise


def _file_at(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
