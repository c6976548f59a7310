"""Which parts of a review an edit touches, so that edits of different parts don't meet."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from carveout.review.about import entry_of
from carveout.review.annotation import Annotation
from carveout.review.edits import Annotate, MarkClause, Merge, Purge, Purged, Settle

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from carveout.review.about import About
    from carveout.review.edits import Edit, Revision

WHOLE = ""
"""The part that says whether an entry is there, and of all but annotations what it is."""
FIELDS = tuple(field.name for field in fields(Annotation) if field.name not in {"id", "author", "at"})
"""The parts of an annotation that can be revised."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a review: an entry as a whole, or a field of an annotation."""

    about: About
    key: Hashable
    name: str = WHOLE


@dataclass(frozen=True, slots=True)
class Touch:
    """A part, and what it was and is after an edit; an annotation as a whole is only there or not, True or None."""

    part: Part
    before: object
    after: object


def revision_of(edit: Edit) -> Revision | None:
    """Return what an edit revises, None where it revises no entry of the review."""
    match edit:
        case Settle(revision):
            return revision
        case Merge() | Purge() | Purged():
            return None
        case revision:
            return revision


def touches(edit: Edit) -> Iterator[Touch]:
    """Yield the parts that an edit touches: what it changes, or where it settles a conflict, all of the entry.

    Whoever revises an annotation wants it to be there, so that is touched too. A mark is a part for each reviewer.
    """
    revision = revision_of(edit)
    match revision:
        case None:
            return
        case Annotate(annotation, before, after):
            yield from _of_annotation(annotation, before, after, settles=isinstance(edit, Settle))
        case MarkClause(clause, before_mark, after_mark):
            for by in sorted({mark.by for mark in (before_mark, after_mark) if mark is not None}):
                was, is_ = (mark if mark is not None and mark.by == by else None for mark in (before_mark, after_mark))
                yield Touch(Part("marks", clause, by), was, is_)
        case _:
            about, key = entry_of(revision)
            yield Touch(Part(about, key), revision.before, revision.after)


def _of_annotation(
    annotation: str, before: Annotation | None, after: Annotation | None, *, settles: bool
) -> Iterator[Touch]:
    yield Touch(Part("annotations", annotation), before and True, after and True)
    if after is None:
        return
    for name in FIELDS:
        is_ = getattr(after, name)
        was = None if before is None else getattr(before, name)
        if settles or before is None or was != is_:
            yield Touch(Part("annotations", annotation, name), was, is_)
