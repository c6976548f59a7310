"""Adverse-effect tests in words of their own, beside a defined one that leaves events out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.content import Gap, GapStrength
from carveout.agreement.gaps.measuring import Measuring
from carveout.agreement.instruments import instruments
from carveout.agreement.prose.folding import folded, unbroken
from carveout.agreement.remedy import RoleKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.reading import Reading
    from carveout.agreement.remedy import EffectTest
    from carveout.agreement.span import Span

_OBJECTS = re.compile(
    r"\b(?:business|operations?|assets|propert(?:y|ies)|condition|results|liabilities|prospects|profitability)\b"
)
_ABILITY = re.compile(r"\babilit(?:y|ies)\b|\bauthority\b|\btimely\b")
_FEWEST = 3
"""Events that a definition leaves out before its absence elsewhere is worth telling."""
_SHARED = 2
"""Objects that both tests name, by which they are on the same things."""
_MOST = 8
"""Definitions that a test is compared with."""


def undefined_effects(reading: Reading) -> Iterator[Gap]:
    """Yield tests for a material effect on the same things as a defined one's, without the defined term.

    What the definition leaves out counts there; it matters less where the test only measures an exception. An effect
    on somebody's ability to perform is another matter.
    """
    lower = folded(unbroken(reading.text))
    defined = [one for one in reading.effect_tests if one.role is None and len(one.exceptions) >= _FEWEST][:_MOST]
    if not defined:
        return
    measuring = Measuring(reading)
    number = {c: at for at, one in enumerate(instruments(unbroken(reading.text), reading.outline)) for c in one.clauses}
    ends = {use.end for term in reading.terms if "Adverse" in term.term for use in term.uses}
    for test in reading.effect_tests:
        if test.role is None or "material" not in test.standard.of(lower) or _names(ends, test.standard):
            continue
        for other in defined:
            same = number.get(test.clause) == number.get(other.clause)
            if same and _same_things(lower, test, other) and test.whose in {None, other.whose}:
                yield _gap(reading, test, other, measures=measuring.holds(test.span))
                break


def _names(ends: set[int], standard: Span) -> bool:
    """Tell whether a standard uses a defined term."""
    return any(at in ends for at in range(standard.start, standard.end + 1))


def _same_things(lower: str, test: EffectTest, other: EffectTest) -> bool:
    if test.objects is None or other.objects is None or _ABILITY.search(test.objects.of(lower)):
        return False
    shared = set(_OBJECTS.findall(test.objects.of(lower))) & set(_OBJECTS.findall(other.objects.of(lower)))
    return len(shared) >= _SHARED


def _gap(reading: Reading, test: EffectTest, other: EffectTest, *, measures: bool) -> Gap:
    where, defined = reading.outline[test.clause].citation, reading.outline[other.clause].citation
    standard = test.standard.in_line(reading.text)
    message = (
        f"{where} says “{standard}” in words of its own: the {len(other.exceptions)} exclusions of {defined} don’t "
        "apply to it."
    )
    strength = GapStrength.MEDIUM if measures or test.role is RoleKind.NOTICE else GapStrength.STRONG
    return Gap(test.clause, other.clause, None, strength, message, test.span)
