"""Other forms of a text that keep every offset, so that words are found fast and quoted as they stand."""

from __future__ import annotations

import re
from functools import lru_cache

_BREAK = re.compile(r"(?<!\n)\n(?!\n)")
_BROKEN_OFF = re.compile(
    r"\n\n(?=[\w“\"])(?:(?<=[ (]a\n\n)|(?<=[ (](?:an|by|in|of|or|to)\n\n)|(?<=[ (](?:and|any|for|its|the)\n\n)"
    r"|(?<=[ (](?:from|such|with)\n\n)|(?<=[ (]their\n\n))"
)
"""Looks back from the line feeds, which are few: each length is asked about by itself."""
_LISTED = re.compile(r"\n\n\((?:(?<=[),] (?:or|to)\n\n\()|(?<=[),] and\n\n\()|(?<=[),] through\n\n\())", re.IGNORECASE)
"""Stands in every text in which a reference is broken off, and in few others: only those are searched for one."""
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
    text = _BROKEN_OFF.sub("  ", _BREAK.sub(" ", text))
    return _REFERENCE_BROKEN_OFF.sub(r"\g<last>  ", text) if _LISTED.search(text) else text


@lru_cache(maxsize=4096)  # headings are compared each time that an outline is corrected
def letters(words: str) -> str:
    """Return the letters and digits of words in small letters, to compare what is spaced or punctuated otherwise."""
    return "".join(letter for letter in words.lower() if letter.isalnum())


@lru_cache(maxsize=1)
def folded(text: str) -> str:
    """Return the text in lower case, of the same length: a letter whose lower case is longer stays as it is."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text.translate(_ASCII)
