"""Claw-backs: words that bring part of what an adverse-effect definition leaves out back in.

`except to the extent that they have a disproportionate effect on the Company`; `it being understood that the facts
underlying such failure may be taken into account`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.carveouts.operators import Form, Operator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.span import Span

_FACTS = r"(?:facts?|causes?|events?|circumstances?|reasons?|factors?|effects?|changes?|matters?)"
_BRINGS_BACK = re.compile(
    rf"\bdisproportion|\bunderlying {_FACTS}\b|\b{_FACTS}\b[^;.]{{0,60}}? (?:underlying|giving rise)\b"
    r"|\b(?:exceptions?|exclusions?|clauses?|paragraphs?)\b[^;.]{0,60}? (?:shall|will|does|do) not (?:apply|prevent)\b"
)
_OPENS = re.compile(
    r"\bprovided\b|\bexcept(?:ing)?\b|\bunless\b|\bit (?:being|is) (?:\w+ )?(?:understood|agreed)\b|\bbut only\b"
    r"|\(but\b|\bonly to the extent\b|\bwhich,? in (?:the|each) case\b"
)
_OPENS_OTHERWISE = re.compile(
    r"\b(?:but )?(?:only )?to the extent\b|\bso long as\b|\bif\b|\bbut\b"
    r"|\b(?:which|that),? (?:do|does|did|have|has|would|is|are)\b(?: not)?"
)
_LABEL = re.compile(r"\((?:[a-z]{1,5}|\d{1,2})\) ")
_FAR_BACK = 700


def clawbacks(lower: str, within: Span) -> Iterator[Operator]:
    """Yield where words open that bring something back, in a stretch of folded text that leaves things out."""
    past = within.start
    for cue in _BRINGS_BACK.finditer(lower, within.start, within.end):
        if cue.start() < past:
            continue
        start = max(past, cue.start() - _FAR_BACK, lower.rfind(";", past, cue.start()) + 1)
        opening = _opening(lower, start, cue.start())
        if opening is not None:
            stop = lower.find(";", cue.end(), within.end)
            past = within.end if stop < 0 else stop
            yield Operator(opening.start() + (opening[0][0] == "("), opening.end(), Form.PROVISO)


def _opening(lower: str, start: int, cue: int) -> re.Match[str] | None:
    """Return the words that open the claw-back whose cue stands at `cue`: the first that rule a whole segment."""
    found = list(_OPENS.finditer(lower, start, cue))
    ruling = next((one for one in found if one[0] == "provided" or one[0].startswith("it ")), None)
    if ruling is not None:
        return ruling
    if found:
        return found[-1]
    labels = [label.end() for label in _LABEL.finditer(lower, start, cue)]
    return next(reversed(list(_OPENS_OTHERWISE.finditer(lower, labels[-1] if labels else start, cue))), None)
