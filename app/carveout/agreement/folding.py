"""Other forms of a text that keep every offset, so that words are found fast and quoted as they stand."""

from __future__ import annotations

import re

_BREAK = re.compile(r"(?<!\n)\n(?!\n)")
_ASCII = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}


def unbroken(text: str) -> str:
    """Return the text with a space for each line break inside a paragraph; two line feeds between paragraphs stay."""
    return _BREAK.sub(" ", text)


def folded(text: str) -> str:
    """Return the text in lower case, of the same length: a letter whose lower case is longer stays as it is."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text.translate(_ASCII)
