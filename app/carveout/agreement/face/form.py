"""What a form says of its agreement: the parties and the date, each beside the label that asks for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.face.dates import find_date
from carveout.agreement.face.named import names_in
from carveout.agreement.face.signatories import is_role
from carveout.agreement.reading import Party

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from carveout.agreement.clause import Clause

_DATE = re.compile(r"(?:(?:effective|agreement|contract|order|lease) )?date(?: of (?:this )?\w+)?", re.IGNORECASE)
_BLANK = re.compile(r"[\[{_<]")
"""How a blank begins that nobody filled in."""
_LONGEST = 200


def parties_asked_for(text: str, clauses: Iterable[Clause]) -> tuple[Party, ...]:
    """Return the parties of the rows that ask for one by its role, as `Landlord: Acme Corp` does."""
    found = (
        Party(name, label)
        for label, value in _rows(text, clauses)
        if is_role(label) and not _BLANK.match(value)
        for name in names_in(value)[:1]
    )
    return tuple(found)


def date_asked_for(text: str, clauses: Iterable[Clause]) -> dt.date | None:
    """Return the date of the first row that asks for that of the agreement and holds one."""
    dates = (find_date(value) for label, value in _rows(text, clauses) if _DATE.fullmatch(label))
    return next((date for date in dates if date is not None), None)


def _rows(text: str, clauses: Iterable[Clause]) -> Iterator[tuple[str, str]]:
    """Yield the label of each row and the first line of what stands for it."""
    for clause in clauses:
        if clause.kind is ClauseKind.TERM and clause.heading is not None:
            value = text[clause.body_start : min(clause.end, clause.body_start + _LONGEST)].strip()
            yield clause.heading.rstrip(" :"), value.split("\n", 1)[0].strip()
