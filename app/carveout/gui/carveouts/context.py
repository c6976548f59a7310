"""The sentence around a carve-out."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from carveout.agreement.prose.sentences import sentence_end
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading

_MOST = 3_000
"""Code points of context that are given at most on each side of the words."""


def sentence_around(reading: Reading, span: Span) -> Span:
    """Return the sentences in which the words begin and end, within the paragraphs that hold them."""
    text = reading.text
    start = max(_paragraph(reading, span.start).start, span.start - _MOST)
    while start < span.start:
        end = sentence_end(text, start, span.start + 1)
        if end > span.start:
            break
        start = end + len(text[end : span.start]) - len(text[end : span.start].lstrip())
    last = max(span.end, min(_paragraph(reading, span.end - 1).end, span.end + _MOST))
    return Span(start, sentence_end(text, span.end, last))


def _paragraph(reading: Reading, offset: int) -> Span:
    starts = [paragraph.span.start for paragraph in reading.paragraphs]
    at = bisect_right(starts, offset) - 1
    return reading.paragraphs[at].span if at >= 0 else Span(0, offset)
