"""What came back in a memo that somebody marked: answers and comments, each on its place, before any of it is taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import datetime as dt

    from carveout.review.annotation import Annotation, Status
    from carveout.review.thread import Reply

PROPOSED = "Proposed wording: "
"""What stands before the wording of a proposal where a comment says it all in one."""
FROM_MEMO = "memo-"
"""What the ids of those notes and replies begin with that came in a memo."""
TAG = "from memo"
"""The tag of a note that came in a memo."""


@dataclass(frozen=True, slots=True)
class Remarked:
    """A new note, with its anchor, as the memo brings it."""

    note: Annotation


@dataclass(frozen=True, slots=True)
class Answered:
    """A reply, to a note that is here or comes along."""

    reply: Reply


@dataclass(frozen=True, slots=True)
class Reworded:
    """The contents that somebody gave a note of ours in the memo, by whom and when, in UTC."""

    annotation: str
    contents: str
    author: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Set:
    """The status that somebody gave a note, by whom and when, in UTC."""

    annotation: str
    status: Status
    author: str
    at: dt.datetime


Came: TypeAlias = Remarked | Answered | Reworded | Set


@dataclass(frozen=True, slots=True)
class Returned:
    """All that a memo brings back, in the order of its pages.

    `head` is the last hash of the log that the memo was made from, empty where it doesn't say. `elsewhere` counts the
    new notes that stand on no words but on the clause printed there, or on the document as a whole.
    """

    head: str
    came: tuple[Came, ...]
    elsewhere: int = 0


def contents_of(annotation: Annotation) -> str:
    """Return all that an annotation says in one, as a comment in the memo says it."""
    said = [annotation.comment] if annotation.comment else []
    if annotation.proposed:
        said.append(f"{PROPOSED}{annotation.proposed}")
    return "\n".join(said)
