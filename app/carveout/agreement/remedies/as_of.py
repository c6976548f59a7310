"""The days as of which representations must be true, and the window in which it counts that they aren't."""

from __future__ import annotations

import re

from carveout.agreement.span import Span

_AT = r"(?:as of|as at|at and as of|on and as of|at|on|of|at or prior to|at and on)"
_DAY = (
    r"(?:(?:the |such |each |any |that |its |this |of )*(?:[\w’-]+ ){0,4}?(?:date hereof|(?:closing|signing"
    r"|completion|effective) (?:dates?|time)|dates?|closing|time|completion|signing)\b"
    r"(?: hereof| of this (?:\w+ )?(?:agreement|deed)| or dates specified| specified| of (?:its|such) (?:execution"
    r"|closing))*)"
)
_ONE = re.compile(
    rf"(?:(?:,|\(\w\)|both|only|and|or|in each case|,) ?){{0,4}}(?:when made\b|(?:(?:with"
    rf"|as) [^.;,()]{{0,40}}?)?as (?:if|though) (?:then )?made\b|{_AT} {_DAY})"
)
_ASIDE = re.compile(r" \([^()]{5,400}\)")
_WINDOW = re.compile(
    r"\b(?:at any time )?(?:between|prior to|before)\b[^.;:]{0,60}?\b(?:date hereof|date of this agreement"
    r"|closing(?: date)?"
    r"|effective time|completion)\b(?: (?:and|to|until|through)(?: and including)?(?: the)? (?:closing(?: date)?"
    r"|completion|effective (?:time|date)))?"
    r"|\b(?:regardless of )?whether (?:occurring )?(?:before|prior to)(?:, (?:on|at))? or after\b[^.;:]{0,120}"
)


def as_of(lower: str, start: int, end: int) -> Span | None:
    """Return the days that follow a standard right away, in folded text, None where none do."""
    first = last = None
    aside = _ASIDE.match(lower, start, end)
    at = start if aside is None else aside.end()
    while (day := _ONE.match(lower, at + (lower[at : at + 1] == " "), end)) is not None and day.end() > at:
        at = day.end()
        first = day.start() if first is None else first
        last = at
    if first is None or last is None:
        return None
    words = lower[first:last]
    skipped = len(words) - len(words.lstrip(" ,"))
    return Span(first + skipped, last)


def window(lower: str, lead: Span) -> Span | None:
    """Return the window that the words which lead into a remedy open for it: `at any time between …`."""
    found = _WINDOW.search(lower, lead.start, lead.end)
    if found is None:
        return None
    return Span(found.start(), found.start() + len(found[0].rstrip(" ,")))
