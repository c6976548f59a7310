"""The words that open a carve-out: `except for`, `other than`, `provided, however, that`, `subject to Section 5`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from carveout.agreement.prose.places import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.span import Span


class Form(Enum):
    """How the words of a carve-out hang on the statement that they narrow."""

    EXCEPTION = auto()
    """A phrase inside a sentence or before it: `except as disclosed in Schedule 3`."""
    PROVISO = auto()
    """A clause that follows the statement: `provided, however, that …`."""
    SENTENCE = auto()
    """A sentence of its own: `Notwithstanding the foregoing, …`, `The foregoing shall not apply to …`."""
    REMOVAL = auto()
    """A sentence of its own that is a carve-out only where it is about a term: `X shall not include …`."""


@dataclass(frozen=True, slots=True)
class Operator:
    """Where the operator of a carve-out stands, half open, and the form that it gives it."""

    start: int
    end: int
    form: Form


_EXCEPTIONS = {
    "except": re.compile(r"(?:save and |unless and )?\bexcept(?:ing)?\b(?: (?:only )?for\b)?"),
    "other than": re.compile(r"\bother than\b"),
    "exclu": re.compile(
        r"(?<!by )\bexcluding\b(?! (?:the )?(?:first |last )?(?:day|date)\b)"
        r"|\b(?<!not )(?<!non-)(?<!none is )exclusive of\b"
        r"(?!,| (?:or |(?:any|all|each|such)? ?(?:of |the )*(?:other|rights?|remed)))"
    ),
    "save": re.compile(
        r"\bsave(?: only)?,? (?:for|as|that|to the extent|in|where|with|if|when|pursuant|under|by|on)\b"
    ),
    "exception of": re.compile(r"\bwith the (?:sole |only )?exceptions? of\b"),
    "not including": re.compile(r"\b(?:but )?not including\b(?!,? without limit)"),
    "but not": re.compile(r"\bbut not (?:any|those|for|in respect of|with respect to|in the case of)\b"),
    "apart from": re.compile(r"\b(?<!and )apart from\b"),
    "aside from": re.compile(r"\baside from\b"),
    "unless": re.compile(
        r"\bunless (?:otherwise )?(?:disclosed|described|listed|set forth) (?:in|on) (?!writing)"
        r"|\bunless(?= (?:otherwise |expressly |specifically |herein ){1,3}"
        r"(?:provided|permitted|required|contemplated|set forth)\b)"
        r"|\bunless(?= (?:otherwise )?(?:specified|stated|provided) (?:otherwise )?(?:herein|elsewhere|in this)\b)"
    ),
}
_REACH_BACK = 16
_REACH_ON = 60
_PROVISO = re.compile(
    r"\bprovided(?:,? (?:however|further|also|always|moreover|nevertheless|nonetheless|in addition|in each case"
    r"|in any event|and)\b){0,3},? that\b|\bprovided,? however\b"
)
_NO_PROVISO = re.compile(
    r"\b(?:as|is|are|was|were|be|been|being|hereby|herein|otherwise|expressly|it|has|have|had|not|specifically)$"
)


def openings(lower: str, within: Span) -> Iterator[Operator]:
    """Yield the exceptions and provisos that open in a stretch of folded text, in no order."""
    yield from _exceptions(lower, within)
    yield from _provisos(lower, within)


def _exceptions(lower: str, within: Span) -> Iterator[Operator]:
    for cue, pattern in _EXCEPTIONS.items():
        for at in places(lower, cue, within):
            match = pattern.search(lower, max(within.start, at - _REACH_BACK), min(within.end, at + _REACH_ON))
            if match is not None and match.start() <= at < match.end():
                yield Operator(match.start(), match.end(), Form.EXCEPTION)


def _provisos(lower: str, within: Span) -> Iterator[Operator]:
    for at in places(lower, "provided", within):
        match = _PROVISO.match(lower, at, within.end)
        if match is not None and not _NO_PROVISO.search(lower[max(0, at - 14) : at].rstrip()):
            yield Operator(at, match.end(), Form.PROVISO)
