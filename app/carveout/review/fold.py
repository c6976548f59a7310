"""The review as the fold of its log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.review.about import entry_of
from carveout.review.applying import applied, folded
from carveout.review.edits import Merge, Settle
from carveout.review.log import Role
from carveout.review.merging import merged
from carveout.review.merging.touching import revision_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.review.edits import Edit
    from carveout.review.log import Operation
    from carveout.review.review import Review


def fold(operations: Sequence[Operation]) -> Review:
    """Return the review that the operations make.

    Raises StaleEditError where one doesn't follow from the others, ValueError where one takes back what isn't there.
    """
    if is_merged(operations):
        return merged(operations)
    return folded(operation.edit for operation in operations)


def fold_on(operations: Sequence[Operation], review: Review, operation: Operation, *, alone: bool) -> Review:
    """Return the review after one more operation, given what the ones before it make and whether it acts alone.

    Raises as `fold` does.
    """
    after = applied(review, operation.edit)
    return after if alone else merged((*operations, operation))


def acts_alone(review: Review, operation: Operation, *, on_merged: bool) -> bool:
    """Tell whether one more operation changes nothing but what its edit is about.

    It may do more on a merged log: take a merge or a settlement back, or end a conflict.
    """
    if isinstance(operation.edit, Merge):
        return False
    return not on_merged or (operation.role is Role.EDIT and not _is_disputed(review, operation.edit))


def _is_disputed(review: Review, edit: Edit) -> bool:
    """Tell whether an edit settles a conflict, or is about what is in one."""
    revision = revision_of(edit)
    if revision is None or isinstance(edit, Settle):
        return True
    _, key = entry_of(revision)
    return any(conflict.key == key for conflict in review.conflicts)


def is_merged(operations: Sequence[Operation]) -> bool:
    """Tell whether a log was ever merged."""
    return any(isinstance(operation.edit, Merge) for operation in operations)
