"""Adverse-effect tests compared: one without the exception that its twin in another clause has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.content import Gap, GapStrength
from carveout.agreement.gaps.measuring import Measuring
from carveout.agreement.gaps.nearest import nearest
from carveout.agreement.remedy import REMEDIES, RoleKind
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.content import Carveout
    from carveout.agreement.gaps.families import Family
    from carveout.agreement.reading import Reading
    from carveout.agreement.remedy import EffectTest

_EFFECT = re.compile(r"\b(?:effects?|changes?|impacts?|events?|developments?|advers\w+)\b", re.IGNORECASE)
_CONSEQUENCE: dict[RoleKind | None, str] = {
    RoleKind.REPRESENTATION: "what it excuses still makes this representation untrue",
    RoleKind.COVENANT: "what it excuses still breaches this covenant",
    RoleKind.CONDITION: "what it excuses still keeps the closing from happening",
    RoleKind.CERTIFICATE: "what it excuses still can’t be certified",
    RoleKind.TERMINATION: "what it excuses still lets the agreement be terminated",
    RoleKind.INDEMNITY: "what it excuses still has to be indemnified",
    RoleKind.NOTICE: "what it excuses still has to be notified, which may be meant",
}


def bare_effects(reading: Reading, family: Family) -> Iterator[Gap]:
    """Yield the tests without the family's exception, on the effects on those whose tests have it.

    A test that only stands in the words of another carve-out measures that one and is no gap.
    """
    excusing = {one.carveout.span: one.carveout for one in family.siblings}
    tests = [test for test in reading.effect_tests if test.role is not None and test.clause in family.clauses]
    excused = {test: one for test in tests if (one := _excuse(test, excusing)) is not None}
    twins = _Twins(excused)
    known = {test.whose for test in excused} - {None}
    clauses = {test.clause for test in excused}
    measuring = Measuring(reading)
    for test in tests:
        if test in excused or measuring.holds(test.span):
            continue
        if test.clause in clauses and _EFFECT.search(test.standard.of(reading.text)) is None:
            yield _harm(reading, family, test)
        elif test.clause not in clauses and test.whose in known:
            yield _gap(reading, family, test, twins.of(test).clause)


def _excuse(test: EffectTest, excusing: dict[Span, Carveout]) -> Carveout | None:
    return next((excusing[span] for span in test.exceptions if span in excusing), None)


class _Twins:
    """The tests that an exception excuses, by role."""

    def __init__(self, excused: dict[EffectTest, Carveout]) -> None:
        self._by_role: dict[RoleKind | None, tuple[list[int], list[Carveout]]] = {}
        for test, carveout in sorted(excused.items(), key=lambda one: one[0].clause):
            clauses, carveouts = self._by_role.setdefault(test.role, ([], []))
            clauses.append(test.clause)
            carveouts.append(carveout)

    def of(self, test: EffectTest) -> Carveout:
        """Return the exception of the twin nearest in role, and of those in the text; remedies are near covenants."""
        kindred = (RoleKind.REPRESENTATION,) if test.role is RoleKind.REPRESENTATION else (*REMEDIES, *RoleKind)
        role = next(one for one in (test.role, *kindred, *RoleKind) if one in self._by_role)
        clauses, carveouts = self._by_role[role]
        return carveouts[nearest(clauses, test.clause)]


def _gap(reading: Reading, family: Family, test: EffectTest, sibling: int) -> Gap:
    cited = reading.outline[test.clause].citation
    other = reading.outline[sibling].citation
    standard = test.standard.in_line(reading.text)
    message = (
        f"{cited} turns on “{standard}” without the exception for {family.subject} that {other} has: "
        f"{_CONSEQUENCE[test.role]}."
    )
    strength = GapStrength.MEDIUM if test.role is RoleKind.NOTICE else GapStrength.STRONG
    return Gap(test.clause, sibling, family.subject, strength, message, test.span)


def _harm(reading: Reading, family: Family, test: EffectTest) -> Gap:
    cited = reading.outline[test.clause].citation
    harm = Span(test.standard.start, test.span.end).in_line(reading.text)
    message = (
        f"{cited} also speaks of “{harm}”, but its exception for {family.subject} excuses effects only: whether it "
        "reaches that limb is open."
    )
    return Gap(test.clause, test.clause, family.subject, GapStrength.MEDIUM, message, test.span)
