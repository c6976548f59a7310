"""The log of a review: every edit as an operation, chained by hash, never rewritten. The review is its fold."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from carveout.review.edits import folded
from carveout.review.moment import moment
from carveout.review.record import edit_to_record

if TYPE_CHECKING:
    import datetime as dt
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


def _hash(previous: str, id_: str, at: dt.datetime, author: str, role: Role, of: str | None, edit: Edit) -> str:
    return _sha256([previous, id_, moment(at), author, role.value, of, edit_to_record(edit)])


def _sha256(words: list[object]) -> str:
    return hashlib.sha256(json.dumps(words, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
