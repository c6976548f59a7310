"""Other copies of a matter: read in private, so that nothing is ever written to them."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from carveout.store.errors import DamagedMatterError, MatterError
from carveout.store.failure import reading as reading_file
from carveout.store.failure import writing
from carveout.store.migration import migrate_copy
from carveout.store.passphrase import is_protected
from carveout.store.placing import journal_of, new_file
from carveout.store.schema import current
from carveout.store.verification import inspected, version_of

if TYPE_CHECKING:
    from carveout.review.log import Operation
    from carveout.store.matter import Matter
    from carveout.store.passphrase import Key
    from carveout.store.verification import Contents


class SameFileError(MatterError):
    """The other copy is the very file that is open."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"“{path.name}” is the matter that is open itself; choose another copy of it.")


class AnotherDealError(MatterError):
    """The other file is a matter on another document."""

    def __init__(self, path: Path, document: str) -> None:
        super().__init__(f"“{path.name}” is the review of another document: “{document}”. Nothing was taken from it.")


class BegunSeparatelyError(MatterError):
    """The other file is a matter on the same document, with a log that never was this one's."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"“{path.name}” was begun separately from the same document, so it is no copy of this matter; "
            "merge copies of one matter file. Nothing was taken from it."
        )


class ForgedCopyError(MatterError):
    """The other copy holds another operation under the id of one that is here."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"“{path.name}” tells a change otherwise than this matter does, so one of the two was altered; "
            "nothing was taken from it."
        )


@dataclass(frozen=True, slots=True)
class Copy:
    """Another copy of a matter, verified: where it is, and its log."""

    path: Path
    operations: tuple[Operation, ...]


def read_copy(path: Path, matter: Matter, *, replaced: bool = False) -> Copy:
    """Read another copy of a matter, verified from end to end, and leave its file as it is. Raises MatterError.

    The bytes are copied beside the open matter and read there; a copy of an earlier version is brought up to date there
    as well. Nothing of that stays. A protected copy has to have the open matter's passphrase. `replaced` lets the path
    be that of the open matter, whose file somebody changed.
    """
    path = Path(os.path.realpath(path))
    if not replaced and path.exists() and matter.path.exists() and path.samefile(matter.path):
        raise SameFileError(path)
    contents = _contents(path, matter.path, matter.key if path.is_file() and is_protected(path) else None)
    mine = matter.corrected.as_read.source
    theirs = contents.corrected.as_read.source
    if (contents.id, contents.origin) != (matter.id, matter.origin):
        if theirs.sha256 == mine.sha256:
            raise BegunSeparatelyError(path)
        raise AnotherDealError(path, theirs.name)
    known = {one.id: one.hash for one in matter.operations}
    if any(known.get(one.id, one.hash) != one.hash for one in contents.operations):
        raise ForgedCopyError(path)
    return Copy(path, contents.operations)


def _contents(path: Path, beside: Path, key: Key | None) -> Contents:
    schema = current()
    version = version_of(path, schema, key)
    with writing(beside), new_file(beside) as private, new_file(beside) as newer:
        _copy(path, private)
        try:
            if version == schema.version:
                return inspected(private, schema, key)
            migrate_copy(private, version, newer, schema, key)
            return inspected(newer, schema, key)
        except DamagedMatterError as error:
            raise DamagedMatterError(path) from error


def _copy(path: Path, private: Path) -> None:
    """Copy a matter with what an interrupted program left beside it: SQLite takes that back in the copy."""
    with reading_file(path):
        for original, made in ((path, private), (journal_of(path), journal_of(private))):
            if original == path or original.is_file():
                shutil.copyfile(original, made)
