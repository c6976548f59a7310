"""What a heading looks like: few words, set like a title, no sentence."""

from __future__ import annotations

import re

_SMALL = re.compile(
    r"(?:[a-z]|an|and|any|as|at|be|between|by|during|etc|for|from|if|in|into|is|it|its|no|nor|not|of|on|or|other|"
    r"over|per|pursuant|regarding|respect|such|than|that|the|their|these|thereof|thereto|this|those|to|under|up|upon|"
    r"via|which|who|whom|with|within|without)$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w'’.&-]*")
_MOST = 30
"""Words beyond which nothing is a heading."""
_LONGEST = 400
"""Characters beyond which nothing is one either."""
_FEW = 8
"""Words that a heading may have though not each of them begins with a capital."""
_SPEAKS = re.compile(r"\b(?:shall|will|may|must|is|are|was|has|have|does|do|means?|agrees?|represents?|the)\b")
"""Words of a sentence, which no heading has when its words begin small."""
_RUN_IN = 16
"""Words beyond which nothing that runs in is a heading."""
_ENDS = re.compile(r"[.:](?=[ \n]|$)|[ \n]*(?:--|–|—)")
_TRAILING = ".:-–— \n"


def is_caption(text: str) -> bool:
    """Tell whether words are set like a heading: each that matters begins with a capital, and no comma ends them."""
    if len(text) > _LONGEST or not text.strip() or text.rstrip()[-1] in ";,":
        return False
    words = _WORD.findall(text)
    if not words or len(words) > _MOST:
        return False
    if not words[0][0].isupper():
        return False
    matter = [word for word in words if not _SMALL.match(word)]
    return bool(matter) and all(word[0].isupper() for word in matter)


def plain_heading(text: str) -> str:
    """Return a heading without its closing stop and without the brackets around it, on one line."""
    words = " ".join(text.split()).strip(_TRAILING)
    if words.startswith("(") and words.endswith(")") and words.count("(") == 1:
        words = words[1:-1].strip()
    return words


def run_in_heading(text: str, start: int, end: int) -> int | None:
    """Return where the heading that opens running text ends, its stop included; None where none opens it."""
    for match in _ENDS.finditer(text, start, min(end, start + 240)):
        words = text[start : match.start()]
        if len(words.split()) > _RUN_IN:
            return None
        if match.end() < end and (is_caption(words) or _is_title(words)):
            return match.end()
    return None


def _is_title(words: str) -> bool:
    """Tell whether few words without a verb are a heading though some of them begin small."""
    parts = words.split()
    capitals = sum(part[0].isupper() for part in parts)
    few = 1 < len(parts) <= _FEW and 2 * capitals >= len(parts)
    return few and words[0].isupper() and not _SPEAKS.search(words) and words[-1].isalnum() and "," not in words
