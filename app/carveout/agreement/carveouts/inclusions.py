"""Carve-ins: words that bring the subject of other carve-outs into a statement ("including those with Target")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.carveouts.extent import words_end
from carveout.agreement.carveouts.hosts import Host
from carveout.agreement.carveouts.operators import Form, Operator
from carveout.agreement.prose.openings import sentence_start
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.clause import Outline

_INCLUDING = re.compile(r"\bincluding\b(?: for the avoidance of doubt,?)?", re.IGNORECASE)
_DIRECTLY = re.compile(r"(?: (?:any|all|the|those|such|of))* $")
_THROUGH = re.compile(r"(?: [\w'’.-]+){0,7} $")
_FAR_BACK = 120


def inclusions(text: str, outline: Outline, mentions: Iterator[Span], *, company: bool) -> Iterator[Span]:
    """Yield the words that include a subject, given every mention of it in order.

    A company is included by what is done with it ("including contracts between Buyer and Target"), any other subject
    only by its name ("including the Excluded Assets").
    """
    between = _THROUGH if company else _DIRECTLY
    past = 0
    for mention in mentions:
        start = max(past, sentence_start(text, mention.start), mention.start - _FAR_BACK)
        opening = next(reversed(list(_INCLUDING.finditer(text, start, mention.start))), None)
        if opening is None or not between.match(text, opening.end(), mention.start):
            continue
        operator = Operator(opening.start(), opening.end(), Form.EXCEPTION)
        end = words_end(text, outline, operator, Host.AFTER)
        if end >= mention.end:
            past = end
            yield Span(operator.start, end)
