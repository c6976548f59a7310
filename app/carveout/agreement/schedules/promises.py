"""What the words that cite an attachment say it holds."""

from __future__ import annotations

import re

from carveout.agreement.span import Span

_TITLED = re.compile(
    r"[“\"](?P<title>[^”\"\n]{3,300})[”\"],? (?:(?:that |which )?is )?(?:attached|annexed)\b[^.;]{0,40}$"
)
_DISCLOSED = re.compile(
    r"\b(?P<what>(?:those|the|all|any|such|each) (?:(?!(?:those|the|all|any|such|each) )[\w’'/&-]+ ){1,5}?)"
    r"(?:(?:that|which) (?:are |is ))?"
    r"(?:disclosed|listed|set forth|set out|described|identified|specified|shown|scheduled) (?:in|on) (?:the )?$"
)
_HOLDS = re.compile(
    r" (?:sets? forth|lists?|contains?|identifies|describes|is) (?P<what>(?:an? [\w, ]{0,60}?list of |an? |the |all )"
    r"[^.;:,]{3,200})"
)
_NO_NOUN = re.compile(r"\b(?:as|is|are|meanings?|terms) $")
_BACK = 400
"""Code points before a citation in which a title stands."""


def promise(text: str, cited: Span) -> Span | None:
    """Return the words that say what the attachment holds which some words cite, None where none do.

    `the "List of Permits" attached hereto as` and `those shares disclosed in` before, `sets forth all Leases` after.
    """
    titled = _TITLED.search(text, max(0, cited.start - _BACK), cited.start)
    if titled is not None:
        return Span(*titled.span("title"))
    disclosed = _DISCLOSED.search(text, max(0, cited.start - 120), cited.start)
    if disclosed is not None and not _NO_NOUN.search(disclosed["what"]):
        return Span(disclosed.start("what"), disclosed.end("what") - 1)
    holds = _HOLDS.match(text, cited.end)
    return Span(*holds.span("what")) if holds else None
