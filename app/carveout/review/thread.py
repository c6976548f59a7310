"""Threads: what reviewers answer to an annotation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from carveout.review.review import Review


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to the annotation of an id, by whom and when, in UTC."""

    id: str
    annotation: str
    comment: str
    author: str
    at: dt.datetime


def replies_to(review: Review, annotation: str) -> tuple[Reply, ...]:
    """Return the replies to an annotation, the earliest first."""
    found = (reply for reply in review.replies.values() if reply.annotation == annotation)
    return tuple(sorted(found, key=_when))


def _when(reply: Reply) -> tuple[dt.datetime, str]:
    return reply.at, reply.id
