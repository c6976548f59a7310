"""What an effect is on: the words after its standard, to the last of its objects."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_ON = re.compile(
    r"(?:,(?= (?:on|or)\b))? ?(?:\([^()]{0,80}\) )?(?:\(\w{1,4}\) )?(?:(?:or (?:effects?|changes?|impacts?) )?(?:on"
    r"|upon|in|to|with respect to|of|for)"
    r"(?: or (?:(?:effects?|changes?|impacts?) )?(?:on|upon|in|to|with respect to))?)(?: either)?:? "
    r"(?!(?:have|be|occur|result|the extent|any extent|such extent|each case|the aggregate|addition|connection"
    r"|which)\b)"
)
_DIRECT = re.compile(r" (?=\w)")
_TOKEN = re.compile(
    r"[();:\n“”\"]|\.(?=\s|$)|,(?! ?(?:(?:taken|considered|viewed) (?:as a whole|together)|financial or otherwise)\b)"
    r"|(?<![\w-])(?:and|or)(?= )"
    r"|(?<= )(?:except|excluding|provided|unless|but|which|who|whom|since|if|when|where|pursuant|during|prior|before"
    r"|caused|resulting|arising|individually|whether|nor|so as|including|such as|from|has|have|shall|will|would"
    r"|could|may|might|is|are|was|were|notwithstanding|other than|that|until|by reason|as a result|subject to"
    r"|in accordance)(?=[ ,.;:])"
)
_ANOTHER = re.compile(
    r",? (?:and|or) (?:(?:otherwise|no|there|neither|nor|any (?:event|fact)|prevent|materially|would|could|may|is"
    r"|are|has|have|shall|will|\([a-z0-9]{1,4}\)|if|to the extent|otherwise|such)\b)"
)
_ABILITY = re.compile(
    r",? (?:and|or)(?: a (?:material )?adverse effect)? (?:on|upon|to) (?:the )?(?:\w+[ ’'s]{1,3}){0,6}?ability\b"
)
_ITEMS = 300
"""Code points after a comma in which the "and" of its list stands."""
_REFERRED = re.compile(r"\((?:\w{1,4})\)")
_LEFT_OVER = re.compile(r"[ ,]*(?:\b(?:and|or)\b[ ,]*)?$")
_LONGEST = 600
"""Code points of the objects of one standard."""


def objects_after(text: str, end: int, limit: int, *, direct: bool) -> Span | None:
    """Return the objects that follow a standard which ends at `end`, None where none do; `direct` after a verb.

    A list of objects ends with the item after its "and" or "or". Words in brackets belong to them.
    """
    opening = (_DIRECT if direct else _ON).match(text, end, limit)
    if opening is None:
        return None
    start = opening.end()
    stop = _stop(text, start, min(limit, start + _LONGEST))
    more = _ABILITY.match(text, stop, limit)
    if more is not None:
        stop = _stop(text, more.end(), min(limit, more.end() + _LONGEST))
    words = _LEFT_OVER.sub("", text[start:stop])
    return Span(start, start + len(words)) if words else None


def _stop(text: str, start: int, limit: int) -> int:
    """Return where the objects that begin at `start` end."""
    joined = False
    commas = 0
    for token in _outside_brackets(text, start, limit):
        mark = token[0]
        if mark in {"and", "or"} and not _ANOTHER.match(text, token.start() - 1):
            joined = True
        elif mark == "," and not joined and _lists(text, token.end(), limit, commas):
            commas += 1
        else:
            return token.start() - (mark in {"and", "or"})
    return limit


def _outside_brackets(text: str, start: int, limit: int) -> Iterator[re.Match[str]]:
    """Yield what can end a list, outside brackets, and at last a bracket that refers or closes."""
    depth = 0
    for token in _TOKEN.finditer(text, start, limit):
        if token[0] == "(":
            if not depth and _REFERRED.match(text, token.start()) is not None:
                yield token
                return
            depth += 1
        elif token[0] == ")":
            depth -= 1
            if depth < 0:
                yield token
                return
        elif not depth:
            yield token


def _lists(text: str, comma: int, limit: int, commas: int) -> bool:
    """Tell whether another item of a list follows a comma, after so many `commas` in the same list.

    An "and" or "or" comes before any verb, or the sentence ends.
    """
    for token in _outside_brackets(text, comma, min(limit, comma + _ITEMS)):
        if token[0] in {"and", "or"}:
            return not _ANOTHER.match(text, token.start() - 1)
        commas += token[0] == ","
        if token[0] != ",":
            return token[0] == "." and commas > 0
    return False
