"""Undo and redo without end: what the log says can still be taken back, and brought back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.review.edits import Purge, Purged
from carveout.review.importing import IMPORTED
from carveout.review.log import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.review.log import Operation


@dataclass(frozen=True, slots=True)
class History:
    """The edits that undo would take back and redo would bring back, the next one last.

    Undo and redo are operations themselves, so the history outlives the window: it is read off the log. What came with
    the document is no reviewer's doing, and stays out of it; so does what was done in another copy, whose merge is one
    edit here. A purge ends it: nothing before that can be taken back.
    """

    undoable: tuple[Operation, ...] = ()
    redoable: tuple[Operation, ...] = ()

    def after(self, operation: Operation) -> History:
        """Return the history once the operation is in the log. Raises ValueError as `history_of` does."""
        if isinstance(operation.edit, Purge):
            return History()
        match operation.role:
            case Role.EDIT if operation.author == IMPORTED:
                return self
            case Role.EDIT:
                return History((*self.undoable, operation))
            case Role.UNDO:
                _check_turn(self.undoable, operation)
                return History(self.undoable[:-1], (*self.redoable, self.undoable[-1]))
            case Role.REDO:
                _check_turn(self.redoable, operation)
                return History((*self.undoable, self.redoable[-1]), self.redoable[:-1])


def history_of(operations: Sequence[Operation]) -> History:
    """Return the history that a log leaves. Raises ValueError where an undo or redo is not of the edit in turn."""
    undoable: list[Operation] = []
    redoable: list[Operation] = []
    for operation in _of_this_copy(operations):
        if isinstance(operation.edit, Purge):
            undoable.clear()
            redoable.clear()
            continue
        if isinstance(operation.edit, Purged) or (operation.role is Role.EDIT and operation.author == IMPORTED):
            continue
        if operation.role is Role.EDIT:
            undoable.append(operation)
            redoable.clear()
            continue
        taken, given = (undoable, redoable) if operation.role is Role.UNDO else (redoable, undoable)
        _check_turn(taken, operation)
        given.append(taken.pop())
    return History(tuple(undoable), tuple(redoable))


def _of_this_copy(operations: Sequence[Operation]) -> list[Operation]:
    """Return the operations that lead to the last one of a log without those that came by a merge."""
    by_hash = {operation.hash: operation for operation in operations}
    found = []
    at = operations[-1] if operations else None
    while at is not None:
        found.append(at)
        at = by_hash.get(at.previous)
    return found[::-1]


def _check_turn(waiting: Sequence[Operation], operation: Operation) -> None:
    if not waiting or waiting[-1].id != operation.of:
        raise ValueError("The log takes back or brings back an edit that is not the one in turn.")
