"""Adverse-effect tests compared: one without the exception that its twin in another clause has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.content import CarveoutKind, Gap, GapStrength
from carveout.agreement.remedy import REMEDIES, RoleKind
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    excused = [test for test in tests if any(span in excusing for span in test.exceptions)]
    known = {test.whose for test in excused} - {None}
    for test in tests:
        if test in excused or _measures(reading, test):
            continue
        beside = [one for one in excused if one.clause == test.clause]
        if beside and _EFFECT.search(test.standard.of(reading.text)) is None:
            yield _harm(reading, family, test)
        elif not beside and test.whose in known:
            twin = min(excused, key=lambda one: _distance(test, one))
            sibling = next(excusing[span].clause for span in twin.exceptions if span in excusing)
            yield _gap(reading, family, test, sibling)


def _measures(reading: Reading, test: EffectTest) -> bool:
    kinds = (CarveoutKind.EXCEPTION, CarveoutKind.DISCLOSURE)
    return any(one.kind in kinds and one.span.holds(test.span) for one in reading.carveouts)


def _distance(test: EffectTest, twin: EffectTest) -> tuple[bool, bool, int]:
    """Say how far a twin is from a test: in role, then in kind of role, then in the text; remedies near covenants."""
    apart = (test.role is RoleKind.REPRESENTATION) != (twin.role is RoleKind.REPRESENTATION)
    return (
        test.role is not twin.role,
        apart or twin.role not in (*REMEDIES, test.role),
        abs(test.clause - twin.clause),
    )


def _gap(reading: Reading, family: Family, test: EffectTest, sibling: int) -> Gap:
    cited = reading.outline[test.clause].citation
    other = reading.outline[sibling].citation
    standard = " ".join(test.standard.of(reading.text).split())
    message = (
        f"{cited} turns on “{standard}” without the exception for {family.subject} that {other} has: "
        f"{_CONSEQUENCE[test.role]}."
    )
    strength = GapStrength.MEDIUM if test.role is RoleKind.NOTICE else GapStrength.STRONG
    return Gap(test.clause, sibling, family.subject, strength, message, test.span)


def _harm(reading: Reading, family: Family, test: EffectTest) -> Gap:
    cited = reading.outline[test.clause].citation
    harm = " ".join(Span(test.standard.start, test.span.end).of(reading.text).split())
    message = (
        f"{cited} also speaks of “{harm}”, but its exception for {family.subject} excuses effects only: whether it "
        "reaches that limb is open."
    )
    return Gap(test.clause, test.clause, family.subject, GapStrength.MEDIUM, message, test.span)
