"""Which backups make room: near ones are all kept, older ones by the day, the week, the month and the year."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

RECENT = dt.timedelta(days=2)
"""The age up to which every backup is kept; where that are too many, one an hour of the older of them."""
DAILY = dt.timedelta(days=14)
WEEKLY = dt.timedelta(weeks=10)
MONTHLY = dt.timedelta(days=3 * 365)
MOST_AT_ONCE = 5
"""Backups that go at one time: a clock that is wrong for an hour does not sweep the shelf."""

_Bucket: TypeAlias = tuple[str | int, ...]


def outdated(
    made: Iterable[dt.datetime], now: dt.datetime, most_recent: int, is_good: Callable[[dt.datetime], bool]
) -> list[dt.datetime]:
    """Return the backups to take away, by when they were made in UTC.

    Of each hour, day, week, month or year that keeps one backup, that is the newest good one: `is_good` is asked where
    there are several. Where none of them is good all stay; the newest of all stays in any case.
    """
    newest_first = sorted(made, reverse=True)
    buckets: defaultdict[_Bucket, list[dt.datetime]] = defaultdict(list)
    for place, at in enumerate(newest_first):
        buckets[_bucket(at, now, place, most_recent)].append(at)
    going = [at for bucket in buckets.values() if len(bucket) > 1 for at in _going(bucket, is_good)]
    return sorted(going)[:MOST_AT_ONCE]


def _going(bucket: Sequence[dt.datetime], is_good: Callable[[dt.datetime], bool]) -> list[dt.datetime]:
    kept = next((at for at in bucket if is_good(at)), None)
    return [] if kept is None else [at for at in bucket if at != kept]


def _bucket(at: dt.datetime, now: dt.datetime, place: int, most_recent: int) -> _Bucket:
    age = now - at
    if place == 0 or (age < RECENT and place < most_recent):
        return "alone", place
    if age < RECENT:
        return "hour", at.toordinal(), at.hour
    if age < DAILY:
        return "day", at.toordinal()
    if age < WEEKLY:
        return "week", *at.isocalendar()[:2]
    if age < MONTHLY:
        return "month", at.year, at.month
    return "year", at.year
