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


def sentence_around(reading: Reading, span: Span, most: int = _MOST) -> Span:
    """Return the sentences in which the words begin and end, within the paragraphs that hold them.

    It takes in at most so many code points on each side, beginning and ending with a word.
    """
    text = reading.text
    start = _word_after(text, max(_paragraph(reading, span.start).start, span.start - most), span.start)
    while start < span.start:
        end = sentence_end(text, start, span.start + 1)
        if end > span.start:
            break
        start = end + len(text[end : span.start]) - len(text[end : span.start].lstrip())
    last = max(span.end, min(_paragraph(reading, span.end - 1).end, span.end + most))
    return Span(start, _word_before(text, sentence_end(text, span.end, last), span.end))


def _word_after(text: str, start: int, limit: int) -> int:
    """Return where the next word begins, unless one begins at `start`."""
    while 0 < start < limit and not text[start - 1].isspace():
        start += 1
    return start


def _word_before(text: str, end: int, limit: int) -> int:
    """Return where the last word ends, unless one ends at `end`."""
    while limit < end < len(text) and not text[end].isspace() and text[end - 1].isalnum() and text[end].isalnum():
        end -= 1
    return end


def _paragraph(reading: Reading, offset: int) -> Span:
    starts = [paragraph.span.start for paragraph in reading.paragraphs]
    at = bisect_right(starts, offset) - 1
    return reading.paragraphs[at].span if at >= 0 else Span(0, offset)
