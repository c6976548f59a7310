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
    ordered = _in_order(operations, causality)
    first: dict[str, Operation] = {}
    latest: dict[str, list[Operation]] = {}
    for operation in ordered:
        if not isinstance(operation.edit, Merge | Purge | Purged):
            family = operation.of or operation.id
            first.setdefault(family, operation)
            known = latest.get(family, [])
            latest[family] = [*(one for one in known if not causality.knows(operation, one)), operation]
    stands: set[str] = set()
    taken: list[tuple[Operation, Operation]] = []
    for family, known in latest.items():
        made = [one for one in known if one.role is not Role.UNDO]
        if made:
            stands.add(max(made, key=when).hash)
        else:
            taken.append((first[family], max(known, key=when)))
    return Standing(tuple(one for one in ordered if one.hash in stands), tuple(taken))


def when(operation: Operation) -> When:
    """Return what orders operations that know nothing of each other."""
    return operation.at, operation.id


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
