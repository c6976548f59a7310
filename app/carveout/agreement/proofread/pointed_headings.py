"""Headings that a reference cites in brackets, and that its target doesn't bear."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.proofread.stems import stem
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.proofread.ground import Ground

_CITED = re.compile(r" \((?P<heading>[A-Z][^()“”\"\n]{3,90})\)")
_WORD = re.compile(r"[A-Za-z][\w’'-]*")
_SMALL = frozenset({"a", "an", "and", "by", "for", "in", "of", "on", "or", "the", "to", "with"})
_ALIKE = 5
"""Letters by which "Indemnity" and "Indemnification" are one word."""
_NUMBERED = frozenset({ClauseKind.ARTICLE, ClauseKind.SECTION, ClauseKind.CHAPTER, ClauseKind.ITEM})


def headings_otherwise(ground: Ground) -> Iterator[tuple[Span, str]]:
    """Yield each heading in brackets after a reference that shares no word with that of its target or those around."""
    outline = ground.reading.outline
    for reference in ground.reading.references:
        match = _CITED.match(ground.text, reference.span.end)
        if match is None or reference.external or len(reference.targets) != 1:
            continue
        words = _WORD.findall(match["heading"])
        if any(word[0].islower() and word not in _SMALL for word in words):
            continue
        target = reference.targets[0]
        headings = [
            outline[one].heading or ""
            for one in (*outline.ancestors(target), *outline.branch(target))
            if outline[one].kind in _NUMBERED
        ]
        heading = outline[target].heading
        if heading is None or not any(headings) or _share(match["heading"], " ".join(headings)):
            continue
        message = f"{outline[target].citation} is headed “{heading}”, not “{match['heading']}”."
        yield Span(reference.span.start, match.end()), message


def _share(one: str, other: str) -> bool:
    others = _content(other)
    return any(word in others or any(word[:_ALIKE] == also[:_ALIKE] for also in others) for word in _content(one))


def _content(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _WORD.findall(words) if word.lower() not in _SMALL)
