"""The first words of a document, to know it by before it is read."""

from __future__ import annotations

import html
import re

_LOOKED_AT = 30_000
"""Bytes that the first words are looked for in."""
_LONGEST = 160
_TAG = re.compile(r"<[^<>]{0,2000}>")
_ENDS_UNSEEN = ("</head>", "</ix:header>", "</style>")
"""What ends a part of a web page that nobody sees, before its first words."""
_LEADER = re.compile(r"[-_=*.·]{3,}")


def opening_words(content: bytes) -> str:
    """Return the words that a text or a web page begins with, on one line, without marks of its format."""
    shown = content[:_LOOKED_AT].decode("utf-8", "replace").replace("\x00", "")
    lower = shown.lower()
    seen = max((lower.rfind(end) + len(end) for end in _ENDS_UNSEEN if end in lower), default=0)
    plain = html.unescape(_TAG.sub(" ", shown[seen:])) if "<" in shown else shown
    words = " ".join(_LEADER.sub(" ", plain.replace("\ufffd", " ")).split())
    if len(words) <= _LONGEST:
        return words
    return words[:_LONGEST].rpartition(" ")[0] + " …"
