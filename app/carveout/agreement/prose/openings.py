"""Where a sentence begins, and the whole of it, seen from a word inside it."""

from __future__ import annotations

from carveout.agreement.prose.sentences import sentence_end
from carveout.agreement.span import Span

_FAR_BACK = 1500
"""Code points beyond which the beginning of a sentence no longer matters."""
_LONGEST = 5_000
"""Code points after a word beyond which its sentence is cut."""


def sentence_start(text: str, at: int, floor: int = 0) -> int:
    """Return where the sentence around `at` begins: after the last sentence or paragraph that ends before it.

    Nothing before `floor` is looked at, and no more than 1,500 code points.
    """
    floor = max(floor, at - _FAR_BACK)
    start = max(floor, text.rfind("\n", floor, at) + 1)
    while True:
        end = sentence_end(text, start, at + 1)
        if end > at:
            return start + len(text[start:at]) - len(text[start:at].lstrip())
        start = end


def sentence_around(plain: str, words: Span, limit: int | None = None) -> Span:
    """Return the sentence around some words of an unbroken text, within their paragraph and up to `limit`.

    It goes on for no more than 5,000 code points after them.
    """
    stop = min(len(plain) if limit is None else limit, words.end + _LONGEST)
    line_end = plain.find("\n", words.end, stop)
    end = sentence_end(plain, words.end, stop if line_end < 0 else line_end)
    return Span(sentence_start(plain, words.start), end)
