"""The stems of words: what the singular and the plural of a term share."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = re.compile(r"[^\W_]+(?:[’'][a-z]+)?")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return a word in lower case, in the singular by the regular rules of English, without a genitive."""
    word = word.lower().removesuffix("'s").removesuffix("’s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def stems(words: str) -> tuple[str, ...]:
    """Return the stem of each word."""
    return tuple(stem(word) for word in WORD.findall(words))


def standing(text: str, words: str) -> Iterator[int]:
    """Yield where words stand that aren't part of longer ones, in order: a plain search, faster than a pattern."""
    at = text.find(words)
    while at >= 0:
        after = at + len(words)
        if not text[max(0, at - 1) : at].isalnum() and not text[after : after + 1].isalnum():
            yield at
        at = text.find(words, after)
