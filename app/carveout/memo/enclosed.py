"""The copy for programs that the memo encloses: what of the review is shared, and where the pages print what.

It is what lets a memo that somebody marked be read back onto the clauses. It holds notes that are marked as shared, in
whatever memo, and no word of those that are internal.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from carveout import __version__
from carveout.memo.annexed import principal_of
from carveout.memo.returned.copy import digest, text_digest, written
from carveout.memo.returned.names import FORMAT, NAME, VERSION
from carveout.memo.typesetting.paper import Enclosure
from carveout.review.annotation import Target, Visibility
from carveout.review.edits import Annotate, Respond
from carveout.review.record import edit_to_record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.agreement.span import Span
    from carveout.memo.memo import Memo, Note
    from carveout.memo.typesetting.printed import PrintedPage


def enclosure_of(memo: Memo, pages: Sequence[PrintedPage]) -> Enclosure:
    """Return the file that the memo encloses; the same memo gives the same bytes."""
    copy = shared_copy(memo, pages)
    data = {"format": FORMAT, "version": VERSION, "sha256": digest(copy), "copy": copy}
    return Enclosure(
        name=NAME,
        kind="application/json",
        description="The shared part of the review, for Carveout to read back",
        data=written(data),
        at=dt.datetime.combine(memo.heading.date, dt.time(), dt.UTC),
    )


def shared_copy(memo: Memo, pages: Sequence[PrintedPage]) -> dict[str, object]:
    """Return the copy as JSON values.

    `pages` has for each page its `words`, each [baseline, size, left, right, start, end], lengths in tenths of a point
    and code points of the source's text, and its `places`, each [height, start, end, whether it is a clause]: what the
    memo speaks of from that height down. Start and end are null where that is nothing in particular.
    """
    shared = [note.annotation for note in memo.notes if note.annotation.visibility is Visibility.SHARED]
    places = _places(memo)
    principal = next((span.start for span in principal_of(memo.reading) if span), 0)
    return {
        "by": f"Carveout {__version__}",
        "deal": memo.heading.deal,
        "source": memo.reading.source.sha256,
        "text": text_digest(memo.reading.text),
        "head": memo.head,
        "principal": principal,
        "annotations": [
            edit_to_record(Annotate(one.id, None, replace(one, assignee="", due=None)))["after"] for one in shared
        ],
        "replies": [
            edit_to_record(Respond(reply.id, None, reply))["after"]
            for one in shared
            for reply in memo.replies.get(one.id, ())
        ],
        "pages": [
            {
                "words": [
                    [*map(_tenths, (one.baseline, one.size, one.left, one.right)), one.start, one.end]
                    for one in page.words
                ],
                "places": [
                    [_tenths(height), *places.get(name, _NOWHERE)]
                    for height, name in page.places
                    if name in places or name.startswith("part-")
                ],
            }
            for page in pages
        ],
    }


_NOWHERE: tuple[int | None, int | None, bool] = (None, None, False)


def _places(memo: Memo) -> dict[str, tuple[int | None, int | None, bool]]:
    """Return what each name of a place stands for."""
    outline = memo.reading.outline
    found = {f"note-{note.number}": _of_note(note) for note in memo.notes}
    found |= {f"schedule-{one.number}": _of_span(one.carveout.span, clause=False) for one in memo.schedule}
    for entry in memo.representations:
        clause = entry.representation.clause
        found[f"representation-{clause}"] = _of_span(outline[clause].span, clause=True)
    return found


def _of_note(note: Note) -> tuple[int | None, int | None, bool]:
    anchor = note.annotation.anchor
    return _of_span(anchor.span, clause=anchor.target is Target.CLAUSE)


def _of_span(span: Span, *, clause: bool) -> tuple[int | None, int | None, bool]:
    return span.start, span.end, clause


def _tenths(points: float) -> int:
    return round(10 * points)
