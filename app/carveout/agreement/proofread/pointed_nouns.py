"""Conditions, representations and the like that a reference promises, and that its target doesn't hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.content import Reference
    from carveout.agreement.proofread.ground import Ground

_PROMISED = re.compile(
    r"\b(?P<noun>conditions(?: precedent)?(?: to (?:the )?(?:closing|obligations? of [^.;]{1,60}?))?"
    r"|representations(?: and warranties)?|warranties|indemnit(?:y|ies)|indemnification(?: obligations)?"
    r"|termination rights?) (?:(?:made|given) )?(?:(?:by|of) [^.;,]{1,60}? )?(?:(?:that are|which are|as) )?"
    r"(?:set forth|set out|specified|provided(?: for)?|described|contained|listed|stated|prescribed|made|given)"
    r" (?:in|under|by) (?:the )?$"
)
_ROOTS = {"condi": "condition", "repre": "represent", "warra": "warrant", "indem": "indemnif", "termi": "terminat"}
_NOT_BEFORE = re.compile(r"\bterms and $|\bterms, $")
_KINDS = frozenset({ClauseKind.ARTICLE, ClauseKind.SECTION, ClauseKind.CHAPTER})
_LEADING = frozenset({ClauseKind.ARTICLE, ClauseKind.SECTION, ClauseKind.ITEM})
_FAR = 200
"""Code points before a reference in which the noun stands that it promises."""


def nouns_elsewhere(ground: Ground) -> Iterator[tuple[Span, str]]:
    """Yield each such noun before a reference to a clause that never uses it, while another clause's heading does."""
    for reference in ground.reading.references:
        if reference.external or not reference.targets:
            continue
        floor = max(0, reference.span.start - _FAR)
        match = _PROMISED.search(ground.lower, floor, reference.span.start)
        if match is None or _NOT_BEFORE.search(ground.lower, max(0, match.start() - 12), match.start()):
            continue
        root = _ROOTS[match["noun"][:5]]
        if any(_speaks(ground, target, root) for target in reference.targets):
            continue
        other = _headed(ground, reference, root)
        if other is not None:
            outline = ground.reading.outline
            target = outline[reference.targets[0]]
            about = f" (“{target.heading}”)" if target.heading else ""
            where = f"{outline[other].citation} (“{outline[other].heading}”)"
            noun = " ".join(match["noun"].split())
            message = f"{target.citation}{about} holds no {noun}; those of {where} may be meant."
            yield Span(match.start(), reference.span.end), message


def _speaks(ground: Ground, target: int, root: str) -> bool:
    """Tell whether a clause, or the heading of one that holds it, uses the word."""
    outline = ground.reading.outline
    clause = outline[target]
    if ground.lower.find(root, clause.start, clause.end) >= 0:
        return True
    for one in outline.ancestors(target):
        if root in (outline[one].heading or "").lower() or root in _lead(ground, one):
            return True
    return False


def _lead(ground: Ground, clause: int) -> str:
    """Return the words by which an article, a section or an item leads into what stands below it."""
    outline = ground.reading.outline
    below = outline.children(clause)
    if outline[clause].kind not in _LEADING or not below:
        return ""
    return ground.lower[outline[clause].body_start : outline[below[0]].start]


def _headed(ground: Ground, reference: Reference, root: str) -> int | None:
    """Return the clause of the same instrument whose heading names what was promised, best as its first word."""
    outline = ground.reading.outline
    found = None
    for clause in ground.instrument_of(reference.clause).clauses:
        heading = (outline[clause].heading or "").lower()
        if outline[clause].kind in _KINDS and root in heading and clause not in reference.targets:
            if heading.startswith(root):
                return clause
            found = clause if found is None else found
    return found
