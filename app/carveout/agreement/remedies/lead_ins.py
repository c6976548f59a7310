"""The words by which a party represents that all that follows is true, and as of which day."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from carveout.agreement.prose.folding import unbroken
from carveout.agreement.prose.openings import sentence_around
from carveout.agreement.remedies.as_of import as_of
from carveout.agreement.remedies.predicates import Predicate, predicates
from carveout.agreement.remedy import AccuracyTest, RoleKind
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.reading import Reading

_AS_OF = re.compile(r"\b(?:as of|as at|at and as of|on and as of|on the (?:date|closing))\b")
_FAR = 1500
"""Code points after the verb beyond which its sentence is cut."""


def lead_in_tests(reading: Reading, lower: str) -> Iterator[AccuracyTest]:
    """Yield a test for each sentence that makes representations of what it leads into, given the folded text.

    Only one that asks that they are true, or says as of which day they are made, tests anything.
    """
    led: dict[Span, list[int]] = {}
    for role in reading.roles:
        if role.kind is RoleKind.REPRESENTATION and reading.outline.at(role.span.start) is not None:
            led.setdefault(role.span, []).append(role.clause)
    for verb, clauses in led.items():
        clause = reading.outline.at(verb.start)
        if clause is None or verb.start < reading.outline[clause].body_start:
            continue
        sentence = _lead(reading, lower, clause, verb)
        if sentence is None:
            continue
        true = next((one for one in _predicates(lower, verb.end, sentence.end) if not one.nominal), None)
        standard = verb if true is None else true.standard
        lasts = _day(lower, standard.end, sentence.end)
        if true is None and lasts is None:
            continue
        end = max(standard.end, lasts.end if lasts else 0)
        by = reading.representation_of[clauses[0]].by
        yield AccuracyTest(
            clause=clause,
            span=Span(sentence.start, end),
            role=RoleKind.REPRESENTATION,
            by=by,
            perimeter=None,
            covers=tuple(clauses),
            standard=standard,
            as_of=lasts,
            trigger=None,
        )


def _predicates(lower: str, start: int, end: int) -> Iterator[Predicate]:
    for one in predicates(lower[start:end]):
        standard = Span(one.standard.start + start, one.standard.end + start)
        yield replace(one, start=one.start + start, standard=standard)


def _lead(reading: Reading, lower: str, clause: int, verb: Span) -> Span | None:
    """Return the sentence around the verb if it leads into what stands below, None where it says all itself."""
    children = [child for child in reading.outline.children(clause) if reading.outline[child].start > verb.end]
    stop = reading.outline[children[0]].start if children else len(lower)
    sentence = sentence_around(unbroken(reading.text), verb, min(stop, verb.end + _FAR))
    leads = children and not lower[sentence.end : stop].strip()
    return sentence if leads or sentence.of(lower).rstrip().endswith((":", "as follows.")) else None


def _day(lower: str, start: int, end: int) -> Span | None:
    follows = as_of(lower, start, end)
    if follows is not None:
        return follows
    for cue in _AS_OF.finditer(lower, start, end):
        day = as_of(lower, cue.start(), end)
        if day is not None:
            return day
    return None
