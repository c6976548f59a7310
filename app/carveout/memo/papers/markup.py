"""Text in XML: what the markup reads as its own is escaped, what XML 1.0 can't hold at all is shown in its stead."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_UNPAIRED = re.compile("[\ud800-\udfff\ufffe\uffff]")
_PICTURES = 0x2400
"""Where Unicode has a picture for each control character of ASCII, in their order."""


def fit(text: str) -> str:
    """Return the text with what XML can't hold shown: a control character as its picture, the rest as U+FFFD.

    Everything else, and the number of code points, stays.
    """
    return _UNFIT.sub(_shown, text)


def paired(text: str) -> str:
    """Return the text with U+FFFD for half a surrogate pair, which UTF-8 can't write, and for what is no character."""
    return _UNPAIRED.sub("\ufffd", text)


def escaped(text: str) -> str:
    """Return the text as the content of an element; a carriage return is written so that no parser turns it."""
    return escape(fit(text), {"\r": "&#13;"})


def quoted(text: str) -> str:
    """Return the text as the value of an attribute, with its quotation marks."""
    marks = {'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
    return f'"{escape(fit(text), marks)}"'


def _shown(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(_PICTURES + code) if code < 0x20 else "\ufffd"
