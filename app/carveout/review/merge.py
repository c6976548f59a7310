"""Merging another copy of a matter: the union of two logs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carveout.review.edits import Merge, Purge, Purged
from carveout.review.importing import IMPORTED
from carveout.review.log import Role, sealed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from carveout.review.log import Operation


class ForeignLogError(Exception):
    """The other log is of another matter, or of another copy of it from before there was anything in common."""


class TwoOperationsError(Exception):
    """Two different operations go by one id: one of the logs was made up."""


@dataclass(frozen=True, slots=True)
class Arriving:
    """The operations of another log that a log lacks, in their order, and the last one's hash.

    Empty where the other copy has nothing new to say: merges of what is here already are nothing new.
    """

    operations: tuple[Operation, ...]
    head: str

    @property
    def authors(self) -> tuple[str, ...]:
        """Who made them, the first to come first."""
        by = (one.author for one in self.operations if one.author != IMPORTED and not isinstance(one.edit, Merge))
        return tuple(dict.fromkeys(by))


def arriving(mine: Sequence[Operation], theirs: Sequence[Operation]) -> Arriving:
    """Return what another copy brings. Both logs are verified, on one origin.

    What was purged here comes back from nowhere, and what was purged there stays here. Raises TwoOperationsError.
    """
    known = {operation.id: operation.hash for operation in mine}
    if any(known.get(one.id, one.hash) != one.hash for one in theirs):
        raise TwoOperationsError
    purged = {one for operation in mine if isinstance(operation.edit, Purge) for one in operation.edit.operations}
    new = tuple(
        replace(one, edit=Purged()) if (one.id, one.hash) in purged else one for one in theirs if one.id not in known
    )
    if all(isinstance(one.edit, Merge) and one.role is not Role.UNDO for one in new):
        return Arriving((), "")
    return Arriving(new, theirs[-1].hash)


def merge_of(head: str, arrived: Arriving, *, id: str, at: dt.datetime, author: str) -> Operation:  # noqa: A002
    """Return the operation that takes in what arrives, sealed to the last one of the log that takes it in."""
    edit = Merge(arrived.head, arrived.authors)
    return sealed(head, id=id, at=at, author=author, role=Role.EDIT, of=None, edit=edit)
