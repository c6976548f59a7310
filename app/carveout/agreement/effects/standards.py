"""The standards of adverse-effect tests: `any material adverse effect`, `material changes`, `materially adverse`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from carveout.agreement.prose.places import places
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


class Shape(Enum):
    """How a standard stands in its sentence."""

    NOUN = auto()
    """`a material adverse effect on the business`."""
    ADJECTIVE = auto()
    """`materially adverse to the business`."""
    VERB = auto()
    """`materially and adversely affect the business`."""
    HARM = auto()
    """`cause damage to the Purchaser`: only where another standard stands in the same sentence."""


@dataclass(frozen=True, slots=True)
class Standard:
    """The words of a standard, and how they stand in their sentence."""

    span: Span
    shape: Shape


_WEIGHT = r"(?:(?:material|significant|substantial|serious|aggregate)(?:ly)?,? (?:and |or )?)?"
_PREFIX = re.compile(
    rf"(?:\bany )?(?:\b(?:[A-Z][\w&’'-]* ){{1,4}}|\b{_WEIGHT}(?:long-term )?)?$|(?:\bany )?\b(?i:material) (?:and )?$"
)
_NOUN = re.compile(
    r"adverse(?: material)? (?:effect|change|impact|event|consequence|development)s?\b(?: or (?:change|effect)s?\b)?"
)
_ADJECTIVE = re.compile(r"adverse(?= to\b)")
_VERB = re.compile(r"adversely (?:affect|impact|change|alter|impair)\b")
_MATERIAL_CHANGE = re.compile(r"(?:any )?\bmaterial changes?\b(?= (?:(?:has|have|had|shall|will|in|to|on)\b))")
_OF_BUSINESS = re.compile(
    r"[^.;]{0,80}?\b(?:business|operations|financial|condition|assets|affairs|prospects|management|properties"
    r"|liabilities)"
)
_HARM = re.compile(r"(?:damages?|harm|loss|detriment|prejudice)(?= to\b)")
_LIKELY_TO_CAUSE = re.compile(r"(?:cause|result in)(?: any| material| serious| substantial)* $")
_OPENING_WORD = re.compile(r"(?:No|Any|Such|The|A|An|Since|If|Each|All|To|And|Or|In|On) ")
_FAR_BACK = 60
"""Code points before "adverse" in which its standard begins."""


def standards(plain: str, lower: str, within: Span) -> Iterator[Standard]:
    """Yield the standards in a stretch of text, given with its folded twin, in no order; they don't overlap."""
    for at in places(lower, "advers", within):
        for pattern, shape in ((_NOUN, Shape.NOUN), (_ADJECTIVE, Shape.ADJECTIVE), (_VERB, Shape.VERB)):
            found = pattern.match(lower, at, within.end)
            if found is not None:
                yield Standard(Span(_first_word(plain, max(within.start, at - _FAR_BACK), at), found.end()), shape)
                break
    for at in places(lower, "material change", within):
        found = _MATERIAL_CHANGE.match(lower, at)
        if found is not None and _OF_BUSINESS.match(lower, found.end(), within.end):
            yield Standard(Span(at - 4 if lower[at - 5 : at] == " any " else at, found.end()), Shape.NOUN)


def harms(lower: str, start: int, end: int) -> Iterator[Standard]:
    """Yield the harm that somebody may be caused in a sentence of a folded text, apart from an adverse effect."""
    for found in _HARM.finditer(lower, start, end):
        if _LIKELY_TO_CAUSE.search(lower, start, found.start()):
            yield Standard(Span(*found.span()), Shape.HARM)


def _first_word(plain: str, floor: int, at: int) -> int:
    prefix = _PREFIX.search(plain[floor:at])
    if prefix is None:
        return at
    words = prefix[0]
    while (opening := _OPENING_WORD.match(words)) is not None:
        words = words[opening.end() :]
    return at - len(words)
