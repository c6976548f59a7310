"""How the memo says numbers, dates, states and severities."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.content import CarveoutKind, QualifierKind
from carveout.review.annotation import AnnotationKind
from carveout.review.mark import Verdict

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

_MONTHS = (  # not strftime's, which change with the locale
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SMALL = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WHITE = re.compile(r"[ \t\r\n\f\v]+")

KIND = {
    AnnotationKind.NOTE: "Note",
    AnnotationKind.ISSUE: "Issue",
    AnnotationKind.QUESTION: "Question",
    AnnotationKind.PROPOSAL: "Proposed wording",
}
VERDICT = {Verdict.ACCEPT: "Accept", Verdict.NARROW: "Narrow", Verdict.STRIKE: "Strike"}
VERDICT_DONE = {Verdict.ACCEPT: "accepted", Verdict.NARROW: "to be narrowed", Verdict.STRIKE: "to be struck"}
CARVEOUT = {
    CarveoutKind.DEFINITION: "Definition",
    CarveoutKind.EXCEPTION: "Exception",
    CarveoutKind.DISCLOSURE: "Disclosure",
    CarveoutKind.PROVISO: "Proviso",
    CarveoutKind.INCLUSION: "Carve-in",
}
QUALIFIER = {
    QualifierKind.KNOWLEDGE: "knowledge",
    QualifierKind.MATERIALITY: "materiality",
    QualifierKind.LIKELIHOOD: "likelihood",
    QualifierKind.DATE: "date",
    QualifierKind.LOOKBACK: "look-back",
    QualifierKind.THRESHOLD: "threshold",
    QualifierKind.SCOPE: "scope",
}


def long_date(day: dt.date) -> str:
    """Return a date as a memo writes it: `22 November 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def number(count: int) -> str:
    """Return a count in words up to ninety-nine, in digits beyond."""
    if count < 20:
        return _SMALL[count]
    if count < 100:
        tens, ones = divmod(count, 10)
        return _TENS[tens - 2] + (f"-{_SMALL[ones]}" if ones else "")
    return f"{count:,}"


def counted(count: int, one: str, many: str | None = None) -> str:
    """Return `no issues`, `one issue`, `two issues`."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def times(count: int) -> str:
    """Return `once`, `twice`, `three times`."""
    return {1: "once", 2: "twice"}.get(count, f"{number(count)} times")


def series(items: Sequence[str]) -> str:
    """Return `one, two and three`."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


def sentence(words: str) -> str:
    """Return the words with a capital and a full stop."""
    return f"{words[:1].upper()}{words[1:]}."


def clipped(text: str, length: int) -> str:
    """Return the text on one line, cut at a word with an ellipsis where it is longer than `length` code points."""
    line = _WHITE.sub(" ", text[: 4 * length]).strip(" ")
    if len(line) <= length and len(text) <= 4 * length:
        return line
    cut = line[:length]
    at_word = cut.rfind(" ")
    return (cut[:at_word] if at_word > length // 2 else cut).rstrip(" ") + " …"
