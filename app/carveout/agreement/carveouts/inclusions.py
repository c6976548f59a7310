"""Carve-ins: words that bring the subject of other carve-outs into a statement ("including those with Target")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.carveouts.extent import words_end
from carveout.agreement.carveouts.hosts import Host
from carveout.agreement.carveouts.operators import Form, Operator
from carveout.agreement.openings import sentence_start
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.clause import Outline

_INCLUDING = re.compile(r"\b[Ii]ncluding\b(?!,? (?:but|without)\b)(?: for (?:this purpose|the avoidance of doubt),?)?")
_FAR_BACK = 200


def inclusions(text: str, outline: Outline, mentions: Iterator[Span]) -> Iterator[Span]:
    """Yield the words that include what is mentioned, given every mention of one subject in order."""
    past = 0
    for mention in mentions:
        if mention.start < past:
            continue
        start = max(past, sentence_start(text, mention.start), mention.start - _FAR_BACK)
        opening = next(reversed(list(_INCLUDING.finditer(text, start, mention.start))), None)
        if opening is None or ";" in text[opening.start() : mention.start]:
            continue
        operator = Operator(opening.start(), opening.end(), Form.EXCEPTION)
        end = words_end(text, outline, operator, Host.AFTER)
        if end >= mention.end:
            past = end
            yield Span(operator.start, end)
