"""The story of an annotation: what was done about it, by whom and when, as the log tells it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from carveout.review.annotation import Status
from carveout.review.edits import Annotate, Respond, Settle

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

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


def about(operation: Operation) -> str:
    """Return the id of the annotation whose story an operation belongs to, empty for none."""
    edit = operation.edit.revision if isinstance(operation.edit, Settle) else operation.edit
    if isinstance(edit, Annotate):
        return edit.annotation
    if isinstance(edit, Respond):
        standing = edit.after or edit.before
        return standing.annotation if standing else ""
    return ""


def story_of(operations: Iterable[Operation]) -> tuple[Happening, ...]:
    """Return the story that the operations about one annotation tell, the earliest first.

    What was undone and done again is told as it was: an undone resolution reopens. What was purged isn't told.
    """
    found: list[Happening] = []
    for operation in operations:
        edit = operation.edit.revision if isinstance(operation.edit, Settle) else operation.edit
        act, reply = None, ""
        if isinstance(edit, Annotate):
            act = _act(edit.before, edit.after, known=bool(found))
        elif isinstance(edit, Respond):
            act, reply = _answer(edit.before, edit.after), edit.reply
        if act is not None:
            found.append(Happening(act, operation.author, operation.at, reply))
    return tuple(sorted(found, key=_when))


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
