"""Remedies that test different sets of representations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.citation import short
from carveout.agreement.clause import ClauseKind
from carveout.agreement.content import FindingSeverity
from carveout.agreement.proofread.rule import Rule
from carveout.agreement.proofread.stems import stems
from carveout.agreement.remedy import REMEDIES, RoleKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.content import Finding
    from carveout.agreement.proofread.ground import Ground
    from carveout.agreement.remedy import AccuracyTest
    from carveout.agreement.span import Span

RULE = Rule(
    "perimeter",
    "Remedies that test different representations",
    "A certificate, an indemnity or a right to terminate tests representations that the condition to closing doesn’t."
    " Whether that is meant should be known: somebody may have to close and then be indemnified, or certify what no"
    " condition asks.",
    "Practice of deal counsel: bring-down, certificate, termination and indemnity are read side by side.",
    FindingSeverity.WARNING,
)
_NAMES = {
    RoleKind.CERTIFICATE: "certificate",
    RoleKind.TERMINATION: "right to terminate",
    RoleKind.INDEMNITY: "indemnity",
}
_ALL = re.compile(r"\b(?:this agreement|herein|hereunder|hereof)\b")
_REST = re.compile(
    r"\b(?:other|remaining) representations|\brepresentations and warranties[^;\n]{0,300}?"
    r"\bother than (?:those|the|any|sections?)\b"
)
_WHOLE = frozenset({ClauseKind.SECTION, ClauseKind.ARTICLE})
_SHOWN = 4
"""Clauses that a message names."""


def perimeters(ground: Ground) -> Iterator[Finding]:
    """Yield a warning for each test that covers more representations of a party than the conditions do together."""
    groups: dict[tuple[int | None, tuple[str, ...]], list[AccuracyTest]] = {}
    for test in ground.reading.accuracy_tests:
        if test.role in REMEDIES and test.by is not None and test.perimeter is not None and test.covers:
            groups.setdefault((ground.instrument_of(test.clause).root, stems(test.by)), []).append(test)
    for tests in groups.values():
        conditions = [test for test in tests if test.role is RoleKind.CONDITION]
        tested = {clause for test in conditions for clause in test.covers}
        for test in tests if tested and not any(_embraces(ground, test) for test in conditions) else ():
            more = [clause for clause in test.covers if clause not in tested]
            if test.role in _NAMES and test.perimeter is not None and more:
                message = _message(ground, test.perimeter, _NAMES[test.role], conditions[0], more)
                yield ground.finding(RULE, test.perimeter, RULE.severity, message)


def _embraces(ground: Ground, condition: AccuracyTest) -> bool:
    """Tell whether a condition tests all that is represented anywhere, be it as what it leaves to the last."""
    if condition.perimeter is not None and _ALL.search(condition.perimeter.of(ground.lower)):
        return True
    outline = ground.reading.outline
    above = (one for one in (condition.clause, *outline.ancestors(condition.clause)) if outline[one].kind in _WHOLE)
    clause = outline[next(above, condition.clause)]
    return _REST.search(ground.lower, clause.start, clause.end) is not None


def _message(ground: Ground, perimeter: Span, remedy: str, condition: AccuracyTest, more: list[int]) -> str:
    outline = ground.reading.outline
    named = [outline[more[0]].citation, *(short(outline[clause]) for clause in more[1:_SHOWN])]
    listed = ", ".join(named) + (" and others" if len(more) > _SHOWN else "")
    words = perimeter.in_line(ground.text)
    where = outline[condition.clause].citation
    return f"“{words}”: this {remedy} also tests {listed}, which the condition in {where} leaves out."
