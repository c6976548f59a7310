"""An article of definitions that yields none: its terms would count as undefined, and what they exclude as said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.content import Finding, FindingSeverity
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.agreement.clause import Outline
    from carveout.agreement.content import Term

RULE = "definitions-missing"
_KINDS = frozenset({ClauseKind.CHAPTER, ClauseKind.ARTICLE, ClauseKind.SECTION})
_HEADED = re.compile(r"(?:certain |general )?(?:definitions?|defined terms?)\b", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\b(?:annex|appendix|exhibit|schedule|article|section|clause|(?:same|respective) meanings?|defined in)\b",
    re.IGNORECASE,
)
_SHORT = 400
"""Characters within which an article may only say where the definitions are."""


def definitions(text: str, outline: Outline, terms: Sequence[Term]) -> Iterator[Finding]:
    """Yield a finding for each clause headed as definitions in which no term is defined.

    One that only points to the schedule which holds them is complete. All in capitals, none tells what it defines.
    """
    starts = sorted(term.span.start for term in terms)
    for clause in outline:
        if clause.kind not in _KINDS or clause.heading is None or not _HEADED.match(clause.heading):
            continue
        if any(clause.start <= start < clause.end for start in starts):
            continue
        body = text[clause.body_start : clause.end]
        if body.isupper() or (len(body) < _SHORT and _ELSEWHERE.search(body)):
            continue
        yield Finding(
            RULE,
            clause.id,
            Span(clause.start, clause.body_start),
            FindingSeverity.WARNING,
            f"{clause.citation} is headed as definitions, and no definition was found in it.",
        )
