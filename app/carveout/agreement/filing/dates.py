"""The date that a filing gives to the agreement, and the one that the agreement bears."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from carveout.agreement.filing.tie import Tie
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.reading import Reading

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DATED = re.compile(
    rf",? (?:dated|entered into|made)(?: as of)? "
    rf"(?P<date>(?P<month>{'|'.join(_MONTHS)}) (?P<day>\d{{1,2}}), (?P<year>\d{{4}}))"
)


def dated(reading: Reading, text: str, within: Span) -> Iterator[Tie]:
    """Yield each date with which an item names the agreement by its title, and whether the agreement bears it."""
    title, own = reading.title, reading.date
    if title is None or own is None:
        return
    shown = f"{_MONTHS[own.month - 1]} {own.day}, {own.year}"
    for match in re.finditer(re.escape(title), text[within.start : within.end], re.IGNORECASE):
        said = _DATED.match(text, within.start + match.end(), within.end)
        if said is not None:
            same = _date(said) == own
            working = f"{said['date']} = {shown}" if same else f"{said['date']}, not {shown} as the agreement bears"
            yield Tie(None, Span(*said.span("date")), (), working, ties=same)


def _date(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["year"]), _MONTHS.index(match["month"]) + 1, int(match["day"]))
    except ValueError:
        return None
