"""Times as the log writes them: in UTC, to the microsecond, ISO 8601."""

from __future__ import annotations

import datetime as dt


def moment(at: dt.datetime) -> str:
    """Return a time as the log writes it."""
    return at.astimezone(dt.UTC).isoformat(timespec="microseconds")


def moment_of(text: str) -> dt.datetime:
    """Return the time that the log wrote. Raises ValueError where it is written any other way."""
    at = dt.datetime.fromisoformat(text)
    if at.utcoffset() != dt.timedelta(0) or moment(at) != text:
        raise ValueError("A time in the log is not in UTC to the microsecond.")
    return at
