"""The words that open a carve-out: `except for`, `other than`, `provided, however, that`, `shall not include`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from carveout.agreement.prose.openings import sentence_start

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
    "exclu": re.compile(r"\bexcluding\b"),
    "save": re.compile(r"\bsave (?:for|as|that|to the extent|in|where|with)\b"),
    "exception of": re.compile(r"\bwith the (?:sole |only )?exceptions? of\b"),
    "not including": re.compile(r"\b(?:but )?not including\b(?!,? without limit)"),
    "apart from": re.compile(r"\bapart from\b"),
    "unless": re.compile(r"\bunless (?:otherwise )?(?:disclosed|described|listed|set forth) (?:in|on) (?!writing)"),
}
_REACH_BACK = 16
_PROVISO = re.compile(
    r"\bprovided(?:,? (?:however|further|also|always|moreover|nevertheless|nonetheless|in addition|in each case"
    r"|in any event|and)\b){0,3},? that\b|\bprovided,? however\b"
)
_NO_PROVISO = re.compile(
    r"\b(?:as|is|are|was|were|be|been|being|hereby|herein|otherwise|expressly|it|has|have|had|not|specifically)$"
)
_SENTENCES = {
    "notwithstanding ": re.compile(
        r"notwithstanding (?:any of )?the (?:foregoing|preceding|above)\b(?! or any| and any)"
    ),
    "not apply to": re.compile(r"not apply to\b"),
    "not include": re.compile(r"not include\b(?!,? without limit)"),
    "not be deemed to include": re.compile(r"not be deemed to include\b"),
}
_ADDED = re.compile(r"\b(?:but|and|which|that) (?:it |they )?(?:shall|does|do|will)(?: \w+)? $")
_SUBJECT = re.compile(
    r"^(?:the |this |such |all |any )*(?:foregoing|preceding|above|restrictions?|limitations?|obligations?|provisions?"
    r"|prohibitions?|exclusions?|covenants?|requirements?|section|article|clause|paragraph|confidentiality|indemnity)\b",
    re.IGNORECASE,
)


def operators(text: str, lower: str, within: Span) -> list[Operator]:
    """Return the operators in a stretch of text, in order, given the text and its folded twin."""
    found = [
        *_exceptions(lower, within),
        *_provisos(lower, within),
        *_sentences(text, lower, within),
    ]
    return sorted(found, key=lambda operator: operator.start)


def _places(lower: str, cue: str, within: Span) -> Iterator[int]:
    at = lower.find(cue, within.start, within.end)
    while at >= 0:
        yield at
        at = lower.find(cue, at + len(cue), within.end)


def _exceptions(lower: str, within: Span) -> Iterator[Operator]:
    for cue, pattern in _EXCEPTIONS.items():
        for at in _places(lower, cue, within):
            match = pattern.search(lower, max(within.start, at - _REACH_BACK), min(within.end, at + 60))
            if match is not None and match.start() <= at < match.end():
                yield Operator(match.start(), match.end(), Form.EXCEPTION)


def _provisos(lower: str, within: Span) -> Iterator[Operator]:
    for at in _places(lower, "provided", within):
        match = _PROVISO.match(lower, at, within.end)
        if match is not None and not _NO_PROVISO.search(lower[max(0, at - 14) : at].rstrip()):
            yield Operator(at, match.end(), Form.PROVISO)


def _sentences(text: str, lower: str, within: Span) -> Iterator[Operator]:
    for cue, pattern in _SENTENCES.items():
        for at in _places(lower, cue, within):
            match = pattern.match(lower, at, min(within.end, at + 60))
            if match is None:
                continue
            start = _opening(text, at, within)
            lead = lower[start:at]
            if "provided" in lead or (cue == "not apply to" and not _SUBJECT.match(lead)):
                continue
            removes = cue.endswith("include")
            if removes and (link := _ADDED.search(lead)) is not None:
                start += link.start()
            yield Operator(start, match.end(), Form.REMOVAL if removes else Form.SENTENCE)


def _opening(text: str, at: int, within: Span) -> int:
    """Return where the sentence around `at` begins, or its part after a semicolon."""
    start = sentence_start(text, at, within.start)
    start = max(start, text.rfind(";", start, at) + 1)
    return start + len(text[start:at]) - len(text[start:at].lstrip())
