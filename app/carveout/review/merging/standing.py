"""Which operations of a merged log stand: neither taken back, nor brought by a merge that was."""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from carveout.review.edits import Merge, Purge, Purged
from carveout.review.log import Role

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from carveout.review.log import Operation
    from carveout.review.merging.causality import Causality

When: TypeAlias = "tuple[dt.datetime, str]"


@dataclass(frozen=True, slots=True)
class Standing:
    """The operations that stand, and those that were taken back, each with what took it back.

    Both in one order that depends on the operations alone: after what each knows of, and else by time and id.
    """

    operations: tuple[Operation, ...]
    taken_back: tuple[tuple[Operation, Operation], ...]


def standing(operations: Sequence[Operation], causality: Causality) -> Standing:
    """Return what stands of a log.

    An undo and the operation that it is of go together, wherever else that was merged to. Where one copy took back what
    another brought back, it stands.
    """
    stands: list[Operation] = []
    taken: list[tuple[Operation, Operation]] = []
    families: dict[str, list[Operation]] = {}
    for operation in _in_order(operations, causality):
        if not isinstance(operation.edit, Merge | Purge | Purged):
            families.setdefault(operation.of or operation.id, []).append(operation)
    for family in families.values():
        latest = [one for one in family if not any(one is not o and causality.knows(o, one) for o in family)]
        made = [one for one in latest if one.role is not Role.UNDO]
        if made:
            stands.append(max(made, key=when))
        else:
            taken.append((_first(family), max(latest, key=when)))
    places = {operation.hash: place for place, operation in enumerate(_in_order(operations, causality))}
    stands.sort(key=lambda operation: places[operation.hash])
    return Standing(tuple(stands), tuple(taken))


def when(operation: Operation) -> When:
    """Return what orders operations that know nothing of each other."""
    return operation.at, operation.id


def _first(family: list[Operation]) -> Operation:
    return family[0]


def _in_order(operations: Sequence[Operation], causality: Causality) -> list[Operation]:
    """Return the operations that the last one builds on, each after those that it builds on itself."""
    reached: dict[str, tuple[str, ...]] = {}
    waiting = [operations[-1].hash]
    while waiting:
        hash_ = waiting.pop()
        if hash_ not in reached:
            reached[hash_] = causality.before(causality.operation[hash_])
            waiting.extend(reached[hash_])
    followers: dict[str, list[str]] = {}
    missing = {hash_: len(set(before)) for hash_, before in reached.items()}
    for hash_, before in reached.items():
        for one in set(before):
            followers.setdefault(one, []).append(hash_)
    ready = [(when(causality.operation[one]), one) for one, count in missing.items() if not count]
    heapq.heapify(ready)
    ordered = []
    while ready:
        _, hash_ = heapq.heappop(ready)
        ordered.append(causality.operation[hash_])
        for follower in followers.get(hash_, ()):
            missing[follower] -= 1
            if not missing[follower]:
                heapq.heappush(ready, (when(causality.operation[follower]), follower))
    return ordered
