"""An attachment that doesn't hold what the clause which cites it says it does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.content import FindingSeverity
from carveout.agreement.proofread.rule import Rule
from carveout.agreement.prose.folding import letters
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.content import Finding
    from carveout.agreement.proofread.ground import Ground
    from carveout.agreement.schedules import Citation

RULE = Rule(
    "schedule-mismatch",
    "Attachment that holds something else",
    "A clause says what a schedule or exhibit holds, by its title or by the kind of securities that it discloses, and"
    " what is attached bears another title or lists only others: the exception may except nothing.",
    "Review of disclosure schedules beside the representations: for each, what is disclosed, and what it takes away.",
    FindingSeverity.WARNING,
)
_SECURITIES = {
    "shares": re.compile(r"\bshares?\b|\bcommon stock\b|\bpreferred stock\b"),
    "options": re.compile(r"\boptions?\b"),
    "warrants": re.compile(r"\bwarrants?\b"),
    "bonds": re.compile(r"\b(?:bonds?|debentures?)\b"),
    "notes": re.compile(r"\bnotes\b"),
}
_NO_LIST = re.compile(r"\b(?:none|omitted|reserved|to be (?:provided|attached|completed)|form of|see)\b|\[")
_OPENING = 600
"""Code points of an attachment in which its title stands."""
_FEWEST_WORDS = 3
"""Words that make a title: fewer name a thing."""
_LONGEST = 4_000
"""Code points beyond which an attachment is no list."""


def schedule_mismatches(ground: Ground) -> Iterator[Finding]:
    """Yield a warning for each citation whose words name a title or securities that the attachment doesn't have."""
    for binding in ground.bindings:
        if binding.attachment is not None:
            for citation in binding.citations:
                told = _told(ground, citation, binding.attachment)
                if told is not None and citation.promise is not None:
                    start = min(citation.promise.start, citation.span.start)
                    span = Span(start, max(citation.promise.end, citation.span.end))
                    yield ground.finding(RULE, span, RULE.severity, told)


def _told(ground: Ground, citation: Citation, attachment: int) -> str | None:
    promise = citation.promise
    if promise is None:
        return None
    text = ground.text
    clause = ground.reading.outline[attachment]
    words = promise.of(text)
    if text[promise.start - 1] in '“"':
        title, heading = letters(words), letters(clause.heading or "")
        opening = letters(text[clause.start : min(clause.end, clause.body_start + _OPENING)])
        named = len(words.split()) < _FEWEST_WORDS or any(term.term == words for term in ground.reading.terms)
        if not named and heading and title not in opening and heading not in title:
            return f"{clause.citation} bears another title than the clause gives it: “{clause.heading}”."
        return None
    promised = words.lower().rpartition(" ")[2]
    body = ground.lower[clause.body_start : clause.end]
    if promised not in _SECURITIES or not body.strip() or len(body) > _LONGEST or _NO_LIST.search(body):
        return None
    listed = [kind for kind, pattern in _SECURITIES.items() if pattern.search(body)]
    if promised in listed or not listed:
        return None
    return f"{clause.citation} lists {' and '.join(listed)}, and no {promised}."
