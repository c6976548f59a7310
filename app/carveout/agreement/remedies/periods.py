"""Whether a day falls within the time that a representation speaks of."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from carveout.agreement.content import QualifierKind
from carveout.agreement.face.dates import find_date, written
from carveout.agreement.labels.numerals import CARDINALS, WORDS
from carveout.agreement.remedy import RoleKind

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.agreement.remedies.classes import Told
    from carveout.agreement.span import Span

_TO = re.compile(r" (?:to|through|until) ")
_SIGNING = re.compile(r"\b(?:date hereof|date of this|present)\b", re.IGNORECASE)
_YEARS = re.compile(rf"\((?P<figure>\d{{1,2}})\)|\b(?P<digits>\d{{1,2}})\b|\b(?P<word>{'|'.join(CARDINALS)})\b")
_LATE = "It may be later than the last day that it speaks of: see when that is."


def within_period(reading: Reading, representation: int, on: dt.date | None) -> Told:
    """Return the words that say of which time a representation speaks, what they suggest for a day, and why."""
    span = reading.outline[representation].span
    dated = [one for one in reading.qualifiers if span.holds(one.span)]
    back = tuple(one.span for one in dated if one.kind is QualifierKind.LOOKBACK)
    fixed = tuple(one.span for one in dated if one.kind is QualifierKind.DATE)
    made = _made(reading, representation)
    if on is None:
        return (*back, *fixed) or made, None, "Say when it happened."
    if len(back) == 1 and not fixed:
        return _looked_back(reading, back[0], on)
    if back or fixed:
        return (*back, *fixed), None, "It speaks as of days that it names: see how things stood then."
    if reading.date is None:
        return made, None, "It speaks as of a day that its own words don’t give: see when that is."
    if on <= reading.date:
        return made, True, f"It looks back without limit, and the agreement bears the date of {written(reading.date)}."
    return made, None, _LATE


def _looked_back(reading: Reading, words: Span, on: dt.date) -> Told:
    """Return what one look-back suggests: `Since March 31, 2003 to the date hereof`, `the past five (5) years`."""
    said = words.in_line(reading.text)
    parts = _TO.split(said, maxsplit=1)
    first = find_date(parts[0]) or _years_back(parts[0], reading.date)
    last = _last(parts[1], reading.date) if len(parts) > 1 else None
    if first is None:
        return (words,), None, "See on which day the time that it speaks of begins."
    if on < first:
        return (words,), False, f"It speaks of the time from {written(first)} on, and the day was before."
    if last is not None and on > last:
        return (words,), False, f"It speaks of the time to {written(last)}, and the day was after."
    ends = last or reading.date
    if ends is not None and on <= ends:
        return (words,), True, f"It speaks of the time from {written(first)} on, and the day falls in it."
    return (words,), None, _LATE


def _last(said: str, signed: dt.date | None) -> dt.date | None:
    """Return the last day of a look-back, None where its words don't give one."""
    return find_date(said) or (signed if _SIGNING.search(said) else None)


def _years_back(said: str, signed: dt.date | None) -> dt.date | None:
    found = _YEARS.search(said.lower())
    if signed is None or found is None or "year" not in said.lower():
        return None
    years = WORDS[found["word"]] if found["word"] else int(found["figure"] or found["digits"])
    year = signed.year - years
    if year < dt.MINYEAR:
        return None
    try:
        return signed.replace(year=year)
    except ValueError:
        return signed.replace(year=year, day=28)


def _made(reading: Reading, representation: int) -> tuple[Span, ...]:
    """Return the words that say as of which day the representation is made."""
    return tuple(
        test.as_of
        for test in reading.accuracy_tests
        if test.role is RoleKind.REPRESENTATION and representation in test.covers and test.as_of is not None
    )
