"""Other forms of a text that keep every offset, so that words are found fast and quoted as they stand."""

from __future__ import annotations

import re
from functools import lru_cache

_BREAK = re.compile(r"(?<!\n)\n(?!\n)")
_BROKEN_OFF = re.compile(
    r"(?<=[ (])(?P<last>an?|and|any|by|for|from|in|its|of|or|such|the|their|to|with)\n\n(?=[\w“\"])"
)
_REFERENCE_BROKEN_OFF = re.compile(
    r"(?<=[ (])(?P<last>(?:clause|section|paragraph|item)s? \(\w{1,4}\)(?:, \(\w{1,4}\)){0,20},? (?:and|or|through|to))"
    r"\n\n(?=\(\w{1,4}\))",
    re.IGNORECASE,
)
_TWINS = str.maketrans({"\N{GREEK QUESTION MARK}": ";", "\N{LEFT-TO-RIGHT MARK}": " ", "\N{ZERO WIDTH SPACE}": " "})
"""Characters that look like others: PDFs and web pages carry them in their stead."""
_TWIN = re.compile("[\N{GREEK QUESTION MARK}\N{LEFT-TO-RIGHT MARK}\N{ZERO WIDTH SPACE}]")
_ASCII = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}


@lru_cache(maxsize=1)  # whatever looks for something in a text asks for the same one
def unbroken(text: str) -> str:
    """Return the text with spaces for the line breaks inside a paragraph, of the same length.

    A semicolon is one, whatever character prints it. Two line feeds part two paragraphs and stay, unless the first
    breaks off at a word that can't end it ("of the").
    """
    text = text.translate(_TWINS) if _TWIN.search(text) else text
    return _REFERENCE_BROKEN_OFF.sub(r"\g<last>  ", _BROKEN_OFF.sub(r"\g<last>  ", _BREAK.sub(" ", text)))


@lru_cache(maxsize=1)
def folded(text: str) -> str:
    """Return the text in lower case, of the same length: a letter whose lower case is longer stays as it is."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text.translate(_ASCII)
