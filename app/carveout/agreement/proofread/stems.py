"""The stems of words: what the singular and the plural of a term share."""

from __future__ import annotations

import re
from functools import lru_cache

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
