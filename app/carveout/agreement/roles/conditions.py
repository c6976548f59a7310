"""Conditions: the sentences that make somebody's obligation to close depend on what follows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.prose.places import places
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.clause import Outline

_CUES = ("subject to", "conditioned", "conditional", "contingent")
_CUE = re.compile(r"(?:subject to|(?:conditioned|conditional|contingent) (?:up)?on)\b")
_WHAT = re.compile(
    r"\b(?:obligations?\b[^.;]*|(?:closing|completion|consummation|effectiveness|merger|offer"
    r"|purchase)\b(?: of [^.;]{1,120})?)"
    r" (?:is|are|shall be|will be)\b(?: [\w,]+){0,6} $"
)
_MET = re.compile(
    r"[^.;]{0,70}?\b(?:each of|representations\b|receipt\b|performance\b|conditions?\b|fulfil\w*|satisf\w*"
    r"|the following\b|waiver\b|compliance\b|occurrence\b|following:)"
)
_NOT_REQUIRED = re.compile(
    r"(?:required|obligated|obliged) to (?:consummate|effect|complete|close|purchase|accept for payment|pay for"
    r"|accept)\b"
    r"[^.;]{0,400}?\b(?:unless|until|if)\b"
)
_HEADING = re.compile(
    r"\bconditions? (?:precedent )?(?:to|of|for)\b|\bconditions precedent\b|\bclosing conditions\b|^conditions$",
    re.IGNORECASE,
)
_NO_HEADING = re.compile(
    r"\b(?:frustration|failure|waiver|satisfaction|fulfil\w+|effect of|terms and)\b", re.IGNORECASE
)
_DIVISIONS = frozenset(
    {ClauseKind.CHAPTER, ClauseKind.ARTICLE, ClauseKind.SECTION, ClauseKind.ANNEX, ClauseKind.EXHIBIT}
)
_FAR_BACK = 700
"""Code points before a condition in which the obligation stands that depends on it."""


def conditions(lower: str, within: Span) -> Iterator[Span]:
    """Yield the words that make an obligation conditional, in a stretch of folded text."""
    for cue in _CUES:
        for at in places(lower, cue, within):
            if _CUE.match(lower, at) is None or _MET.match(lower, at, within.end) is None:
                continue
            floor = max(within.start, at - _FAR_BACK)
            floor = max(
                floor,
                lower.rfind("\n", floor, at) + 1,
                lower.rfind(". ", floor, at) + 1,
                lower.rfind(";", floor, at) + 1,
            )
            what = _WHAT.search(lower, floor, at)
            if what is not None:
                yield Span(what.start(), at + len(cue))
    for at in places(lower, "not be ", within):
        required = _NOT_REQUIRED.match(lower, at + 7, within.end)
        if required is not None:
            yield Span(at, required.end())


def headed_conditions(outline: Outline, clause: int) -> bool:
    """Tell whether a clause's heading calls what stands below it conditions."""
    heading = outline[clause].heading
    if heading is None or outline[clause].kind not in _DIVISIONS:
        return False
    return _HEADING.search(heading) is not None and _NO_HEADING.search(heading) is None
