"""The date that a filing gives to the agreement, and the one that the agreement bears."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.face.dates import MONTHS, find_date, written
from carveout.agreement.filing.tie import Tie
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.reading import Reading

_DATED = re.compile(
    rf",? (?:dated|entered into|made)(?: as of)? "
    rf"(?P<date>(?:{'|'.join(MONTHS)}) \d{{1,2}}, \d{{4}})"
)


def dated(reading: Reading, text: str, within: Span) -> Iterator[Tie]:
    """Yield each date with which an item names the agreement by its title, and whether the agreement bears it."""
    title, own = reading.title, reading.date
    if title is None or own is None:
        return
    shown = written(own)
    for match in re.finditer(re.escape(title), text[within.start : within.end], re.IGNORECASE):
        said = _DATED.match(text, within.start + match.end(), within.end)
        if said is not None:
            same = find_date(said["date"]) == own
            working = f"{said['date']} = {shown}" if same else f"{said['date']}, not {shown} as the agreement bears"
            yield Tie(None, Span(*said.span("date")), (), working, ties=same)
