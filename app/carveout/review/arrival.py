"""What another copy of a matter would bring: told before anything of it is taken in."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.review.about import entry_of
from carveout.review.edits import Introduce
from carveout.review.fold import fold
from carveout.review.importing import IMPORTED
from carveout.review.merge import arriving, merge_of
from carveout.review.merging.touching import revision_of
from carveout.review.trail import kind_of, trail

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from carveout.review.about import About
    from carveout.review.conflict import Conflict
    from carveout.review.corrected import Corrected
    from carveout.review.log import Operation
    from carveout.review.merge import Arriving
    from carveout.review.trail import Entry

_EPOCH = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Brought:
    """A change that the other copy brings: of what kind, `issue` or `mark`, and the last operation that made it."""

    kind: str
    entry: Entry

    @property
    def by(self) -> str:
        """Who made it."""
        return self.entry.operation.author


@dataclass(frozen=True, slots=True)
class Arrival:
    """What comes, in the order of its making, and the conflicts that it leaves, on the review as it would be.

    `arrived` are the operations themselves, none where the other copy has nothing new.
    """

    arrived: Arriving
    brought: tuple[Brought, ...]
    conflicts: tuple[Conflict, ...]
    on: Corrected

    @property
    def authors(self) -> tuple[str, ...]:
        """Who made the changes, the first to come first."""
        return tuple(dict.fromkeys(one.by for one in self.brought)) or self.arrived.authors

    def counts(self, by: str) -> tuple[tuple[str, int], ...]:
        """Return how many changes of each kind come from one author, the most first."""
        return tuple(Counter(one.kind for one in self.brought if one.by == by).most_common())


def arrival(mine: Sequence[Operation], on: Corrected, theirs: Sequence[Operation], head: str) -> Arrival:
    """Return what the log of another copy brings to a matter, its log, review and head given.

    Both logs are verified, on one origin. Raises TwoOperationsError.
    """
    arrived = arriving(mine, theirs)
    if not arrived.operations:
        return Arrival(arrived, (), (), on)
    merge = merge_of(
        head, arrived, id="0" * 32, at=max((one.at for one in arrived.operations), default=_EPOCH), author=""
    )
    after = on.after(fold((*mine, *arrived.operations, merge)))
    known = {(one.about, one.key): one for one in on.review.conflicts}
    conflicts = tuple(one for one in after.review.conflicts if known.get((one.about, one.key)) != one)
    return Arrival(arrived, _brought(arrived, on, after, conflicts), conflicts, after)


def told(brought: Sequence[Brought], conflicts: Sequence[Conflict]) -> str:
    """Return what came in a sentence: `14 changes by A. Tanaka. 2 conflicts`."""
    count = f"{len(brought):,} change{'' if len(brought) == 1 else 's'}"
    by = series(tuple(dict.fromkeys(one.by for one in brought)))
    left = f"{len(conflicts):,} conflict{'' if len(conflicts) == 1 else 's'}" if conflicts else "No conflict"
    return f"{count} by {by}. {left}" if by else f"{count}. {left}"


def counted(count: int, kind: str) -> str:
    """Return a count of a kind of change: `3 issues`."""
    many = f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}s"
    return f"{count:,} {kind if count == 1 else many}"


def series(names: Sequence[str]) -> str:
    """Return names in a row: `A. Tanaka, B. Ito and C. Meyer`."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def _brought(
    arrived: Arriving, before: Corrected, after: Corrected, conflicts: Sequence[Conflict]
) -> tuple[Brought, ...]:
    latest: dict[tuple[About, Hashable], Entry] = {}
    for entry in trail(arrived.operations, after):
        revision = revision_of(entry.operation.edit)
        if revision is not None and not isinstance(revision, Introduce) and entry.operation.author != IMPORTED:
            latest[entry_of(revision)] = entry
    disputed = {(conflict.about, conflict.key) for conflict in conflicts}
    return tuple(
        Brought(kind_of(entry.operation.edit), entry)
        for (about, key), entry in latest.items()
        if (about, key) in disputed or _at(before, about, key) != _at(after, about, key)
    )


def _at(on: Corrected, about: About, key: Hashable) -> object:
    table: Mapping[Hashable, object] = getattr(on.folded, about)
    return table.get(key)
