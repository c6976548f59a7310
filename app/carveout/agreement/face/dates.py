"""Dates as agreements write them."""

from __future__ import annotations

import datetime as dt
import re
from itertools import islice

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_NUMBERS = {month[:3].lower(): number for number, month in enumerate(MONTHS, 1)}
_MONTH = rf"(?P<month>(?:{'|'.join(MONTHS)})\b|(?:{'|'.join(month[:3] for month in MONTHS)}|sept)\b\.?)"
_ORDINAL = r"(?:s ?t|n ?d|r ?d|t ?h)?"
"""What follows a day; where it was set high, a space may have come into it."""
_FORMS = (
    re.compile(rf"\b{_MONTH} {{1,3}}(?P<day>\d{{1,2}}){_ORDINAL} ?,? {{1,3}}(?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(
        rf"\b(?P<day>\d{{1,2}}) ?{_ORDINAL}\.?(?: day)?(?: of)? {{1,3}}{_MONTH} ?,? {{1,3}}(?P<year>\d{{4}})\b",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b"),
)
_STATES = re.compile(
    r"\b(?:dated|as of|effective|entered into|made|executed|agreement)\b(?: (?:as|of|on|the|this|and|is|made|entered"
    r"|into|effective|dated|date)|[ ,:])*$",
    re.IGNORECASE,
)
"""How words lead to the date of the instrument itself."""
_THAT = re.compile(
    r"\b(?:that certain|pursuant to|under (?:the|that|an?)|amends? (?:the|that)|reference is)\b", re.IGNORECASE
)
"""What leads to the date of another instrument."""
_RECITED = re.compile(r"\bWHEREAS\b")
_OPENING = 1_000
_BEFORE = 80
_ROW = re.compile(
    r"\b(?:effective |agreement |contract |commencement )?date(?: of (?:this )?agreement)?[ \n]{0,3}:[ \n]{0,3}",
    re.IGNORECASE,
)
_MOST = 100
"""Labels that are looked at for a date."""
_LINE = 120
_DATED = re.compile(r"[ ,.:]*(?:dated?:?|as of|this)?[ ,.:]*$", re.IGNORECASE)


def find_date(text: str, *, alone: bool = False) -> dt.date | None:
    """Return the first date that a text writes out; `alone` asks that nothing but `Dated` stands beside it."""
    if alone and len(text) > _LINE:
        return None
    found = [match for form in _FORMS for match in [form.search(text)] if match is not None]
    for match in sorted(found, key=lambda match: match.start()):
        beside = text[: match.start()] + text[match.end() :]
        if alone and not _DATED.match(beside):
            continue
        month = match["month"].lower()
        try:
            return dt.date(
                int(match["year"]), int(month) if month.isdigit() else _NUMBERS[month[:3]], int(match["day"])
            )
        except ValueError:
            continue
    return None


def written(day: dt.date) -> str:
    """Return a date as American agreements write it: `September 16, 2003`."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def stated_date(text: str) -> dt.date | None:
    """Return the first date near the start of a text that it gives to its own instrument: `dated as of`, `made on`."""
    opening = _RECITED.split(text[:_OPENING], maxsplit=1)[0]
    found = sorted((match for form in _FORMS for match in form.finditer(opening)), key=re.Match.start)
    for match in found:
        before = opening[max(0, match.start() - _BEFORE) : match.start()]
        if _STATES.search(before) and not _THAT.search(before.rpartition(". ")[2]):
            return find_date(match[0])
    return None


def date_in_row(text: str) -> dt.date | None:
    """Return the date beside the first label that asks for it: `Effective Date: July 1, 2019`."""
    rows = islice(_ROW.finditer(text), _MOST)
    beside = (find_date(text[match.end() : match.end() + _BEFORE].split("\n", 1)[0]) for match in rows)
    return next((date for date in beside if date is not None), None)
