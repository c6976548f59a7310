"""The log of a review: every edit as an operation, chained by hash, never rewritten. The review is its fold."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from carveout.review.edits import folded
from carveout.review.record import edit_to_record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carveout.review.edits import Edit
    from carveout.review.review import Review


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
    or the log's origin, and `hash` the SHA-256, in hexadecimal, over it and all the rest.
    """

    id: str
    at: dt.datetime
    author: str
    role: Role
    of: str | None
    edit: Edit
    previous: str
    hash: str


def origin(matter: str, source_sha256: str) -> str:
    """Return the hash that the first operation of a matter on a source is chained to."""
    return hashlib.sha256(f"carveout {matter} {source_sha256}".encode()).hexdigest()


def sealed(
    previous: str,
    *,
    id: str,
    at: dt.datetime,
    author: str,
    role: Role,
    of: str | None,
    edit: Edit,  # noqa: A002
) -> Operation:
    """Return the operation, chained to the hash of the one before it."""
    return Operation(id, at, author, role, of, edit, previous, _hash(previous, id, at, author, role, of, edit))


def verify(start: str, operations: Iterable[Operation]) -> None:
    """Check every link from the log's origin on. Raises BrokenChainError."""
    previous = start
    for number, o in enumerate(operations, start=1):
        if o.previous != previous or o.hash != _hash(previous, o.id, o.at, o.author, o.role, o.of, o.edit):
            raise BrokenChainError(f"Operation {number} of the log is not as it was sealed.")
        previous = o.hash


def fold(operations: Iterable[Operation]) -> Review:
    """Return the review that the operations make. Raises StaleEditError where one doesn't follow from the others."""
    return folded(operation.edit for operation in operations)


def moment(at: dt.datetime) -> str:
    """Return a UTC time as the log writes it, to the microsecond."""
    return at.astimezone(dt.UTC).isoformat(timespec="microseconds")


def _hash(previous: str, id_: str, at: dt.datetime, author: str, role: Role, of: str | None, edit: Edit) -> str:
    sealed_words = [previous, id_, moment(at), author, role.value, of, edit_to_record(edit)]
    return hashlib.sha256(json.dumps(sealed_words, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
