"""Purging: what was said of an annotation goes from the log for good, and that it went is said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carveout.review.edits import Annotate, Purge, Purged, Respond, Settle
from carveout.review.log import Role, sealed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Sequence

    from carveout.review.edits import Edit
    from carveout.review.log import Operation


def purged(
    operations: Sequence[Operation],
    annotations: Collection[str],
    *,
    id: str,  # noqa: A002
    at: dt.datetime,
    author: str,
) -> tuple[Operation, ...]:
    """Return a log without any word of some annotations or of the replies to them, and a purge that says so at its end.

    Every hash stays, so that what was sealed to a purged operation still is, and other copies can still be merged. The
    log is not empty.
    """
    replies = {reply for one in operations for reply in _replies(one.edit, annotations)}
    gone = [one for one in operations if _is_about(one.edit, annotations, replies)]
    said = Purge(tuple((one.id, one.hash) for one in gone))
    hashes = {one.hash for one in gone}
    kept = (replace(one, edit=Purged()) if one.hash in hashes else one for one in operations)
    return (*kept, sealed(operations[-1].hash, id=id, at=at, author=author, role=Role.EDIT, of=None, edit=said))


def _revised(edit: Edit) -> Edit:
    return edit.revision if isinstance(edit, Settle) else edit


def _replies(edit: Edit, annotations: Collection[str]) -> set[str]:
    match _revised(edit):
        case Respond(reply, before, after):
            about = {one.annotation for one in (before, after) if one is not None}
            return {reply} if not about.isdisjoint(annotations) else set()
        case _:
            return set()


def _is_about(edit: Edit, annotations: Collection[str], replies: Collection[str]) -> bool:
    match _revised(edit):
        case Annotate(annotation):
            return annotation in annotations
        case Respond(reply):
            return reply in replies
        case _:
            return False
