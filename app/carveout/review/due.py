"""The day by which something is due, as people write it."""

from __future__ import annotations

import calendar
import datetime as dt
import re

_MONTHS = tuple(name.casefold() for name in calendar.month_name)
_DAYS = tuple(name.casefold() for name in calendar.day_name)
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
_STEPS = {"d": 1, "w": 7}
_SHORTEST = 3
"""Letters by which a month or a day of the week is known at least."""

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]+)(?: (\d{4}))?")
_MONTH_FIRST = re.compile(r"([a-z]+) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})?")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}))?")
_AHEAD = re.compile(r"(?:in )?(\d{1,6}|[a-z]+) ?(days?|d|weeks?|w|months?|m)")


def day_meant(words: str, today: dt.date) -> dt.date | None:
    """Return the day that words mean as written on `today`: `2026-12-01`, `1 Dec`, `in 3 days`, `Friday`, `tomorrow`.

    A day without a year is the next one there is; a day of the week is the next one after today. `12/1/2026` is read
    with the month first unless that can't be. Returns None for words that name no day.
    """
    said = " ".join(words.casefold().replace(",", " ").split())
    try:
        return _near(said, today) or _ahead(said, today) or _written(said, today)
    except (ValueError, OverflowError):
        return None


def day_in_words(day: dt.date, today: dt.date) -> str:
    """Return `1 Dec`, with the year where it isn't that of `today`."""
    said = f"{day.day} {calendar.month_abbr[day.month]}"
    return said if day.year == today.year else f"{said} {day.year}"


def _near(said: str, today: dt.date) -> dt.date | None:
    if said in {"today", "tomorrow"}:
        return today + dt.timedelta(days=said == "tomorrow")
    if said in {"end of month", "month end", "eom"}:
        return today.replace(day=calendar.monthrange(today.year, today.month)[1])
    name = said.removeprefix("next ").removeprefix("this ").removeprefix("on ")
    named = _named(name, _DAYS)
    if named is None:
        return None
    return today + dt.timedelta(days=(named - today.weekday() - 1) % 7 + 1)


def _ahead(said: str, today: dt.date) -> dt.date | None:
    found = _AHEAD.fullmatch(said)
    count = None if found is None else int(found[1]) if found[1].isdecimal() else _COUNTS.get(found[1])
    if found is None or count is None:
        return None
    if found[2][0] != "m":
        return today + dt.timedelta(days=count * _STEPS[found[2][0]])
    years, month = divmod(today.month - 1 + count, 12)
    year = today.year + years
    return dt.date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))


def _written(said: str, today: dt.date) -> dt.date | None:
    if found := _ISO.fullmatch(said):
        return dt.date(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.fullmatch(said):
        return _dated(found[3], _month(found[2]), int(found[1]), today)
    if found := _MONTH_FIRST.fullmatch(said):
        return _dated(found[3], _month(found[1]), int(found[2]), today)
    if found := _DOTTED.fullmatch(said):
        return _dated(found[3], int(found[2]), int(found[1]), today)
    if found := _SLASHED.fullmatch(said):
        month, day = int(found[1]), int(found[2])
        month, day = (day, month) if month > len(_MONTHS) - 1 else (month, day)
        return _dated(found[3], month, day, today)
    return None


def _month(name: str) -> int:
    """Return the number of a month. Raises ValueError for a name that is none."""
    found = _named(name.rstrip("."), _MONTHS)
    if found is None:
        raise ValueError("No month is called so.")
    return found


def _named(name: str, names: tuple[str, ...]) -> int | None:
    if len(name) < _SHORTEST:
        return None
    return next((at for at, full in enumerate(names) if full.startswith(name)), None)


def _dated(year: str | None, month: int, day: int, today: dt.date) -> dt.date:
    if year:
        return dt.date(int(year), month, day)
    found = dt.date(today.year, month, day)
    return found if found >= today else dt.date(today.year + 1, month, day)
