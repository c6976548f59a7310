"""What the PDF's own comments say: each note with its thread, as a viewer lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.memo.parts.passages import passage_of
from carveout.memo.parts.status import HIGHLIGHT
from carveout.memo.typesetting.comments import Comment
from carveout.memo.typesetting.thread import Answer, State
from carveout.memo.words import KIND
from carveout.review.annotation import Status
from carveout.review.returned import contents_of

if TYPE_CHECKING:
    from carveout.memo.memo import Memo, Note


def comment_on(memo: Memo, note: Note) -> Comment:
    """Return the comment that the PDF has for a note."""
    annotation = note.annotation
    span = passage_of(memo.reading, note)
    subject = KIND[annotation.kind]
    if annotation.severity is not None:
        subject = f"{subject}, {annotation.severity.value}"
    if annotation.status is Status.RESOLVED:
        subject = f"{subject}, resolved"
    sign, colour = HIGHLIGHT[annotation.kind]
    replies = memo.replies.get(annotation.id, ())
    return Comment(
        id=annotation.id,
        label=f"[{note.number}]",
        start=span.start,
        end=span.end,
        subject=subject,
        contents=contents_of(annotation),
        author=annotation.author,
        at=annotation.at,
        colour=colour,
        sign=sign,
        answers=tuple(Answer(reply.id, reply.comment, reply.author, reply.at) for reply in replies),
        state=State(memo.heading.author, max([annotation.at, *(reply.at for reply in replies)]))
        if annotation.status is Status.RESOLVED
        else None,
    )
