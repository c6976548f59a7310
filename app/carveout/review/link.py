"""Links: what a reviewer tied together, annotations and clauses alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import datetime as dt

    from carveout.review.review import Review

End: TypeAlias = str | int
"""What a link ties: an annotation by its id, or a clause by its id; the log calls a clause by its name there."""


@dataclass(frozen=True, slots=True)
class Link:
    """A tie between two ends, by whom it was made and when, in UTC. It has no direction."""

    id: str
    ends: tuple[End, End]
    by: str
    at: dt.datetime


def linked_to(review: Review, end: End) -> tuple[tuple[Link, End], ...]:
    """Return the links of an annotation or a clause, the earliest first, each with what it ties that to."""
    found = [
        (link, other)
        for link in review.links.values()
        for this, other in (link.ends, link.ends[::-1])
        if this == end and type(this) is type(end)
    ]
    return tuple(sorted(found, key=_when))


def _when(found: tuple[Link, End]) -> tuple[dt.datetime, str]:
    return found[0].at, found[0].id
