"""Edits of reviewers who work together as plain JSON values and back.

Replies, links, ranks in the order of their own, who they are, merges, purges.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carveout.review.edits import Connect, Introduce, Merge, Purge, Purged, Rank, Respond
from carveout.review.link import Link
from carveout.review.moment import moment, moment_of
from carveout.review.ranking import is_rank
from carveout.review.recorded import text
from carveout.review.reviewer import Reviewer
from carveout.review.thread import Reply

if TYPE_CHECKING:
    from carveout.review.edits import Edit
    from carveout.review.link import End

TOGETHER = frozenset({"respond", "connect", "rank", "introduce", "merge", "purge", "purged"})
"""One of these names each record of this module."""


def together_to_record(edit: Respond | Connect | Rank | Introduce | Merge | Purge | Purged) -> dict[str, object]:
    """Return the edit as JSON values."""
    match edit:
        case Respond(reply, reply_before, reply_after):
            return {"respond": reply, "before": _reply(reply_before), "after": _reply(reply_after)}
        case Connect(link, link_before, link_after):
            return {"connect": link, "before": _link(link_before), "after": _link(link_after)}
        case Rank(annotation, rank_before, rank_after):
            return {"rank": annotation, "before": rank_before, "after": rank_after}
        case Introduce(reviewer, before, after):
            return {"introduce": reviewer, "before": _reviewer(before), "after": _reviewer(after)}
        case Merge(head, authors):
            return {"merge": head, "authors": list(authors)}
        case Purge(operations):
            return {"purge": [list(operation) for operation in operations]}
        case Purged():
            return {"purged": True}


def together_from_record(record: dict[str, Any]) -> Edit:
    """Return the edit that a record holds. Raises ValueError, KeyError, TypeError or AttributeError."""
    if "merge" in record:
        return Merge(text(record, "merge"), _texts(record["authors"]))
    if "purge" in record:
        if not isinstance(record["purge"], list):
            raise ValueError("An edit in the log has something else where a list belongs.")
        return Purge(tuple(_pair(one) for one in record["purge"]))
    if "purged" in record:
        return _purged_in(record["purged"])
    before, after = record["before"], record["after"]
    if "respond" in record:
        return _same(Respond(text(record, "respond"), _reply_in(before), _reply_in(after)))
    if "connect" in record:
        return _same(Connect(text(record, "connect"), _link_in(before), _link_in(after)))
    if "rank" in record:
        return Rank(text(record, "rank"), _rank_in(before), _rank_in(after))
    return _same(Introduce(text(record, "introduce"), _reviewer_in(before), _reviewer_in(after)))


def _purged_in(value: object) -> Purged:
    if value is not True:
        raise ValueError("An edit in the log is neither there nor purged.")
    return Purged()


def _same(edit: Respond | Connect | Introduce) -> Edit:
    """Return the edit. Raises ValueError where it is about two things at once."""
    match edit:
        case Introduce(key, before, after):
            keys = {one.name for one in (before, after) if one is not None}
        case Respond(key, reply_before, reply_after):
            keys = {one.id for one in (reply_before, reply_after) if one is not None}
        case Connect(key, link_before, link_after):
            keys = {one.id for one in (link_before, link_after) if one is not None}
    if not keys <= {key}:
        raise ValueError("An edit in the log is about two things at once.")
    return edit


def _reply(reply: Reply | None) -> dict[str, object] | None:
    if reply is None:
        return None
    return {
        "id": reply.id,
        "annotation": reply.annotation,
        "comment": reply.comment,
        "author": reply.author,
        "at": moment(reply.at),
    }


def _reply_in(record: dict[str, Any] | None) -> Reply | None:
    if record is None:
        return None
    comment, author, at = text(record, "comment"), text(record, "author"), moment_of(text(record, "at"))
    return Reply(text(record, "id"), text(record, "annotation"), comment, author, at)


def _link(link: Link | None) -> dict[str, object] | None:
    return None if link is None else {"id": link.id, "ends": list(link.ends), "by": link.by, "at": moment(link.at)}


def _link_in(record: dict[str, Any] | None) -> Link | None:
    if record is None:
        return None
    one, other = record["ends"]
    return Link(text(record, "id"), (_end(one), _end(other)), text(record, "by"), moment_of(text(record, "at")))


def _rank_in(value: object) -> str | None:
    if value is not None and not is_rank(value):
        raise ValueError("An edit in the log has something else where a rank belongs.")
    return value if is_rank(value) else None


def _end(value: object) -> End:
    if type(value) not in {str, int}:
        raise ValueError("An edit in the log links something that nothing can be linked to.")
    return value if isinstance(value, str | int) else ""


def _reviewer(reviewer: Reviewer | None) -> dict[str, object] | None:
    if reviewer is None:
        return None
    return {"name": reviewer.name, "initials": reviewer.initials, "colour": reviewer.colour}


def _reviewer_in(record: dict[str, Any] | None) -> Reviewer | None:
    return None if record is None else Reviewer(*(text(record, name) for name in ("name", "initials", "colour")))


def _pair(value: object) -> tuple[str, str]:
    id_, hash_ = _texts(value)
    return id_, hash_


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ValueError("An edit in the log has something else where a list of words belongs.")
    return tuple(value)
