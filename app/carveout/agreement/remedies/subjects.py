"""The representations that a predicate speaks of: the words before or after it, apart from what takes them up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.remedies.predicates import Predicate

_CUE = re.compile(
    r"(?<![\w-])(?:(?P<such>(?:(?:any |each )?such|those|the foregoing|these) (?:\w+ )?"
    r"|that (?=\w+ or|representation\b|warranty\b))|(?:[\w’']+ )?)(?:representations?\b|warrant(?:y|ies)\b)"
    r"(?:,? (?:and|or|and/or) (?:representations?|warrant(?:y|ies))\b)?"
)
_LABEL = re.compile(r"(?<!clause )(?<!clauses )(?<!section )(?<!paragraph )(?<![\w)])\(\w{1,4}\)(?= )")
_BRACKET = re.compile(r"\([^()]*\)")
_FAILURE = re.compile(r"\bfailures?\b|\bnot required\b")
_PHRASE_END = re.compile(
    r"[.;\n]|,? \(\w{1,4}\) |, (?:if|or any|and any|in each case|provided)\b|,? (?:which|that|such that|so that"
    r"|as a result|resulting|in a manner|except|unless|shall|would|has|have|is|are)\b"
)
_ALSO = re.compile(r"(?:,| and)(?: shall be repeated and)? ?$")
_NEAR = 160
"""Code points after a standard in which what it is about is named."""
_PHRASE = 400
"""Code points of a subject."""


def masked(lower: str, sentence: Span) -> str:
    """Return a sentence of folded text with its brackets blanked, of the same length; labels of items stay.

    What stands in brackets only limits what the sentence tests.
    """
    words = lower[sentence.start : sentence.end]
    for _ in range(2):
        words = _BRACKET.sub(_blank, words)
    return words


def subject_of(words: str, predicate: Predicate, floor: int) -> Span | None:
    """Return the words that say which representations a predicate is about, None where none do.

    `words` are a masked sentence, offsets count in it, and nothing before `floor` is looked at. Where a label parts two
    statements, the subject stands after it.
    """
    if predicate.nominal:
        cue = _CUE.search(words, predicate.standard.end, predicate.standard.end + _NEAR)
        if cue is None or cue["such"]:
            return None
        limit = min(len(words), cue.end() + _PHRASE)
        stop = _PHRASE_END.search(words, cue.end(), limit)
        return Span(cue.start(), limit if stop is None else stop.start())
    cues = [cue for cue in _CUE.finditer(words, floor, predicate.start) if not cue["such"]]
    failure = max((one.end() for one in _FAILURE.finditer(words, floor, predicate.start)), default=floor)
    if failure > floor:
        cues = [cue for cue in cues if cue.start() >= failure]
    parted = label_before(words, floor, predicate.start)
    cue = next((one for one in cues if one.start() >= parted), cues[0] if cues else None)
    return None if cue is None else Span(cue.start(), predicate.start)


def only_taken_up(words: str, predicate: Predicate, floor: int) -> bool:
    """Tell whether a predicate only takes up another: `such representations are true`, `the failure to be true`."""
    if _FAILURE.search(words, floor, predicate.start):
        return True
    cues = list(_CUE.finditer(words, floor, predicate.start))
    return bool(cues) and cues[-1]["such"] is not None


def labels(words: str, floor: int, end: int) -> Iterator[int]:
    """Yield where each label of an item between two offsets ends, in order."""
    return (label.end() for label in _LABEL.finditer(words, floor, end))


def label_before(words: str, floor: int, end: int) -> int:
    """Return where the last label of an item before `end` ends, `floor` where none stands there."""
    return max(labels(words, floor, end), default=floor)


def goes_on(words: str, predicate: Predicate, floor: int) -> bool:
    """Tell whether a predicate says more of what the one before it spoke of: `(ii) that aren't shall be true`."""
    return (
        label_before(words, floor, predicate.start) > floor or _ALSO.search(words, floor, predicate.start) is not None
    )


def first_mention(words: str) -> Span | None:
    """Return where a masked sentence first speaks of representations as such."""
    cue = _CUE.search(words)
    return None if cue is None or cue["such"] else Span(*cue.span())


def _blank(bracket: re.Match[str]) -> str:
    return bracket[0] if len(bracket[0]) <= len("(xxxx)") and " " not in bracket[0] else " " * len(bracket[0])
