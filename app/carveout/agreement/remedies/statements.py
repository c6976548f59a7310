"""The statements that a remedy can turn on: a representation, or each of those that one section gathers."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.content import Representation

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading

_GATHERED = 3
"""Headed items from which on a section gathers statements."""


def statements(reading: Reading) -> tuple[Representation, ...]:
    """Return the representations of a reading; in the place of a section that gathers several, its headed items.

    American agreements often put all that a party represents into one section, with an item and a heading for each:
    `3.01(a) Organization`. One that has fewer headed items, or as many without a heading, is a statement itself.
    """
    return tuple(one for representation in reading.representations for one in _within(reading, representation))


def _within(reading: Reading, representation: Representation) -> list[Representation]:
    children = [reading.outline[child] for child in reading.outline.children(representation.clause)]
    items = [child for child in children if child.kind is ClauseKind.ITEM]
    first = next((at for at, item in enumerate(items) if item.heading is not None), 0)
    items = items[first:]  # what stands before lists exceptions to all of them
    headed = sum(item.heading is not None for item in items)
    if headed < _GATHERED or 2 * headed <= len(items):
        return [representation]
    return [Representation(item.id, representation.by) for item in items]


class Statements:
    """The statements of one reading, found by the clauses that they stand in or that hold them."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.every = statements(reading)

    def of(self, clause: int) -> tuple[int, ...]:
        """Return the statement that a clause is or stands in, or else those below it."""
        for above in (clause, *self._reading.outline.ancestors(clause)):
            if above in self._clauses:
                return (above,)
        branch = self._reading.outline.branch(clause)
        return tuple(one.clause for one in self.every if one.clause in branch)

    @cached_property
    def _clauses(self) -> frozenset[int]:
        return frozenset(one.clause for one in self.every)
