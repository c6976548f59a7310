"""The close reading: what hangs together across the clauses, added to a reading that has its structure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carveout.agreement.effects import effect_tests
from carveout.agreement.gaps import gaps
from carveout.agreement.progress import Course, Report, silent
from carveout.agreement.proofread import proofread
from carveout.agreement.references import references
from carveout.agreement.remedies.accuracy import accuracy_tests
from carveout.agreement.roles import roles

if TYPE_CHECKING:
    from carveout.agreement.content import Finding
    from carveout.agreement.reading import Reading

_STAGES = (
    "Following the references",
    "Telling the roles of the clauses",
    "Comparing the adverse-effect tests",
    "Comparing the remedies",
    "Looking for gaps",
    "Proofreading",
)


def read_closely(reading: Reading, report: Report = silent) -> Reading:
    """Return the reading with its references, roles, tests, gaps and the proofreader's findings.

    A pure function of the reading. `report` is called with the thousandths done and the stage; what it raises ends the
    work. A reading that was read closely already is returned as it is; one that holds no agreement gains nothing.
    """
    if reading.closely:
        return reading
    course = Course(report, _STAGES)
    course.begin(1)
    reading = replace(reading, references=references(reading))
    course.begin(1)
    reading = replace(reading, roles=roles(reading))
    course.begin(1)
    reading = replace(reading, effect_tests=effect_tests(reading))
    course.begin(1)
    reading = replace(reading, accuracy_tests=accuracy_tests(reading))
    course.begin(1)
    reading = replace(reading, gaps=gaps(reading))
    course.begin(1)
    found = sorted((*reading.findings, *proofread(reading)), key=_place)
    course.end()
    return replace(reading, findings=tuple(found), closely=True)


def _place(finding: Finding) -> tuple[int, str]:
    return (finding.span.start if finding.span else 0, finding.rule)
