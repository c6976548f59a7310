"""Which operation of a merged log was made knowing of which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.review.edits import Merge
from carveout.review.log import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.review.log import Operation


_MOST = 1_000
"""Lanes that a log has at most: each copy that was ever merged makes few."""


class Causality:
    """The operations of a log in lanes, each a run of operations sealed to each other, and what each knows of others.

    An operation knows of those that it is sealed to, and of what they knew. An undone merge is as if it had never been,
    so what is made after that knows nothing of what came with it.
    """

    def __init__(self, operations: Sequence[Operation]) -> None:
        """Take operations that stand after those that they are sealed to.

        Raises ValueError where they come from more copies than anybody has.
        """
        self.operation = {operation.hash: operation for operation in operations}
        self._lane: dict[str, int] = {}
        self._place: dict[str, int] = {}
        self._known: dict[str, dict[int, int]] = {}
        self._last: list[str] = []
        for place, operation in enumerate(operations):
            self._add(place, operation)

    def before(self, operation: Operation) -> tuple[str, ...]:
        """Return the hashes of what an operation builds on; to the origin none leads.

        That is the operation before it; for a merge the last of the other copy too; and for one that takes a merge back
        the operation before that merge.
        """
        found: tuple[str, ...] = (operation.previous,)
        if isinstance(operation.edit, Merge):
            if operation.role is Role.UNDO:
                found = (self._merged(operation).previous,)
            else:
                found = (operation.previous, operation.edit.head)
        return tuple(one for one in found if one in self.operation)

    def knows(self, later: Operation, earlier: Operation) -> bool:
        """Tell whether an operation was made knowing of another; each knows of itself."""
        lane, place = self._lane[earlier.hash], self._place[earlier.hash]
        if self._lane[later.hash] == lane:
            return place <= self._place[later.hash]
        return place <= self._known[later.hash].get(lane, -1)

    def _add(self, place: int, operation: Operation) -> None:
        previous = operation.previous
        lane = self._lane.get(previous)
        goes_on = lane is not None and self._last[lane] == previous
        own = lane if lane is not None and goes_on else len(self._last)
        if goes_on:
            self._last[own] = operation.hash
        else:
            self._last.append(operation.hash)
            if len(self._last) > _MOST:
                raise ValueError("The log was merged from more copies than anybody has.")
        self._lane[operation.hash], self._place[operation.hash] = own, place
        builds_on = self.before(operation)
        plain = len(builds_on) == 1 and builds_on[0] == previous and goes_on
        self._known[operation.hash] = self._known[previous] if plain else self._joined(builds_on)

    def _joined(self, builds_on: tuple[str, ...]) -> dict[int, int]:
        joined: dict[int, int] = {}
        for one in builds_on:
            for lane, place in (*self._known[one].items(), (self._lane[one], self._place[one])):
                joined[lane] = max(place, joined.get(lane, -1))
        return joined

    def _merged(self, undo: Operation) -> Operation:
        """Return the merge that an operation takes back, or the one that brought it back last.

        Raises ValueError where there is none.
        """
        at = self.operation.get(undo.previous)
        while at is not None and not (at.id == undo.of or (at.of == undo.of and at.role is Role.REDO)):
            at = self.operation.get(at.previous)
        if at is None:
            raise ValueError("The log takes back a merge that it doesn't hold.")
        return at
