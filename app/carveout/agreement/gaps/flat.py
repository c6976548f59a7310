"""Remedies that test representations without an exception of their own, where one of those is bare."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.citation import cited
from carveout.agreement.content import Gap, GapStrength
from carveout.agreement.gaps.nearest import nearest
from carveout.agreement.remedy import REMEDIES, RoleKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.gaps.families import Family
    from carveout.agreement.reading import Reading
    from carveout.agreement.remedy import AccuracyTest

_NO_DEFAULT = re.compile(r"\bno (?:\w+ ){0,2}(?:breach|event of default|default)\b", re.IGNORECASE)


def flat_remedies(reading: Reading, family: Family, bare: tuple[Gap, ...]) -> Iterator[Gap]:
    """Yield the accuracy tests that cover a representation which is bare, given the gaps of representations.

    They import the exceptions inside the representations and have none themselves: through a bare one the subject
    still costs what the remedy costs. An indemnity, and a certificate that no default exists at all, weigh most.
    """
    outline = reading.outline
    gapped = {gap.clause for gap in bare if gap.strength is GapStrength.STRONG}
    home = {clause: holding.clause for clause in gapped if (holding := reading.representation_holding(clause))}
    if not home:
        return
    twins = _twins(reading, family)
    told: set[int] = set()
    for test in reading.accuracy_tests:
        through = [clause for clause in sorted(home) if home[clause] in test.covers]
        flat = test.clause in family.clauses and not family.carried(outline.branch(test.clause))
        if test.role in REMEDIES and through and flat and test.clause not in told:
            told.add(test.clause)
            twin = twins[nearest(twins, test.clause)]
            yield _gap(reading, family.subject, test, through, twin)


def _gap(reading: Reading, subject: str, test: AccuracyTest, through: list[int], twin: int) -> Gap:
    outline = reading.outline
    where = outline[test.clause].citation
    reasons = cited(outline, through)
    if test.role is RoleKind.CERTIFICATE and _NO_DEFAULT.search(test.standard.of(reading.text)):
        strength = GapStrength.STRONG
        message = (
            f"{where} has it certified that no breach or default exists, flatly: no exception for {subject} as in "
            f"{outline[twin].citation}, and not even those inside the representations clearly apply."
        )
    else:
        strength = GapStrength.STRONG if test.role is RoleKind.INDEMNITY else GapStrength.MEDIUM
        message = (
            f"{where} has no exception for {subject} of its own as {outline[twin].citation} has: it imports only those "
            f"inside the representations, and {subject} still counts through {reasons}."
        )
    return Gap(test.clause, twin, subject, strength, message, test.span)


def _twins(reading: Reading, family: Family) -> list[int]:
    """Return the clauses of the exceptions on remedies, or if there are none those of all, in order."""
    outline = reading.outline
    remedies = {role.clause for role in reading.roles if role.kind in REMEDIES}
    every = sorted({one.carveout.clause for one in family.siblings})
    on_remedies = [clause for clause in every if any(one in remedies for one in (clause, *outline.ancestors(clause)))]
    return on_remedies or every
