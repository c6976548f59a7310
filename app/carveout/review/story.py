"""The story of an annotation: what was done about it, by whom and when, as the log tells it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from carveout.review.annotation import Status
from carveout.review.edits import Annotate, Respond, Settle

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from carveout.review.annotation import Annotation
    from carveout.review.log import Operation
    from carveout.review.thread import Reply


class Act(StrEnum):
    """What was done about an annotation."""

    CREATED = "created"
    REVISED = "revised"
    RESOLVED = "resolved"
    REOPENED = "reopened"
    REPLIED = "replied"
    REPLY_REVISED = "revised a reply"
    REPLY_WITHDRAWN = "withdrew a reply"
    WITHDRAWN = "withdrawn"
    RESTORED = "brought back"


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that was done, by whom and when, in UTC; of a reply its id."""

    act: Act
    by: str
    at: dt.datetime
    reply: str = ""


Stories: TypeAlias = "Mapping[str, tuple[Happening, ...]]"
"""What happened to each annotation, by its id, the earliest first."""


def told(operations: Iterable[Operation], so_far: Stories | None = None) -> Stories:
    """Return the stories of the annotations that operations tell, carried on from those of the log before them.

    What was undone and done again is told as it was: an undone resolution reopens. What was purged isn't told.
    """
    found = dict(so_far or {})
    for operation in operations:
        edit = operation.edit.revision if isinstance(operation.edit, Settle) else operation.edit
        about, act, reply = "", None, ""
        if isinstance(edit, Annotate):
            about = edit.annotation
            act = _act(edit.before, edit.after, known=about in found)
        elif isinstance(edit, Respond):
            standing = edit.after or edit.before
            about, reply = (standing.annotation, edit.reply) if standing else ("", "")
            act = _answer(edit.before, edit.after)
        if act is not None:
            story = (*found.get(about, ()), Happening(act, operation.author, operation.at, reply))
            found[about] = tuple(sorted(story, key=_when))
    return found


def _act(before: Annotation | None, after: Annotation | None, *, known: bool) -> Act | None:
    if after is None:
        return None if before is None else Act.WITHDRAWN
    if before is None:
        return Act.RESTORED if known else Act.CREATED
    if before.status is not after.status:
        return Act.RESOLVED if after.status is Status.RESOLVED else Act.REOPENED
    return None if before == after else Act.REVISED


def _answer(before: Reply | None, after: Reply | None) -> Act | None:
    if after is None:
        return None if before is None else Act.REPLY_WITHDRAWN
    if before is None:
        return Act.REPLIED
    return None if before == after else Act.REPLY_REVISED


def _when(happening: Happening) -> dt.datetime:
    return happening.at
