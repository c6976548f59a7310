"""Signing: what the reviewer at work writes bears her name, the time, and an id of its own."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING

from carveout.review.annotation import Annotation
from carveout.review.correction import Correction
from carveout.review.link import Link
from carveout.review.log import sealed
from carveout.review.thread import Reply

if TYPE_CHECKING:
    from carveout.agreement.correction.change import Change
    from carveout.review.annotation import Anchor, AnnotationKind, Severity
    from carveout.review.edits import Edit
    from carveout.review.link import End
    from carveout.review.log import Operation, Role


def now() -> dt.datetime:
    """Return the time that is signed."""
    return dt.datetime.now(dt.UTC)


def new_id() -> str:
    """Return an id that nothing else has, here or in another copy."""
    return uuid.uuid4().hex


def annotation(
    author: str, kind: AnnotationKind, anchor: Anchor, comment: str, severity: Severity | None, proposed: str
) -> Annotation:
    """Return a new annotation by an author."""
    return Annotation(new_id(), kind, anchor, comment, author, now(), severity, proposed)


def reply(author: str, to: str, comment: str) -> Reply:
    """Return a reply by an author to an annotation, by its id."""
    return Reply(new_id(), to, comment, author, now())


def link(author: str, one: End, other: End) -> Link:
    """Return a link that an author draws."""
    return Link(new_id(), (one, other), author, now())


def correction(author: str, change: Change, citation: str) -> Correction:
    """Return a correction by an author of the clause that is cited so."""
    return Correction(new_id(), change, citation, author, now())


def operation(author: str, head: str, role: Role, of: str | None, edit: Edit) -> Operation:
    """Return what goes into a log after its head."""
    return sealed(head, id=new_id(), at=now(), author=author, role=role, of=of, edit=edit)
