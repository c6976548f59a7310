"""Conditions of an exclusive right, which lawyers read as exceptions to it: it is gone where they are not met.

`The exclusive right is subject to Buyer achieving the following milestones`; `exclusive for so long as Buyer orders
the minimum`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.carveouts.operators import Form, Operator
from carveout.agreement.prose.places import places
from carveout.agreement.prose.sentences import sentence_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.span import Span

_CUE = "exclusiv"
_OTHERWISE = re.compile(r"(?:non-?|not |nor |co-)$")
_EXCLUSIVE = re.compile(
    r"exclusiv(?:ity\b|e(?:ly)? (?:\w+ ){0,3}?(?:rights?|licen[cs]es?|distributors?|suppliers?|agents?|dealers?"
    r"|representatives?|resellers?|basis|territor\w+|appointments?|sponsors?|providers?))"
)
_CONDITION = re.compile(
    r"\b(?:expressly )?subject to\b(?! (?:the |all )?(?:terms|other terms|conditions here|applicable|laws?|this)\b)"
    r"|\b(?:conditional|conditioned|contingent) (?:up)?on\b|\bon (?:the )?condition that\b"
    r"|\b(?:for )?(?:so|as) long as\b"
    r"|\bbased (?:up)?on the following (?:terms|conditions)\b"
    r"|\bupon (?:the |its |such )?(?:\w+ ){0,3}(?:achiev|fulfil|meeting|satisf|reach|attain|purchas)\w*"
)
_REACH = 1200


def conditions(text: str, lower: str, within: Span) -> Iterator[Operator]:
    """Yield where words make an exclusive right conditional, the first of each sentence, in order."""
    past = within.start
    for at in places(lower, _CUE, within):
        if at < past or _OTHERWISE.search(lower[max(within.start, at - 5) : at]):
            continue
        exclusive = _EXCLUSIVE.match(lower, at, within.end)
        if exclusive is None:
            continue
        limit = min(within.end, at + _REACH)
        line_end = text.find("\n", at, limit)
        past = sentence_end(text, at, limit if line_end < 0 else line_end)
        condition = _CONDITION.search(lower, exclusive.end(), past)
        if condition is not None:
            yield Operator(condition.start(), condition.end(), Form.PROVISO)
