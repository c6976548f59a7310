"""The review as the client may see it: nothing that was written for the reviewers alone is left in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carveout.review.annotation import Annotation, Visibility
from carveout.review.coverage import state_of
from carveout.review.link import Link
from carveout.review.mark import Mark, State
from carveout.review.thread import Reply

_OURS = frozenset({"assignee", "due", "tags", "visibility"})
"""What of an annotation is the firm's own business, shared or not."""

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Mapping

    from carveout.agreement.reading import Reading
    from carveout.review.conflict import Conflict
    from carveout.review.review import Review


def for_client(reading: Reading, review: Review) -> Review:
    """Return the review without what is internal, before any paper is made of it.

    Internal annotations go, with the replies to them, the links to them and the conflicts about them; so do those that
    one of two merged copies has as internal, until somebody settles it. Of those that are shared go whom they were
    given to, by when, and their tags. They keep counsel's order among
    themselves, and no conflict about that is told. Who only ever wrote what goes is no longer among the reviewers. A
    representation that was noted internally would look unread, which is not true: it is read, by whoever noted it
    first, unless somebody marked it. Marks, decisions, corrections, dismissals and scenarios stay.
    """
    disputed = _perhaps_internal(review)
    shared = {
        id_: replace(annotation, assignee="", due=None, tags=())
        for id_, annotation in review.annotations.items()
        if annotation.visibility is Visibility.SHARED and id_ not in disputed
    }
    replies = {id_: reply for id_, reply in review.replies.items() if reply.annotation in shared}
    ranks = {id_: rank for id_, rank in review.ranks.items() if id_ in shared}
    links = {id_: link for id_, link in review.links.items() if _shows(link, shared)}
    kept = replace(
        review,
        annotations=shared,
        marks=_marks(reading, review),
        replies=replies,
        links=links,
        ranks=ranks,
        conflicts=tuple(
            cleaned for conflict in review.conflicts if (cleaned := _conflict(conflict, shared, replies, links))
        ),
    )
    names = _names(kept)
    return replace(kept, reviewers={name: one for name, one in review.reviewers.items() if name in names})


def _perhaps_internal(review: Review) -> frozenset[Hashable]:
    """Return the ids of the annotations that a side of a conflict holds to be internal, whichever the review shows."""
    return frozenset(
        conflict.key
        for conflict in review.conflicts
        if conflict.about == "annotations"
        for side in conflict.sides
        if isinstance(side.value, Annotation) and side.value.visibility is not Visibility.SHARED
    )


def _shows(link: Link, annotations: Collection[str]) -> bool:
    return all(not isinstance(end, str) or end in annotations for end in link.ends)


def _marks(reading: Reading, review: Review) -> Mapping[int, tuple[Mark, ...]]:
    """Return the marks, and one more on each representation that only internal annotations show to have been read."""
    marks = dict(review.marks)
    for representation in reading.representations:
        clause = representation.clause
        if not marks.get(clause) and state_of(reading, review, clause) is State.NOTED:
            noted = _first(reading, review, clause)
            marks[clause] = (Mark(State.READ, noted.author, noted.at),)
    return marks


def _first(reading: Reading, review: Review, clause: int) -> Annotation:
    span = reading.outline[clause].span
    inside = (a for a in review.annotations.values() if span.holds(a.anchor.span) and not a.came_with_document)
    return min(inside, key=lambda annotation: (annotation.at, annotation.id))


def _conflict(
    conflict: Conflict, annotations: Collection[str], replies: Collection[str], links: Collection[str]
) -> Conflict | None:
    """Return a conflict as the client may see it, None where it is about something internal or has such a side."""
    shown: dict[str, Collection[str]] = {"annotations": annotations, "replies": replies, "links": links}
    if conflict.about in {"reviewers", "ranks"} or conflict.key not in shown.get(conflict.about, (conflict.key,)):
        return None
    parts = tuple(part for part in conflict.parts if part not in _OURS)
    if conflict.parts and not parts:
        return None
    sides = []
    for side in conflict.sides:
        value = side.value
        match value:
            case Annotation():
                if value.visibility is not Visibility.SHARED:
                    return None
                value = replace(value, assignee="", due=None, tags=())
            case Reply() if value.annotation not in annotations:
                return None
            case Link() if not _shows(value, annotations):
                return None
        sides.append(replace(side, value=value))
    return replace(conflict, parts=parts, sides=tuple(sides))


def _names(review: Review) -> set[str]:
    """Return who has a part in what is left."""
    names = {annotation.author for annotation in review.annotations.values()}
    names |= {mark.by for marks in review.marks.values() for mark in marks}
    names |= {reply.author for reply in review.replies.values()}
    signed = (
        review.decisions,
        review.corrections,
        review.dismissals,
        review.scenarios,
        review.judgements,
        review.links,
    )
    names |= {one.by for entries in signed for one in entries.values()}
    return names | {side.by for conflict in review.conflicts for side in conflict.sides}
