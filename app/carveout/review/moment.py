"""Times as the log writes them: in UTC, to the microsecond, ISO 8601."""

from __future__ import annotations

import datetime as dt
import re

_WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}\.[0-9]{6}\+00:00")


def moment(at: dt.datetime) -> str:
    """Return a time as the log writes it."""
    return at.astimezone(dt.UTC).isoformat(timespec="microseconds")


def moment_of(text: str) -> dt.datetime:
    """Return the time that the log wrote. Raises ValueError where it is written any other way."""
    if not _WRITTEN.fullmatch(text):
        raise ValueError("A time in the log is not in UTC to the microsecond.")
    return dt.datetime.fromisoformat(text)
