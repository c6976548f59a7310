"""What a merged log says that nobody disputes: entries on which everybody knew what the one before had made."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, TypeAlias

from carveout.review.about import entry_of
from carveout.review.edits import MarkClause
from carveout.review.merging.standing import Standing
from carveout.review.merging.touching import revision_of

if TYPE_CHECKING:
    from collections.abc import Hashable

    from carveout.review.about import About
    from carveout.review.edits import Edit
    from carveout.review.log import Operation
    from carveout.review.merging.causality import Causality

Entry: TypeAlias = "tuple[About, Hashable]"


def undisputed(stands: Standing, causality: Causality) -> tuple[dict[Entry, object], Standing]:
    """Return the entries that are simply what the last operation on them made, None where gone, and what is left.

    They are nearly all that a log has, and to compare claims for each of their parts takes ten times as long. None of
    their operations was taken back, and no marks are among them: each reviewer has her own.
    """
    of_entry: dict[Entry | None, list[Operation]] = {}
    for operation in stands.operations:
        of_entry.setdefault(_entry(operation.edit), []).append(operation)
    unsure = {None, *(_entry(taken.edit) for taken, _ in stands.taken_back)}
    plain = {
        entry: getattr(revision_of(operations[-1].edit), "after", None)
        for entry, operations in of_entry.items()
        if entry is not None and entry not in unsure and _is_one_line(operations, causality)
    }
    left = tuple(one for one in stands.operations if _entry(one.edit) not in plain)
    return plain, Standing(left, stands.taken_back)


def _entry(edit: Edit) -> Entry | None:
    """Return the entry that an edit is about, None for a mark and for what is about none."""
    revision = revision_of(edit)
    return None if revision is None or isinstance(revision, MarkClause) else entry_of(revision)


def _is_one_line(operations: list[Operation], causality: Causality) -> bool:
    """Tell whether each operation was made knowing of the one before."""
    return all(causality.knows(later, earlier) for earlier, later in itertools.pairwise(operations))
