"""Covenants: the sections in which somebody promises to do something, or not to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.prose.places import places
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.roles.actors import Actors

_MODAL = re.compile(
    r"(?:shall|will)(?:,[^,.;]{1,160},)?(?! (?:be\b(?! (?:\w+ ){0,3}(?:required|obligated|obliged|responsible"
    r"|liable)\b)|have\b|mean\b|constitute|survive"
    r"|include|apply|notify|indemnify|terminate|cease|inure|become|not be\b|not have\b|remain (?:in|liable)|continue in"
    r"|prevail|govern|control|expire|commence|promptly notify|defend|in no event be|not,? (?:\w+ )?(?:apply|limit)))\b"
)
_PROMISES = re.compile(r"(?:covenants?|agrees?|undertakes?)(?:,? and (?:covenants?|agrees?|undertakes?))?(?=[ ,:])")
_COVENANTS = re.compile(r"(?:covenants?|undertakes?)\b")
_SUPPOSES = re.compile(
    r"\b(?:if|in the event(?: that)?|in case|unless|until|when|whenever|to the extent(?: that)?"
    r"|whether)\b[^,.;:]{0,60}$"
)
_NEAR = 90
"""Code points before a verb in which an "if" makes it a supposition."""
_FAR_BACK = 400
"""Code points before a verb in which its subject stands."""
_ADVERBS = re.compile(r"(?: (?:hereby|each|further|also|jointly and severally|irrevocably|,))+$")


def promises(lower: str, within: Span, actors: Actors) -> Iterator[Span]:
    """Yield where somebody who can act promises something in a stretch of folded text: `shall`, `covenants`."""
    for cue, pattern in (("shall", _MODAL), ("will", _MODAL), ("agree", _PROMISES)):
        for at in places(lower, cue, within):
            found = None if lower[at - 1 : at].isalpha() else pattern.match(lower, at)
            if found is None or _SUPPOSES.search(lower, max(within.start, at - _NEAR), at):
                continue
            if actors.act_at(_floor(lower, within, at), _verb(lower, at)):
                yield Span(*found.span())
    yield from covenanted(lower, within, actors)


def covenanted(lower: str, within: Span, actors: Actors) -> Iterator[Span]:
    """Yield where somebody covenants in so many words, which makes a covenant of a representation too."""
    for cue in ("covenant", "undertake"):
        for at in places(lower, cue, within):
            found = _COVENANTS.match(lower, at)
            if found is not None and re.match(r" (?:and|to|that|with|not|as)\b", lower[found.end() : found.end() + 6]):
                lead = lower[max(within.start, at - 60) : at]
                joined = re.search(r"\b(?:represents?|warrants?|agrees?),? (?:and )?$", lead) is not None
                if joined or actors.act_at(_floor(lower, within, at), _verb(lower, at)):
                    yield Span(*found.span())


def _floor(lower: str, within: Span, at: int) -> int:
    floor = max(within.start, at - _FAR_BACK)
    return max(floor, lower.rfind("\n", floor, at) + 1)


def _verb(lower: str, at: int) -> int:
    """Return where the verb begins with the adverbs before it: `hereby covenants`."""
    adverbs = _ADVERBS.search(lower, max(0, at - 40), at - 1)
    return at if adverbs is None else adverbs.start() + 1
