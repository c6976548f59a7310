"""The log of a review: every edit as an operation, chained by hash, never rewritten.

Each operation is sealed to the one before it in its copy of the matter. A merge is sealed to the last operation of the
other copy too, so that the last hash of a log stands for every operation in it.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from carveout.review.edits import Merge, Purge, Purged
from carveout.review.moment import moment
from carveout.review.record import edit_to_record

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from carveout.review.edits import Edit


class BrokenChainError(Exception):
    """An operation is not the one that was sealed, or it isn't in its place."""


class Role(StrEnum):
    """Whether an operation was made by a reviewer's hand, or takes another back, or brings it back."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Operation:
    """One edit with its id, time (UTC) and author, sealed to all that came before it.

    `of` is the id of the operation that an undo or redo is about. `previous` is the hash of the operation before,
    or the log's origin, and `hash` the SHA-256, in hexadecimal, over it and all the rest; of a purged edit the hash
    alone is left.
    """

    id: str
    at: dt.datetime
    author: str
    role: Role
    of: str | None
    edit: Edit
    previous: str
    hash: str


def origin(matter: str, created: dt.datetime, version: str, source_sha256: str, reading_sha256: str) -> str:
    """Return the hash that the first operation is chained to: over all that was settled when the matter was created."""
    return _sha256([matter, moment(created), version, source_sha256, reading_sha256])


def sealed(
    previous: str,
    *,
    id: str,  # noqa: A002
    at: dt.datetime,
    author: str,
    role: Role,
    of: str | None,
    edit: Edit,
) -> Operation:
    """Return the operation, chained to the hash of the one before it.

    What UTF-8 can't encode in the author's name, as an operating system may give it, is replaced.
    """
    author = author.encode(errors="replace").decode()
    return Operation(id, at, author, role, of, edit, previous, _hash(previous, id, at, author, role, of, edit))


def verify(start: str, operations: Sequence[Operation]) -> None:
    """Check every link of a log from its origin on. Raises BrokenChainError.

    An operation stands after those that it is sealed to. All of them lead up to the last, so that none can be taken out
    or slipped in; and what was purged is what a purge says.
    """
    known = {start}
    for number, operation in enumerate(operations, start=1):
        if not known.issuperset(_sealed_to(operation)) or not _is_whole(operation):
            raise BrokenChainError(f"Operation {number} of the log is not as it was sealed.")
        known.add(operation.hash)
    if len(known) != len(operations) + 1 or len({operation.id for operation in operations}) != len(operations):
        raise BrokenChainError("The log holds an operation twice.")
    _check_reach(operations)
    _check_purges(operations)


def check_link(head: str, operation: Operation) -> None:
    """Check that an operation is sealed, and sealed to the last one of a log. Raises BrokenChainError."""
    if operation.previous != head or not _is_whole(operation):
        raise BrokenChainError("The operation is not sealed to the last one of the log.")


def _sealed_to(operation: Operation) -> tuple[str, ...]:
    edit = operation.edit
    return (operation.previous, edit.head) if isinstance(edit, Merge) else (operation.previous,)


def _is_whole(operation: Operation) -> bool:
    if isinstance(operation.edit, Purged):
        return True
    o = operation
    return o.hash == _hash(o.previous, o.id, o.at, o.author, o.role, o.of, o.edit)


def _check_reach(operations: Sequence[Operation]) -> None:
    reached = {operations[-1].hash} if operations else set()
    for operation in reversed(operations):
        if operation.hash not in reached:
            raise BrokenChainError("The log holds an operation that nothing leads to.")
        reached.update(_sealed_to(operation))


def _check_purges(operations: Sequence[Operation]) -> None:
    said = {one for operation in operations if isinstance(operation.edit, Purge) for one in operation.edit.operations}
    if any(isinstance(one.edit, Purged) and (one.id, one.hash) not in said for one in operations):
        raise BrokenChainError("The log lacks an edit that no purge says is gone.")


def _hash(previous: str, id_: str, at: dt.datetime, author: str, role: Role, of: str | None, edit: Edit) -> str:
    return _sha256([previous, id_, moment(at), author, role.value, of, edit_to_record(edit)])


def _sha256(words: list[object]) -> str:
    return hashlib.sha256(json.dumps(words, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
