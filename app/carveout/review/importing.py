"""Comments that came with a document, as notes by those who wrote them."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING

from carveout.agreement.reading import AsideKind
from carveout.review.anchoring import on_clause, on_span
from carveout.review.annotation import BROUGHT, Annotation, AnnotationKind
from carveout.review.edits import Annotate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.reading import Aside, Reading
    from carveout.review.annotation import Anchor

IMPORTED = "Imported from the document"
"""Who the log says made these edits: no reviewer did, so that undo leaves them alone."""
_NOBODY = "Author not given"


def imported(reading: Reading, at: dt.datetime) -> Iterator[Annotate]:
    """Yield the edits that add a note for each comment, in the order of the document, replies after what they answer.

    A note is by the comment's author and of its time, or `at` where the document gives none. It stands on the words
    that the comment is on, or on the clause where it is on none.
    """
    comments = (aside for aside in reading.asides if aside.kind is AsideKind.COMMENT)
    for number, comment in enumerate(comments):
        anchor = _anchor(reading, comment)
        if anchor is None:
            continue
        # Notes on the same words stand in the order of their times, and where those are equal, of their ids.
        made = Annotation(
            f"{BROUGHT}{number:08}-{uuid.uuid4().hex}",
            AnnotationKind.NOTE,
            anchor,
            comment.text,
            (comment.author or _NOBODY).encode(errors="replace").decode(),
            _moment(comment.at) or at,
        )
        yield Annotate(made.id, None, made)


def _anchor(reading: Reading, comment: Aside) -> Anchor | None:
    try:
        return on_span(reading, comment.span)
    except ValueError:
        clause = reading.outline.at(min(comment.span.start, max(0, len(reading.text) - 1)))
        return None if clause is None else on_clause(reading, clause)


def _moment(at: str | None) -> dt.datetime | None:
    """Return the moment that a document gives, in UTC, as Word means it where it names no zone."""
    try:
        found = dt.datetime.fromisoformat(at or "")
        return found.replace(tzinfo=found.tzinfo or dt.UTC).astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return None
