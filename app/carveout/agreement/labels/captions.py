"""What a heading looks like: few words, set like a title, no sentence."""

from __future__ import annotations

import re
from itertools import islice
from string import ascii_lowercase

_FUNCTION_WORDS = (
    "about after against al among amongst an and any as at be before below between but by during et etc for from if in"
    " hereby herein hereof hereto hereunder into is it its no nor not of off on onto or other out over per pursuant re"
    " regarding respect since such than that the their therefor therein thereof thereto thereunder these this those"
    " through throughout to toward towards under until up upon versus via vs when where whether which who whom with"
    " within without"
)
_SMALL = frozenset([*_FUNCTION_WORDS.split(), *ascii_lowercase])
"""Words that don't matter in a heading, single letters among them."""
_WORD = re.compile(r"[^\W\d_](?<!\w.)(?<!\d\(.)[\w'’.&-]*")
_MOST = 30
"""Words beyond which nothing is a heading."""
_LONGEST = 400
"""Characters beyond which nothing is one either."""
_FEW = 8
"""Words that a heading may have though not each of them begins with a capital."""
_SPEAKS = re.compile(
    r"\b(?:shall|will|may|must|is|are|was|has|have|does|do|means?|agrees?|represents?|acknowledges?|appoints|applies"
    r"|apply|becomes?|commences|consists|constitutes?|covenants|expires|includes?|pays|provides|receives|remains"
    r"|reserves|retains?|sells|undertakes|warrants|(?<!\bof )(?<!\bto )(?<!\bby )(?<!\bin )(?<!\bon )(?<!\bfor )the)\b"
)
"""Words of a sentence, which no heading has when its words begin small."""
_RUN_IN = 16
"""Words beyond which nothing that runs in is a heading."""
_STOPS = 6
"""Stops beyond which no heading ends."""
_REACH = 240
_ENDS = re.compile(
    r"(?P<stop>[.:])(?=[ \n]|$)|--|—|–(?=[ \n])"
    r"|[ \n]+(?:--|—|–|(?P<list>(?=\(?(?:a|i|A|1)\)[ \n.]+[A-Z\"“])))"
)
"""What may end a heading: a stop, a dash, or the first label of a list whose rows are sentences."""
_ABBREVIATION = re.compile(r"(?:\b(?:No|Nos|St|Mr|Mrs|Ms|Dr|vs|v|Sec|Art|Mt|Ft)|\b[A-Z]\.[A-Z])$")
_DOUBTFUL = re.compile(r"\b(?:Inc|Corp|Co|Ltd|Bros|etc|Jr|Sr|Cos|[A-Z])$")
"""What an abbreviation may end a heading with, if no later stop does."""
_OPENS = re.compile(
    r"[ \n]+(?=(?:(?:The|This|These|Each|Any|All|No|Neither|Nothing|Either|If|It|Such|Notwithstanding|Unless)\b"
    r"|(?:Except|After|As|At|Before|By|During|Every|For|In|On|Subject|To|Until|Upon|When|Where|Within|Without) [a-z]))"
)
"""Where a sentence begins after a heading without a stop."""
_HANGS = re.compile(r"\b(?:of|to|and|or|for|in|on|by|with|from|the|at|under|as|than)$|[-,/&–—]$", re.IGNORECASE)
_TRAILING = ".:-–— \n"


def is_caption(text: str) -> bool:
    """Tell whether words are set like a heading: each that matters begins with a capital, and no comma ends them."""
    if len(text) > _LONGEST or not text.strip() or text.rstrip()[-1] in ";,":
        return False
    for word in text.split():  # most of what is asked about is running text, which its first verb or noun tells
        if word not in _SMALL and word.islower() and word.isalpha() and word.isascii():
            return False
    words = _WORD.findall(text)
    if not words or len(words) > _MOST:
        return False
    if words[0].islower():
        return False
    matter = [word for word in words if word.rstrip(".").lower() not in _SMALL]
    return bool(matter) and not any(word.islower() for word in matter)


def plain_heading(text: str) -> str:
    """Return a heading without its closing stop and without the brackets around it, on one line."""
    words = " ".join(text.split()).strip(_TRAILING)
    if words.startswith("(") and words.endswith(")") and words.count("(") == 1:
        words = words[1:-1].strip()
    return words


def run_in_heading(text: str, start: int, end: int) -> int | None:
    """Return where the heading that opens running text ends, its stop included; None where none opens it.

    The stop of an abbreviation (`U.S. Tax Matters. The Company …`) ends none; that of `etc.` or `Inc.` does where no
    later one does.
    """
    doubtful = None
    for match in islice(_ENDS.finditer(text, start, min(end, start + _REACH)), _STOPS):
        words = text[start : match.start()]
        if len(words.split()) > _RUN_IN:
            break
        if match.end() >= end or not (is_caption(words) or (match["list"] is None and _is_title(words))):
            continue
        if match["list"] is not None and _HANGS.search(words):
            continue
        if match["stop"] != "." or not (_ABBREVIATION.search(words[-6:]) or _DOUBTFUL.search(words[-6:])):
            return match.end()
        if doubtful is None and _DOUBTFUL.search(words[-6:]) and not text[match.end() + 1 : match.end() + 2].islower():
            doubtful = match.end()
    return doubtful


def unstopped_heading(text: str, start: int, end: int) -> int | None:
    """Return where a heading ends that runs into its first sentence without a stop; None where none does.

    `Notices Any notice shall be in writing` has one of a word. Only where the layout is lost can a heading stand so.
    """
    while start < end and text[start] in _TRAILING:
        start += 1
    if run_in_heading(text, start, end) is not None:
        return None
    for match in _OPENS.finditer(text, start + 1, end):
        words = text[start : match.start()]
        if len(words.split()) > _RUN_IN:
            return None
        if (is_caption(words) or _is_title(words)) and not _HANGS.search(words):
            return match.end()
    return None


def _is_title(words: str) -> bool:
    """Tell whether few words without a verb are a heading though some of them begin small."""
    parts = words.split()
    if not (1 < len(parts) <= _FEW and words[0].isupper() and words[-1].isalnum() and "," not in words):
        return False
    matter = [part for part in parts if part.rstrip(".").lower() not in _SMALL]
    capitals = sum(part[0].isupper() for part in matter)
    if not matter or 2 * capitals < len(matter) or _HANGS.search(words):
        return False
    return not _SPEAKS.search(" ".join(parts))
