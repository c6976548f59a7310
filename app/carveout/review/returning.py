"""Taking what a marked memo brings: its comments become operations by their authors, on a lane of their own.

They are sealed to where the log stood when the memo was made, as if their authors had worked in a copy of the matter; a
merge takes them in. So they come and go in one step, and what was changed here meanwhile stands beside it in conflict.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from carveout.review.edits import Annotate, Merge, Respond
from carveout.review.fold import fold
from carveout.review.log import Role, sealed
from carveout.review.returned import PROPOSED, Answered, Remarked, Reworded, contents_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from carveout.review.annotation import Annotation
    from carveout.review.corrected import Corrected
    from carveout.review.edits import Edit
    from carveout.review.log import Operation
    from carveout.review.returned import Came, Returned


@dataclass(frozen=True)
class Told:
    """What the log of a matter ever said, whether it still stands or was withdrawn: no memo brings that anew.

    `notes` and `replies` are by their ids, with all that each said; `settings` are whose status was set, to what, by
    whom and when.
    """

    notes: Mapping[str, set[str]] = field(default_factory=dict)
    replies: Mapping[str, set[str]] = field(default_factory=dict)
    settings: frozenset[tuple[str, str, str, dt.datetime]] = frozenset()


def told_by(operations: Sequence[Operation]) -> Told:
    """Return what a log ever said; what came with a merge that was undone doesn't count."""
    gone = _undone(operations)
    notes: dict[str, set[str]] = {}
    replies: dict[str, set[str]] = {}
    settings = set()
    for one in operations:
        match one.edit:
            case Annotate(id_, before, after) if one.hash not in gone:
                said = notes.setdefault(id_, set())
                said.update(contents_of(version) for version in (before, after) if version is not None)
                if after is not None:
                    settings.add((id_, after.status.value, one.author, one.at))
            case Respond(id_, reply_before, reply_after) if one.hash not in gone:
                replies.setdefault(id_, set()).update(one.comment for one in (reply_before, reply_after) if one)
            case _:
                pass
    return Told(notes, replies, frozenset(settings))


def operations_of(
    returned: Returned, mine: Sequence[Operation], on: Corrected, head: str, now: dt.datetime
) -> tuple[Operation, ...]:
    """Return the operations of what a memo brings to a matter, its log, review and head given.

    What answers or changes a note that is not here is left out.
    """
    base = _base(mine, returned.head)
    known = on.folded if base is None else fold(base)
    wanted = {one.annotation for one in returned.came if not isinstance(one, Remarked | Answered)}
    if base is None or known.corrections != on.folded.corrections or not wanted <= known.annotations.keys():
        known, previous = on.folded, head
    else:
        previous = returned.head
    made: list[Operation] = []
    for author, at, edit in _edits(returned.came, dict(known.annotations), on):
        one = sealed(previous, id=uuid.uuid4().hex, at=min(at, now), author=author, role=Role.EDIT, of=None, edit=edit)
        made.append(one)
        previous = one.hash
    return tuple(made)


def _edits(
    came: Sequence[Came], notes: dict[str, Annotation], on: Corrected
) -> Iterator[tuple[str, dt.datetime, Edit]]:
    """Yield each edit with its author and time, given the notes that are there by their ids."""
    for one in came:
        if isinstance(one, Answered):
            yield one.reply.author, one.reply.at, Respond(one.reply.id, None, one.reply)
            continue
        if isinstance(one, Remarked):
            before, after, author, at = None, one.note, one.note.author, one.note.at
        else:
            before, author, at = notes.get(one.annotation), one.author, one.at
            if before is None:
                continue
            after = _reworded(before, one.contents) if isinstance(one, Reworded) else replace(before, status=one.status)
        edit = Annotate(after.id, before, after) if before is not None else on.logged(Annotate(after.id, None, after))
        if after != before and isinstance(edit, Annotate) and edit.after is not None:
            notes[after.id] = edit.after
            yield author, at, edit


def _reworded(before: Annotation, contents: str) -> Annotation:
    """Return a note that says something else; the wording that a proposal proposes follows its comment."""
    if not before.proposed:
        return replace(before, comment=contents)
    comment, found, proposed = contents.rpartition(PROPOSED)
    if not found:
        return replace(before, comment=contents)
    return replace(before, comment=comment.rstrip("\n"), proposed=proposed)


def _base(mine: Sequence[Operation], head: str) -> tuple[Operation, ...] | None:
    """Return the operations that lead up to a hash of the log, None where it isn't one."""
    if all(one.hash != head for one in mine):
        return None
    reached = {head}
    for one in reversed(mine):
        if one.hash in reached:
            reached.add(one.previous)
            if isinstance(one.edit, Merge):
                reached.add(one.edit.head)
    return tuple(one for one in mine if one.hash in reached)


def _undone(operations: Sequence[Operation]) -> set[str]:
    """Return the hashes of what came with merges that were undone since."""
    undone: set[str | None] = set()
    for one in operations:
        if one.role is Role.UNDO:
            undone.add(one.of)
        elif one.role is Role.REDO:
            undone.discard(one.of)
    gone: set[str] = set()
    for one in operations:
        if one.id in undone and isinstance(one.edit, Merge):
            kept = {other.hash for other in _base(operations, one.previous) or ()}
            came = _base(operations, one.edit.head) or ()
            gone.update(other.hash for other in came if other.hash not in kept)
    return gone
