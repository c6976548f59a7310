"""Where a sentence begins, seen from a word inside it."""

from __future__ import annotations

from carveout.agreement.prose.sentences import sentence_end

_FAR_BACK = 1500
"""Code points beyond which the beginning of a sentence no longer matters."""


def sentence_start(text: str, at: int, floor: int = 0) -> int:
    """Return where the sentence around `at` begins: after the last sentence or paragraph that ends before it.

    Nothing before `floor` is looked at, and no more than 1,500 code points.
    """
    start = max(floor, at - _FAR_BACK, text.rfind("\n", floor, at) + 1)
    while True:
        end = sentence_end(text, start, at + 1)
        if end > at:
            return start + len(text[start:at]) - len(text[start:at].lstrip())
        start = end
