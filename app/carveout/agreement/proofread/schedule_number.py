"""A part of a disclosure schedule whose number is that of a section which calls for none."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from carveout.agreement.clause import ClauseKind
from carveout.agreement.content import FindingSeverity
from carveout.agreement.proofread.rule import Rule
from carveout.agreement.schedules import Held
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.content import Finding
    from carveout.agreement.proofread.ground import Ground
    from carveout.agreement.schedules import Citation

RULE = Rule(
    "schedule-number",
    "Schedule of another section’s number",
    "The disclosure schedules bear the numbers of the sections that call for them. Here a clause cites one by the"
    " number of another section, which calls for none: the number may be left from an older draft.",
    "Review of disclosure schedules beside the representations: vague and stale references.",
    FindingSeverity.NOTE,
)
_PARTS = re.compile(
    r"\b(?:Sections?|Schedules?|Parts?|Items?) (?P<parts>\d{1,2}\.\d{1,3}(?:\(\w{1,5}\)){0,4}"
    r"(?:(?:, | and | or |, and |, or )(?:Section )?\d{1,2}\.\d{1,3}(?:\(\w{1,5}\)){0,4}){0,5}),?"
    r" (?:of|to|in) (?:the )?$"
)
_NUMBER = re.compile(r"(\d{1,2})\.(\d{1,3})")
_BACK = 120
"""Code points before the name of a letter in which its parts are numbered."""
_FEWEST = 5
"""Parts that bear the number of the section which cites them, and so make a habit."""
_MOST = 0.1
_SLIPS = 20
"""Share and number of the parts that may break it."""

_Place = tuple[int, int]


class _Cited(NamedTuple):
    section: _Place
    part: _Place
    span: Span
    clause: int


def schedule_numbers(ground: Ground) -> Iterator[Finding]:
    """Yield a note for each part cited outside the section of its number, which cites no such part itself.

    A definition may cite the part of any section that uses its term.
    """
    cited = [one for instrument in _by_instrument(ground).values() for one in _odd(instrument)]
    numbered = _sections(ground)
    for one in cited:
        whole = numbered.get((ground.instrument_of(one.clause).root, one.part))
        if whole is not None and not _uses_term(ground, one.clause, whole):
            citation = f"{one.part[0]}.{one.part[1]}"
            told = f"The schedules bear the numbers of the sections that cite them, and Section {citation} cites none."
            yield ground.finding(RULE, one.span, RULE.severity, told)


def _by_instrument(ground: Ground) -> dict[int | None, list[_Cited]]:
    found: dict[int | None, list[_Cited]] = defaultdict(list)
    for binding in ground.bindings:
        if binding.held is Held.APART or binding.name.startswith("Schedule"):
            for citation in binding.citations:
                section = _section(ground, citation.clause)
                if section is not None:
                    root = ground.instrument_of(citation.clause).root
                    found[root] += [_Cited(section, *part, citation.clause) for part in _parts(ground, citation)]
    return found


def _odd(cited: list[_Cited]) -> list[_Cited]:
    """Return what is cited by the number of a section that cites none, where nearly all is cited by its own."""
    own = {(one.section, one.part) for one in cited}
    same = sum(one.section == one.part for one in cited)
    odd = [one for one in cited if one.section != one.part and (one.part, one.part) not in own]
    return odd if same >= _FEWEST and len(odd) <= min(max(1, _MOST * len(cited)), _SLIPS) else []


def _parts(ground: Ground, citation: Citation) -> Iterator[tuple[_Place, Span]]:
    """Yield the numbers that a citation gives: its own, or those before the name of a letter."""
    own = _NUMBER.search(ground.text, citation.span.start, citation.span.end)
    if own is not None:
        yield (int(own[1]), int(own[2])), citation.span
        return
    before = _PARTS.search(ground.text, max(0, citation.span.start - _BACK), citation.span.start)
    if before is not None:
        for number in _NUMBER.finditer(before["parts"]):
            yield (int(number[1]), int(number[2])), Span(before.start(), citation.span.end)


def _section(ground: Ground, clause: int) -> _Place | None:
    outline = ground.reading.outline
    for one in (clause, *outline.ancestors(clause)):
        number = _NUMBER.fullmatch(outline[one].number or "")
        if number is not None and outline[one].kind is ClauseKind.SECTION:
            return int(number[1]), int(number[2])
    return None


def _sections(ground: Ground) -> dict[tuple[int | None, _Place], Span]:
    found: dict[tuple[int | None, _Place], Span] = {}
    for clause in ground.reading.outline:
        number = _NUMBER.fullmatch(clause.number or "")
        if number is not None and clause.kind is ClauseKind.SECTION:
            place = int(number[1]), int(number[2])
            found.setdefault((ground.instrument_of(clause.id).root, place), clause.span)
    return found


def _uses_term(ground: Ground, clause: int, within: Span) -> bool:
    """Tell whether a term whose definition a clause is, or is part of, is used in some words."""
    start = ground.reading.outline[clause].start
    defining = (term for term in ground.reading.terms if term.clause == clause or _around(term.span, start))
    return any(within.holds(use) for term in defining for use in term.uses)


def _around(span: Span, at: int) -> bool:
    return span.start <= at < span.end
