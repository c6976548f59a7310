"""Sentences of one representation compared: the exception stands on one, another speaks flatly of the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.content import Gap, GapStrength
from carveout.agreement.prose.folding import folded, unbroken
from carveout.agreement.prose.openings import sentence_around
from carveout.agreement.remedy import RoleKind
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.gaps.families import Family
    from carveout.agreement.reading import Reading
    from carveout.agreement.remedy import EffectTest

_PRESENTS = re.compile(
    r"\bpresent(?:s|ed)? (?:fairly|accurately)\b|\b(?:fairly|accurately)(?:,? (?:and|in all material respects,?))*"
    r"(?: \w+){0,2} presents?\b"
)
_OF = re.compile(r"\bfinancial (?:conditions?|positions?)\b|\bresults of operations?\b|\bcash flows?\b")


def bare_sentences(reading: Reading, family: Family) -> Iterator[Gap]:
    """Yield the sentences on fair presentation beside an excused test of the same finances, in one clause."""
    plain = unbroken(reading.text)
    lower = folded(plain)
    excusing = {one.carveout.span: one.carveout for one in family.siblings}
    for test in reading.effect_tests:
        spans = [span for span in test.exceptions if span in excusing]
        if not spans or test.objects is None or test.role is not RoleKind.REPRESENTATION:
            continue
        if _OF.search(test.objects.of(lower)) is None:
            continue
        clause = reading.outline[test.clause]
        for found in _PRESENTS.finditer(lower, clause.body_start, clause.end):
            words = sentence_around(plain, Span(found.start(), found.start()), clause.end)
            if not words.meets(test.span) and _OF.search(words.of(lower)):
                yield _gap(reading, family, test, words)
                break


def _gap(reading: Reading, family: Family, test: EffectTest, words: Span) -> Gap:
    cited = reading.outline[test.clause].citation
    message = (
        f"{cited} says without exception that the accounts present fairly: the exception for {family.subject} stands "
        f"on another sentence only, so that a value carried for {family.subject} can still make this one untrue."
    )
    return Gap(test.clause, test.clause, family.subject, GapStrength.MEDIUM, message, words)
