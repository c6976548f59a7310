"""`Subject to` where it opens an exception: `Subject to Section 5.3, …`, `, subject to the Permitted Liens`.

Far more often the words only say what something lies under: `subject to the terms of this Agreement`, `subject to
approval`, `shares subject to the option`, `subject to Section 409A of the Code`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.carveouts.operators import Form, Operator
from carveout.agreement.prose.places import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.span import Span

_CUE = "subject to"
_FREE = re.compile(r"(?:^|[\n([—–]|[,;:(.—–\d)\]] |\b(?:and|but|or|each case) )$")
_CLAUSES = r"(?:sub-?)?(?:sections?|articles?|clauses?|paragraphs?)"
_EXCEPTED = re.compile(
    r" (?:in each case )?(?:(?:the|any|each|such|those|certain|limited|following|foregoing|terms|provisions"
    r"|conditions|limitations?|limits|restrictions|requirements|exceptions|of|and|or|set forth|contained|provided"
    r"|stated|in) ){0,10}"
    rf"(?:{_CLAUSES} \(?[\divx]|(?:this|the foregoing|the preceding) (?:{_CLAUSES}|sentences?)\b"
    r"|schedules? (?!to\b)|exhibits? "
    r"|(?:exceptions?|exclusions|carve-?outs?|provisos?)\b)"
    r"| (?:(?:the|to|effects?|of|any|all|applicable) ){0,4}(?:bankruptcy|insolvency|general (?:principles of )?equit)"
    r"| (?:the |any |such )?permitted (?:liens?|encumbrances?|exceptions?|security)"
)
_LAW = re.compile(
    r"[\w.()-]{0,16}(?:(?:,? and|,? or|,)? \(?[\w.()-]{1,10})?,? (?:of|under) (?:the |its )?(?:[a-z]+ )?"
    r"(?:securities|exchange|code\b|act\b|internal|dgcl|regulations?|bankruptcy|delaware|u\.s\.|treasury)"
)
_REACH = 180


def subordinations(lower: str, within: Span) -> Iterator[Operator]:
    """Yield where `subject to` opens an exception in a stretch of folded text, in order.

    It does where it stands free in its sentence, after a comma or a bracket or ahead of it, and names a clause of the
    agreement, exceptions, permitted encumbrances or the law of insolvency.
    """
    for at in places(lower, _CUE, within):
        end = at + len(_CUE)
        if _FREE.search(lower[max(within.start, at - 12) : at]) is None:
            continue
        named = _EXCEPTED.match(lower, end, min(within.end, end + _REACH))
        if named is not None and _LAW.match(lower, named.end()) is None:
            yield Operator(at, end, Form.EXCEPTION)
