"""Dates as agreements write them."""

from __future__ import annotations

import datetime as dt
import re

_MONTHS = "january february march april may june july august september october november december".split()  # noqa: SIM905
_NUMBERS = {month[:3]: number for number, month in enumerate(_MONTHS, 1)}
_MONTH = rf"(?P<month>(?:{'|'.join(_MONTHS)})\b|(?:{'|'.join(month[:3] for month in _MONTHS)}|sept)\b\.?)"
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
