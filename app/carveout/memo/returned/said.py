"""What a mark says of itself: by whom, when and what, in a form that the log can keep."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from typing import TYPE_CHECKING

from carveout.review.importing import IMPORTED
from carveout.review.returned import FROM_MEMO

if TYPE_CHECKING:
    from carveout.agreement.intake.pdf.markup import Mark

NOBODY = "Author not given"
READER = "A reader of the memo"
"""Who changed a note of ours: viewers leave the name of who made it on it."""
_LONGEST_NAME = 200
_MOMENT = re.compile(
    r"D:([0-9]{4})([0-9]{2})?([0-9]{2})?([0-9]{2})?([0-9]{2})?([0-9]{2})?"
    r"(?:Z|([+-])([0-9]{2})'?(?:([0-9]{2})'?)?)?"
)


def author_of(mark: Mark) -> str:
    """Return who made a mark, in a line."""
    name = " ".join(_clean(mark.author).split())[:_LONGEST_NAME]
    return NOBODY if name in {"", IMPORTED} else name


def contents_in(mark: Mark) -> str:
    """Return what a mark says, its lines ended as ours are."""
    return plain(_clean(mark.contents))


def plain(contents: str) -> str:
    """Return contents as programs leave them alike: whatever ends their lines, and without space at the end."""
    return contents.replace("\r\n", "\n").replace("\r", "\n").rstrip()


def moment_in(mark: Mark, otherwise: dt.datetime) -> dt.datetime:
    """Return when a mark was last changed, in UTC, or else when it was made, or else another time."""
    return _moment(mark.changed) or _moment(mark.made) or otherwise


def id_of(mark: Mark, page: int) -> str:
    """Return an id for a mark of another program, the same whenever the memo is read."""
    named = (mark.name,) if mark.name else (repr(mark.rect), mark.contents)
    parts = (str(page), mark.kind, mark.author, mark.made, *named)
    made = hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()
    return f"{FROM_MEMO}{made[:32]}"


def _clean(text: str) -> str:
    return text.replace("\0", "").encode("utf-8", "replace").decode()


def _moment(text: str) -> dt.datetime | None:
    """Return a time as ISO 32000-1, 7.9.4 writes it; one without a zone is taken to be in UTC."""
    match = _MOMENT.match(text)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(one) if one else None for one in match.groups()[:6])
    sign, hours, minutes = match.groups()[6:]
    away = dt.timedelta(hours=int(hours or 0), minutes=int(minutes or 0)) * (-1 if sign == "-" else 1)
    try:
        local = dt.datetime(year or 0, month or 1, day or 1, hour or 0, minute or 0, second or 0, tzinfo=dt.UTC)
        return local - away
    except (ValueError, OverflowError):
        return None
