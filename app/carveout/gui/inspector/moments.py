"""When something was done, in the reader's own time zone and as short as the day allows."""

from __future__ import annotations

import datetime as dt

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def in_short(at: dt.datetime, now: dt.datetime) -> str:
    """Return `14:01` for the day of `now`, `22 Nov, 13:48` for its year, `22 Nov 2025, 13:48` for any other.

    Both are aware of their zones; the time is told in the zone of `now`.
    """
    here = at.astimezone(now.tzinfo)
    clock = f"{here:%H:%M}"
    if here.date() == now.date():
        return clock
    day = f"{here.day} {_MONTHS[here.month - 1]}"
    return f"{day}, {clock}" if here.year == now.year else f"{day} {here.year}, {clock}"


def in_full(at: dt.datetime) -> str:
    """Return `22 Nov 2026, 13:48:05` in the machine's time zone."""
    here = at.astimezone()
    return f"{here.day} {_MONTHS[here.month - 1]} {here.year}, {here:%H:%M:%S}"


def lately(at: dt.datetime) -> str:
    """Return the time in short, as seen from now and here."""
    return in_short(at, dt.datetime.now().astimezone())
