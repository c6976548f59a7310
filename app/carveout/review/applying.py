"""Applying edits to a review, one after the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from carveout.review.about import entry_of
from carveout.review.edits import MarkClause, Merge, Purge, Purged, Settle
from carveout.review.mark import marked_at
from carveout.review.review import Review

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carveout.review.edits import Edit, Revision
    from carveout.review.mark import Mark


class StaleEditError(Exception):
    """The edit was made on a state of the review that is no longer there."""


def applied(review: Review, edit: Edit) -> Review:
    """Return the review after the edit. Raises StaleEditError where the review isn't as the edit found it."""
    tables = Tables(review)
    tables.take(edit)
    return tables.review()


def folded(edits: Iterable[Edit]) -> Review:
    """Return the review that the edits make, one after the other, from nothing. Raises StaleEditError."""
    tables = Tables(Review())
    for edit in edits:
        tables.take(edit)
    return tables.review()


class Tables:
    """The parts of a review while edits revision them: each is copied when it is first changed."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._changed: dict[str, dict[Any, Any]] = {}

    def take(self, edit: Edit) -> None:
        """Take an edit in. Raises StaleEditError."""
        match edit:
            case Merge() | Purge() | Purged():
                pass
            case Settle(MarkClause() as revision) | (MarkClause() as revision):
                self._mark(revision)
            case Settle(revision):
                self._put(revision)
            case _:
                self._put(edit)

    def review(self) -> Review:
        """Return the review as it is now."""
        changed: dict[str, Any] = {**self._changed}
        return replace(self._review, **changed)

    def _put(self, revision: Revision) -> None:
        about, key = entry_of(revision)
        table = self._table(about)
        if table.get(key) != revision.before:
            raise StaleEditError("The review has changed since this edit was made.")
        if revision.after is None:
            table.pop(key, None)
        else:
            table[key] = revision.after

    def _mark(self, revision: MarkClause) -> None:
        """Put the mark in the place of the one before it; those of other reviewers stay."""
        table: dict[int, tuple[Mark, ...]] = self._table("marks")
        marks = table.get(revision.clause, ())
        if (revision.before is not None and revision.before not in marks) or _marked_too(revision, marks):
            raise StaleEditError("The review has changed since this edit was made.")
        kept = [mark for mark in marks if mark != revision.before]
        made = sorted([*kept, *filter(None, [revision.after])], key=marked_at)
        if made:
            table[revision.clause] = tuple(made)
        else:
            table.pop(revision.clause, None)

    def _table(self, about: str) -> dict[Any, Any]:
        if about not in self._changed:
            self._changed[about] = dict(getattr(self._review, about))
        return self._changed[about]


def _marked_too(revision: MarkClause, marks: tuple[Mark, ...]) -> bool:
    """Tell whether the reviewer of the new mark has another one on the clause than the one whose place it takes."""
    return revision.after is not None and any(mark.by == revision.after.by for mark in marks if mark != revision.before)
