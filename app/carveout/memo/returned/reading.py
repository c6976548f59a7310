"""Reading a marked memo back: what is new in it against the matter, each comment on its clause."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from carveout.agreement.intake.pdf.document import LockedPdfError
from carveout.agreement.intake.pdf.enclosures import enclosed_file
from carveout.agreement.intake.pdf.markup import TooManyMarksError, marked_pages
from carveout.agreement.manuscript import NotReadableError
from carveout.agreement.progress import silent
from carveout.memo.returned.copy import copy_from
from carveout.memo.returned.errors import (
    DamagedMemoError,
    LockedMemoError,
    NoClausesError,
    TooMuchError,
)
from carveout.memo.returned.gathering import Gathering
from carveout.memo.returned.names import NAME
from carveout.memo.returned.placing import Placing
from carveout.memo.returned.threads import Threads, note_of
from carveout.review.anchoring import on_clause, on_span
from carveout.review.annotation import Target
from carveout.review.returned import Answered, Remarked, Returned

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterator

    from carveout.agreement.progress import Report
    from carveout.agreement.reading import Reading
    from carveout.memo.returned.copy import Copy
    from carveout.review.annotation import Annotation
    from carveout.review.returned import Came
    from carveout.review.returning import Told
    from carveout.review.review import Review

MOST = 5_000
"""Comments of others that a memo may bring."""


@dataclass(frozen=True, slots=True)
class Here:
    """The matter that a memo comes back to: its reading and review as they are seen, and all that its log ever told."""

    reading: Reading
    review: Review
    told: Told


def read_back(content: bytes, here: Here, now: dt.datetime, report: Report = silent) -> Returned:
    """Return what is new in a marked memo. Times that marks don't give are `now`, in UTC. Raises MemoReturnError.

    What the matter's log ever said is not new, nor is that something was deleted in the memo.
    """
    if not len(here.reading.outline):
        raise NoClausesError
    try:
        copy = copy_from(enclosed_file(content, NAME), here.reading)
        shared = {one.id for one in copy.annotations}
        ours = shared | here.told.notes.keys()
        pages = marked_pages(content, partial(_is_known, ours, here.told), MOST, report)
    except LockedPdfError as error:
        raise LockedMemoError from error
    except TooManyMarksError as error:
        raise TooMuchError(MOST) from error
    except NotReadableError as error:
        raise DamagedMemoError from error
    lent = tuple(_lent(copy, here))
    notes = dict(here.review.annotations) | {one.note.id: one.note for one in lent if isinstance(one, Remarked)}
    lent_replies = {one.reply.id for one in lent if isinstance(one, Answered)}
    gathering = Gathering(Threads(pages, ours), Placing(here.reading, copy), notes, here.told, lent_replies, now)
    came = (*lent, *gathering.came())
    return Returned(copy.head, came, gathering.elsewhere)


def _is_known(ours: Collection[str], told: Told, name: str) -> bool:
    """Tell whether a mark of this name is Carveout's own."""
    return name in told.replies or note_of(name, ours) is not None


def _lent(copy: Copy, here: Here) -> Iterator[Came]:
    """Yield the shared notes and replies that the memo brings from a copy of the matter that knows more."""
    there = set(here.review.annotations)
    for one in copy.annotations:
        if one.id not in here.told.notes:
            there.add(one.id)
            yield Remarked(_standing(one, here.reading))
    for reply in copy.replies:
        if reply.id not in here.told.replies and reply.annotation in there:
            yield Answered(reply)


def _standing(annotation: Annotation, reading: Reading) -> Annotation:
    """Return a note of another copy on the same words here: its outline may have been corrected otherwise."""
    anchor = annotation.anchor
    if anchor.target is Target.CLAUSE:
        clause = reading.outline.at(anchor.span.start)
        return replace(annotation, anchor=on_clause(reading, clause or 0))
    try:
        found = on_span(reading, anchor.span)
    except ValueError:
        return replace(annotation, anchor=on_clause(reading, reading.outline.at(anchor.span.start) or 0))
    return replace(annotation, anchor=replace(found, target=anchor.target))
