"""Where an exception stands in the statement that it narrows, which decides where its words end."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING

from carveout.agreement.prose.openings import sentence_start

if TYPE_CHECKING:
    from carveout.agreement.clause import Outline

AUXILIARY = (
    r"(?:is|are|was|were|shall|will|may|must|can|cannot|has|have|had|does|do|did|should|would|constitutes?|exists?)"
)


class Host(Enum):
    """Where an exception stands in the statement that it narrows."""

    AHEAD = auto()
    """Before it: `Except as disclosed, the Company has no debt.`"""
    INSIDE = auto()
    """Between its words: `The Company has not, except as disclosed, incurred debt.`"""
    AFTER = auto()
    """After it: `The Company has no debt except as disclosed.`"""
    CONDITION = auto()
    """After a condition that the statement follows: `If any Person other than Buyer objects, Seller shall …`."""


_FRONT = re.compile(
    r"(?:[(\[]?\w{1,6}[.)\]]\s*|\d{1,3}(?:\.\d{1,3}){1,3}\.?\s+)*"
    r"(?:(?:and|or|but|further|furthermore|then|moreover|in addition|nor)\b,?\s*)*$",
    re.IGNORECASE,
)
_CLAUSE_OPENS = re.compile(r"(?:\b(?:that|whereas)\b,?|[;:—])\s*(?:and\s+)?$", re.IGNORECASE)
_UNFINISHED = re.compile(
    rf"(?:\b{AUXILIARY}|\b(?:be|been|not|and|or|nor|that|which|who|to|of|by|with|for|in|on|under|hereby|each|any|no|the))$",
    re.IGNORECASE,
)
_TAIL = 24
"""Characters that hold the last word of a statement which breaks off there."""
_SET_BETWEEN = re.compile(
    r" ?(?:with|as|to|in|on|for|under|at|from|upon|since|during|subject|pursuant|after|before|prior)\b", re.IGNORECASE
)
_SETTING = re.compile(rf"{_SET_BETWEEN.pattern}[^,]*(?:\d, \d{{4}}\b[^,]*)?,\s*$", re.IGNORECASE)
_FINITE = re.compile(
    rf"\b(?:{AUXILIARY}|represents?|warrants?|agrees?|acknowledges?|owns?|makes?|holds?)\b", re.IGNORECASE
)
BY_REFERENCE = re.compile(
    r"(?:save and |unless and )?(?:except|other than|save|unless)(?: only)? "
    r"(?:as|to the extent|where|pursuant|if|when|that|otherwise|expressly|disclosed|set)\b|subject to\b",
    re.IGNORECASE,
)
"""An exception that points to where it is described: `except as disclosed in Schedule 3`."""
_CLAUSE = re.compile(r"(?:except|save) that\b", re.IGNORECASE)
_LINKED = re.compile(r"\b(?:and|or|but)\s*$", re.IGNORECASE)
_CONDITION = re.compile(
    r"(?:^|[,;] |\bthat )(?:and |or )?(?:if|when|whenever|where|upon|in the event|in case|to the extent|unless|until"
    r"|after|before|subject to|at any time)\b[^;]*$",
    re.IGNORECASE,
)


def statement_start(text: str, outline: Outline, at: int) -> int:
    """Return where the statement around `at` begins: with its sentence or the part of it after a semicolon.

    It begins no earlier than the words of its clause.
    """
    clause = outline.at(at)
    start = sentence_start(text, at, 0 if clause is None else min(outline[clause].body_start, at))
    return max(start, text.rfind(";", start, at) + 1)


def host_of(text: str, outline: Outline, at: int) -> Host:
    """Return where an exception that begins at `at` stands in its sentence: as a clause of its own, after it."""
    if _CLAUSE.match(text, at):
        return Host.AFTER
    lead = text[statement_start(text, outline, at) : at]
    if _FRONT.match(lead.lstrip()) or _CLAUSE_OPENS.search(lead) or _SETTING.match(lead.lstrip()):
        return Host.AHEAD
    if _unfinished(lead.rstrip()) and (BY_REFERENCE.match(text, at) or not _LINKED.search(lead)):
        return Host.INSIDE
    return Host.CONDITION if _CONDITION.search(lead.lstrip()) else Host.AFTER


def _unfinished(lead: str) -> bool:
    """Tell whether a statement breaks off: after "shall not", or after its subject, if need be before an insertion."""
    while True:
        closed = lead.endswith(",")
        lead = lead.rstrip(", ")
        if _UNFINISHED.search(lead[-_TAIL:]):
            return True
        head, comma, last = lead.rpartition(",")
        if not closed:
            return False
        if not comma:
            return _FINITE.search(lead) is None
        if not _SET_BETWEEN.match(last):
            return False
        lead = head + ","
