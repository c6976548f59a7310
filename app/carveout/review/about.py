"""What an edit is about: the part of a review that it changes, and the entry of that part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from carveout.review.edits import (
    Annotate,
    Connect,
    Correct,
    Decide,
    Dismiss,
    Introduce,
    Judge,
    MarkClause,
    Rank,
    Respond,
    Suppose,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from carveout.review.edits import Revision

About: TypeAlias = Literal[
    "annotations",
    "marks",
    "decisions",
    "corrections",
    "dismissals",
    "scenarios",
    "judgements",
    "replies",
    "links",
    "ranks",
    "reviewers",
]
"""The part of a review that an edit changes, by its name in `Review`."""


_ENTRIES: dict[type[Revision], tuple[About, str]] = {
    Annotate: ("annotations", "annotation"),
    MarkClause: ("marks", "clause"),
    Decide: ("decisions", "carveout"),
    Correct: ("corrections", "correction"),
    Dismiss: ("dismissals", "finding"),
    Suppose: ("scenarios", "scenario"),
    Judge: ("judgements", "question"),
    Respond: ("replies", "reply"),
    Connect: ("links", "link"),
    Rank: ("ranks", "annotation"),
    Introduce: ("reviewers", "reviewer"),
}


REVISIONS: Mapping[About, type[Revision]] = {about: kind for kind, (about, _) in _ENTRIES.items()}
"""The edits by the part of a review that they change."""


def entry_of(revision: Revision) -> tuple[About, Hashable]:
    """Return the part of the review that a revision is about, and the entry of it by its key."""
    about, key = _ENTRIES[type(revision)]
    return about, getattr(revision, key)
