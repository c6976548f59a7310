"""Settling a conflict: the edit that says which side of it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carveout.review.about import REVISIONS

if TYPE_CHECKING:
    from carveout.review.conflict import Conflict
    from carveout.review.edits import Revision
    from carveout.review.review import Review


def settled_by(review: Review, conflict: Conflict, value: object) -> Revision:
    """Return the revision that leaves an entry in conflict as `value`: that of a side; None where it is to be gone."""
    before = getattr(review, conflict.about).get(conflict.key)
    kind: Any = REVISIONS[conflict.about]
    revision: Revision = kind(conflict.key, before, value)
    return revision
