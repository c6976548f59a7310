"""The time that a rule speaks of: the period that it names, or else its tense."""

from __future__ import annotations

import re

from carveout.agreement.span import Span

_DAY = (
    r"(?:[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4}|the date (?:hereof|of this Agreement)"
    r"|the (?:[A-Z][\w-]* ?){1,4}\b|(?:[A-Z][a-z]+ )?\d{4})"
)
_PERIOD = re.compile(
    rf"\b(?:[Ss]ince {_DAY}(?: (?:up )?(?:to|through|until)(?: and including)? {_DAY})?"
    rf"|(?:[Dd]uring the period )?(?:[Bb]etween|[Ff]rom)(?: and after)? {_DAY}"
    rf" (?:and|(?:up )?to|through|until)(?: and including)? {_DAY}"
    r"|(?:[Dd]uring|[Ww]ithin|[Ii]n) the (?:past|last|preceding|previous)(?: [\w()-]+){1,4}? (?:years?|months?|days?)"
    rf"|(?:(?:[Oo]n or )?(?:[Pp]rior to|[Bb]efore|[Aa]fter)|[Aa]s of|[Oo]n) {_DAY})"
)
_DURING = "during the period "
_PRESENT = re.compile(
    r"\b(?:exists?|existing|is|are|has|have|has been|have been|owns?|holds?|complies|comply)\b", re.IGNORECASE
)
_FUTURE = re.compile(r"\b(?:likely|expected|anticipated) to\b|\b(?:will|shall|would|could)\b", re.IGNORECASE)


def period_in(text: str, sentence: Span) -> Span | None:
    """Return the period that a sentence names: `Since March 31, 2003 to the date hereof`."""
    found = _PERIOD.search(text, sentence.start, sentence.end)
    if found is None:
        return None
    words = found[0].rstrip()
    skip = len(_DURING) if words.casefold().startswith(_DURING) else 0
    return Span(found.start() + skip, found.start() + len(words))


def tense_of(statement: str) -> str | None:
    """Return "present" or "future" for a statement, None where its words don't show it."""
    if _PRESENT.search(statement):
        return "present"
    return "future" if _FUTURE.search(statement) else None
