"""Lower case that keeps every offset, so that words can be found fast and quoted as they stand."""

from __future__ import annotations

_ASCII = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}


def folded(text: str) -> str:
    """Return the text in lower case, of the same length: a letter whose lower case is longer stays as it is."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text.translate(_ASCII)
