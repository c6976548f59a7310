"""What a memo brings back as plain JSON values and back, as the process that read it prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carveout.review.annotation import Status
from carveout.review.edits import Annotate, Respond
from carveout.review.moment import moment, moment_of
from carveout.review.record import edit_from_record, edit_to_record
from carveout.review.recorded import text, whole
from carveout.review.returned import Answered, Remarked, Returned, Reworded, Set

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carveout.review.returned import Came


def returned_to_record(returned: Returned) -> dict[str, object]:
    """Return what came as JSON values."""
    return {
        "head": returned.head,
        "elsewhere": returned.elsewhere,
        "came": [_out(one) for one in returned.came],
    }


def returned_from_record(record: Mapping[str, Any]) -> Returned:
    """Return what came. Raises ValueError where the record holds anything else."""
    try:
        came = tuple(_in(one) for one in record["came"])
        return Returned(text(dict(record), "head"), came, whole(record["elsewhere"]))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("What came back in a memo has not its shape.") from error


def _out(one: Came) -> dict[str, object]:
    match one:
        case Remarked(note):
            return edit_to_record(Annotate(note.id, None, note))
        case Answered(reply):
            return edit_to_record(Respond(reply.id, None, reply))
        case Reworded(annotation, contents, author, at):
            return {"reworded": annotation, "contents": contents, "author": author, "at": moment(at)}
        case Set(annotation, status, author, at):
            return {"set": annotation, "status": status.value, "author": author, "at": moment(at)}


def _in(record: dict[str, Any]) -> Came:
    if "reworded" in record:
        at = moment_of(text(record, "at"))
        return Reworded(text(record, "reworded"), text(record, "contents"), text(record, "author"), at)
    if "set" in record:
        at = moment_of(text(record, "at"))
        return Set(text(record, "set"), Status(record["status"]), text(record, "author"), at)
    match edit_from_record(record):
        case Annotate(_, None, note) if note is not None:
            return Remarked(note)
        case Respond(_, None, reply) if reply is not None:
            return Answered(reply)
        case _:
            raise ValueError("What came back in a memo is neither a note nor an answer.")
