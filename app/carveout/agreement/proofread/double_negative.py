"""Two negatives that undo each other: `none of the parties has not`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.content import FindingSeverity
from carveout.agreement.proofread.rule import Rule
from carveout.agreement.prose.places import places
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.content import Finding
    from carveout.agreement.proofread.ground import Ground

RULE = Rule(
    "double-negative",
    "Double negative",
    "A subject that is negative already (“none of the parties”) is followed by “has not” or “shall not”: read"
    " literally, the clause says the opposite of what it is there for.",
    "English grammar; literal construction of plain words.",
    FindingSeverity.ERROR,
)
_VERB = r"(?:has|have|had|is|are|was|were|does|do|did|shall|will|would|may|can|could|should|must)"
_NEGATED = re.compile(rf"\b{_VERB} not\b(?: (?:and|or|nor) {_VERB} not\b)?(?! only\b)(?: \w+)?")
_SUBJECTS = ("none of ", "neither ")
_BEFORE = ("", " ", "\n", "(", "—")
_ANOTHER_VERB = re.compile(
    rf"\b(?:{_VERB}|that|which|who|whom|whose|if|unless|because|where|when|while|until|since|be|been|being"
    r"|to the extent|except|provided|represents?|warrants?|agrees?|acknowledges?|knows?|makes?|owns?|holds?|so|but)\b"
    r"|[.;:\n]"
)
_JOINED = re.compile(r"\b(?:or|nor|and)\b")
_BRACKETED = re.compile(r"\([^()]{0,300}\)")
_FARTHEST = 400
"""Code points from a subject to its verb."""


def double_negatives(ground: Ground) -> Iterator[Finding]:
    """Yield an error for each negated verb whose subject is "none of" or "neither", nothing else between them."""
    for cue in _SUBJECTS:
        for start in places(ground.lower, cue, Span(0, len(ground.lower))):
            if ground.text[start - 1 : start] in _BEFORE:
                yield from _negated(ground, start, start + len(cue) - 1)


def _negated(ground: Ground, start: int, end: int) -> Iterator[Finding]:
    verb = _NEGATED.search(ground.text, end, end + _FARTHEST)
    if verb is None:
        return
    between = _BRACKETED.sub("", ground.text[end : verb.start()])
    if not _ANOTHER_VERB.search(between) and ("," not in between or _JOINED.search(between)):
        negative, said = ground.lower[start:end], " ".join(verb[0].split()[:2])
        told = f"“{negative}” and “{said}” are two negatives: read literally, the words say the opposite."
        yield ground.finding(RULE, Span(start, verb.end()), RULE.severity, told)
