"""The matter: one deal under review, one file, saved as counsel goes."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

from carveout.review.fold import acts_alone, fold, fold_on, is_merged
from carveout.review.grounding import ground, split_in
from carveout.review.hearing import Hearing
from carveout.review.history import history_of
from carveout.review.log import check_link, verify
from carveout.review.placed import prepare
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
from carveout.store.failure import database_errors, writing
from carveout.store.failure import reading as reading_file
from carveout.store.migration import bring_up_to_date
from carveout.store.placing import journal_of, settle
from carveout.store.recording import head_in, record
from carveout.store.rows import fold_changes, fold_difference
from carveout.store.schema import current
from carveout.store.verification import source_in, verified, version_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from carveout.agreement.reading import Reading
    from carveout.review.log import Operation
    from carveout.review.review import Review
    from carveout.review.story import Happening
    from carveout.store.passphrase import Key
    from carveout.store.rows import Change
    from carveout.store.verification import Contents


def create_matter(path: Path, reading: Reading, source: bytes) -> Matter:
    """Create a matter on a document and open it. Raises MatterError; a file that is there already stays.

    `source` is the bytes that were read; ValueError where the reading is of others.
    """
    create(path, reading, source)
    return open_matter(path)


def open_matter(path: Path, *, read_only: bool = False, backups: Path | None = None, key: Key | None = None) -> Matter:
    """Open a matter, verified from end to end. Raises MatterError.

    An earlier version's file is brought up to date. Where the file can't be changed it opens read-only. `backups` is
    the folder that `back_up` writes to: a damaged matter's error names the newest good one in it. A protected matter
    takes its `key`: PassphraseNeededError where there is none.
    """
    path = Path(os.path.realpath(path))
    try:
        return _opened(path, key, read_only=read_only or not may_write(path))
    except (NotAMatterError, DamagedMatterError) as error:
        backup = newest_good(path, backups, key) if backups else None
        if backup is None:
            raise
        raise DamagedMatterError(path, backup) from error


class Matter:
    """An open matter. Everything that it hands out is frozen; `append` is how it changes.

    `file` tells the file that was opened from one that took its place.
    `corrected` is the reading and the review as the log makes them, and the way between them and the log's names.
    One thread at a time may use it, whichever it is. A context manager that closes it.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, contents: Contents, key: Key | None, *, read_only: bool
    ) -> None:
        self.path = path
        self.key = key
        self.id = contents.id
        self.read_only = read_only
        self.corrected = contents.corrected
        self.origin = contents.origin
        self.operations: tuple[Operation, ...] = contents.operations
        self.history = contents.history
        self._merged = is_merged(contents.operations)
        self._hearing = Hearing()
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

    def story(self, annotation: str) -> tuple[Happening, ...]:
        """Return what was done about an annotation, the earliest first."""
        return self._hearing.story(self.operations, annotation)

    def prepare(self) -> None:
        """Put in order what a window asks for first: it takes a while where there are many annotations."""
        prepare(self.review)
        self._hearing.hear(self.operations)

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
        before, alone = self.corrected.folded, self.acts_alone(operation)
        folded = fold_on(self.operations, before, operation, alone=alone)
        history = self.history.after(operation)
        self._save([operation], fold_changes(operation.edit) if alone else fold_difference(before, folded))
        self.corrected, self.history = self.corrected.after(folded), history
        self.operations = (*self.operations, operation)

    def acts_alone(self, operation: Operation) -> bool:
        """Tell whether one more operation would change nothing but what its edit is about."""
        return acts_alone(self.corrected.folded, operation, on_merged=self._merged)

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
        self.operations, self._merged = log, True

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
            try:
                if not record(self._connection, self.head, len(self.operations), made, rows, gone):
                    raise ChangedElsewhereError(self.path)
            except database_errors():
                if not self._is_saved_all_the_same(made[-1]):
                    raise

    def _is_saved_all_the_same(self, operation: Operation) -> bool:
        """Tell whether only the last sync of a commit failed, which leaves the edit in the file; and sync again."""
        with suppress(*database_errors(), OSError):
            if head_in(self._connection) == operation.hash:
                settle(self.path, journal_of(self.path))
                return True
        return False


def _opened(path: Path, key: Key | None, *, read_only: bool) -> Matter:
    schema = current()
    version = version_of(path, schema, key)
    if version < schema.version:
        if read_only:
            raise OlderMatterError(path)
        bring_up_to_date(path, version, schema, key)
    with reading_file(path):
        connection = connect(path, read_only=read_only, key=key)
        try:
            return Matter(path, connection, verified(path, connection, schema), key, read_only=read_only)
        except BaseException:
            connection.close()
            raise


def _file_at(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
