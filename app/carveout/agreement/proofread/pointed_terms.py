"""Terms that a reference says are defined or fixed in one place, and that another place defines or fixes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.instruments import ATTACHMENTS
from carveout.agreement.proofread.stems import stems
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.content import Reference
    from carveout.agreement.proofread.defined import Defined
    from carveout.agreement.proofread.ground import Ground

_TO = r"(?: to (?:it|them|such terms?|that term|those terms))?"
_DEFINES = re.compile(
    r"[“\"](?P<quoted>[^“”\"]{2,80})[”\"],? (?:(?:shall|will) )?(?:(?:have|has) the (?:respective )?meanings?"
    rf"(?: (?:set forth|set out|given|specified|ascribed|assigned|provided|stated){_TO}(?: thereto)?)?{_TO}"
    r"|(?:is|are) defined) (?:in|by|under) (?:the )?$"
    r"|,? \(?(?P<defined>as (?:such term is )?defined) in (?:the )?$"
)
_FIXES = re.compile(
    r" (?:as )?(?:(?:is|are) )?(?:prescribed|specified|set forth|set out|fixed|determined|designated)"
    r" (?:in|by|under) (?:the )?$"
)
_PART_OF_ANOTHER = re.compile(r"\b(?:to|of|for|at|after|before|and|or)(?: the)? $")
_WHOLE = ATTACHMENTS | {ClauseKind.PREAMBLE, ClauseKind.ARTICLE, ClauseKind.SECTION}
_FAR = 180
"""Code points before a reference in which the term stands."""


def terms_elsewhere(ground: Ground) -> Iterator[tuple[Span, str]]:
    """Yield each term before a reference that points away from where it is defined, with a sentence for counsel."""
    homes: dict[tuple[int | None, tuple[str, ...]], list[Defined]] = {}
    for one in ground.defined:
        if one.firm and not one.points(ground.text):
            homes.setdefault((one.instrument.root, stems(one.name)), []).append(one)
    by_end = {use.end: use for term in ground.reading.terms for use in term.uses}
    for reference in ground.reading.references:
        if not reference.targets or reference.external:
            continue
        floor = max(0, reference.span.start - _FAR)
        defines = _DEFINES.search(ground.text, floor, reference.span.start)
        match = defines or _FIXES.search(ground.text, floor, reference.span.start)
        if match is None:
            continue
        words = Span(*match.span("quoted")) if defines and defines["quoted"] else by_end.get(match.start())
        if words is None or (defines is None and _PART_OF_ANOTHER.search(ground.text, floor, words.start)):
            continue
        root = ground.instrument_of(reference.clause).root
        known = homes.get((root, stems(words.of(ground.text))), [])
        if not known or not _defined_away(ground, reference, known):
            continue
        outline = ground.reading.outline
        span, target = Span(words.start, reference.span.end), outline[reference.targets[0]].citation
        where = f"“{known[0].name}” is defined in {outline[known[0].term.clause].citation}"
        if defines is not None:
            yield span, f"{where}, not in {target}."
        else:
            fixed = _fixed(ground, reference, known)
            if fixed is not None:
                yield span, f"{where}, which points to {fixed}, not to {target}."


def _section(ground: Ground, clause: int) -> int:
    """Return the section or article that holds a clause: what stands beside an item is near enough to be found."""
    outline = ground.reading.outline
    for one in (clause, *outline.ancestors(clause)):
        if outline[one].kind in _WHOLE:
            return one
    return clause


def _holds(ground: Ground, target: int, at: int) -> bool:
    outline = ground.reading.outline
    whole = outline[_section(ground, target)].span
    return outline[target].start <= at < outline[target].end or whole.start <= at < whole.end


def _defined_away(ground: Ground, reference: Reference, known: list[Defined]) -> bool:
    """Tell whether no target holds a definition of the term."""
    return not any(_holds(ground, target, one.words.start) for target in reference.targets for one in known)


def _fixed(ground: Ground, reference: Reference, known: list[Defined]) -> str | None:
    """Return the clause by which the definition of a term fixes it; None where it names none, or one of the targets."""
    outline = ground.reading.outline
    pointed = [
        target
        for one in known
        for other in ground.reading.references
        if one.term.span.holds(other.span) and not other.external
        for target in other.targets
    ]
    for section in (_section(ground, target) for target in pointed):
        if any(section in outline.branch(one) or one in outline.branch(section) for one in reference.targets):
            return None
    return outline[pointed[0]].citation if pointed else None
