"""`carveout merge`: take into a matter what another copy of it, or its marked memo, brings, without the window."""

from __future__ import annotations

import datetime as dt
import getpass
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from carveout.agreement.intake.source import load
from carveout.agreement.manuscript import NotReadableError
from carveout.cli.saying import parser_of, refuse, say
from carveout.cli.unlocking import opened
from carveout.memo.returned.errors import MemoReturnError
from carveout.memo.returned.reading import Here, read_back
from carveout.memo.returned.recognition import looks_like_pdf
from carveout.review.arrival import arrival, counted, told
from carveout.review.disputed import in_words
from carveout.review.merge import merge_of
from carveout.review.returning import operations_of, told_by
from carveout.store.copies import read_copy
from carveout.store.errors import MatterError, ReadOnlyMatterError

if TYPE_CHECKING:
    from carveout.review.arrival import Arrival
    from carveout.review.log import Operation
    from carveout.store.matter import Matter


def merge(given: list[str]) -> int:
    """Merge another copy of a matter into it, print what came and what conflicts, and return the exit status."""
    parser = parser_of("carveout merge", "Take into a matter what another copy of it, or its marked memo, brings.")
    parser.add_argument("matter", type=Path, metavar="MATTER", help="the matter that takes in; it is changed")
    parser.add_argument(
        "other",
        type=Path,
        metavar="OTHER",
        help="another copy of it, or its memo that somebody marked; it is only read",
    )
    parser.add_argument("--by", metavar="NAME", help="who merges, as the log will say; else the name you log in with")
    options = parser.parse_args(given)
    try:
        with opened(options.matter) as matter:
            if matter.read_only:
                raise ReadOnlyMatterError(matter.path)
            theirs = _theirs(options.other, matter)
            found = arrival(matter.operations, matter.corrected, theirs, matter.head)
            if not found.arrived.operations:
                say(f"Nothing new in “{options.other.name}”.")
                return 0
            at, author = dt.datetime.now(dt.UTC), options.by or getpass.getuser()
            made = merge_of(matter.head, found.arrived, id=uuid.uuid4().hex, at=at, author=author)
            matter.take_in((*found.arrived.operations, made))
    except (MatterError, NotReadableError) as error:
        return refuse(str(error))
    except MemoReturnError as error:
        return refuse(error.about(options.other.name))
    say("\n".join(_lines(found)))
    return 0


def _theirs(other: Path, matter: Matter) -> tuple[Operation, ...]:
    """Return the log of another copy, or what this one would be with what a marked memo brings."""
    if not looks_like_pdf(other):
        return read_copy(other, matter).operations
    now = dt.datetime.now(dt.UTC)
    here = Here(matter.reading, matter.review, told_by(matter.operations))
    returned = read_back(load(other), here, now)
    return (*matter.operations, *operations_of(returned, matter.operations, matter.corrected, matter.head, now))


def _lines(found: Arrival) -> list[str]:
    lines = [f"Merged {told(found.brought, found.conflicts)}."]
    for by in found.authors:
        counts = ", ".join(counted(count, kind) for kind, count in found.counts(by))
        lines += [f"{by}: {counts}"] if counts else []
        lines += [f"  {one.entry.what}" for one in found.brought if one.by == by]
    return [*lines, *(f"Conflict: {in_words(one, found.on)}" for one in found.conflicts)]
