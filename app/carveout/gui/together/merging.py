"""What rewrites more of the log than one edit: merging another copy's, and purging. The session saves it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from carveout.gui.signing import new_id, now
from carveout.review.merge import Arriving, arriving, merge_of
from carveout.review.purging import purged

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from carveout.gui.session import Session
    from carveout.review.log import Operation


def merge(session: Session, other: Sequence[Operation]) -> Arriving:
    """Take in what another copy brings, given its verified log, and return that; nothing where it isn't saved.

    Raises TwoOperationsError.
    """
    matter = session.matter
    arrived = arriving(matter.operations, other) if matter else Arriving((), "")
    if matter is None or not arrived.operations:
        return arrived
    made = merge_of(matter.head, arrived, id=new_id(), at=now(), author=session.author)
    write = partial(matter.take_in, (*arrived.operations, made))
    return arrived if session.save(write, made.at) else Arriving((), "")


def purge(session: Session, annotations: Collection[str]) -> bool:
    """Purge annotations with their threads from the matter's file; undo ends there. False where it failed."""
    matter = session.matter
    if matter is None or not matter.operations:
        return False
    log = purged(matter.operations, annotations, id=new_id(), at=now(), author=session.author)
    return session.save(partial(matter.purge, log), log[-1].at)
