"""Representation against remedy: what each representation, or each statement of one, feeds, and with which words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.content import CarveoutKind
from carveout.agreement.instruments import ATTACHMENTS
from carveout.agreement.remedies.statements import Statements
from carveout.agreement.remedy import REMEDIES, AccuracyTest, RoleKind

if TYPE_CHECKING:
    from carveout.agreement.content import Carveout, Qualifier, Reference, Representation
    from carveout.agreement.reading import Reading

_DISCLOSURE = re.compile(
    r"\b(?:schedule|exhibit|annex|appendix|disclosure (?:letter|schedules?|memorandum))\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Fed:
    """A remedy that a representation feeds: the tests that cover it; without any the remedy ignores it."""

    remedy: RoleKind
    tests: tuple[AccuracyTest, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One statement: what limits it, what is carved out of it, what discloses against it, and what it feeds.

    `carveouts` are those inside it and those elsewhere that reach it. `fed` holds each of REMEDIES once, in order.
    """

    representation: Representation
    qualifiers: tuple[Qualifier, ...]
    carveouts: tuple[Carveout, ...]
    schedules: tuple[Reference, ...]
    fed: tuple[Fed, ...]


def matrix(reading: Reading) -> tuple[Row, ...]:
    """Return a row for each statement of a reading that was read closely, in the order of the text.

    A test whose perimeter names items of a section feeds the statements of those items alone.
    """
    found = Statements(reading)
    holding = _Holding(reading, found)
    tests: dict[tuple[int, RoleKind | None], list[AccuracyTest]] = defaultdict(list)
    for test in reading.accuracy_tests:
        for clause in holding.covered(test):
            tests[clause, test.role].append(test)
    return tuple(
        Row(
            statement,
            tuple(holding.qualifiers[statement.clause]),
            tuple(holding.carveouts[statement.clause]),
            holding.schedules(statement.clause),
            tuple(Fed(remedy, tuple(tests[statement.clause, remedy])) for remedy in REMEDIES),
        )
        for statement in found.every
    )


class _Holding:
    """What the statements of one reading hold, by their clause."""

    def __init__(self, reading: Reading, statements: Statements) -> None:
        self._reading = reading
        self._statements = statements
        self._starts = [reference.span.start for reference in reading.references]
        self.qualifiers: dict[int, list[Qualifier]] = defaultdict(list)
        self.carveouts: dict[int, list[Carveout]] = defaultdict(list)
        for qualifier in reading.qualifiers:
            if reading.representation_holding(qualifier.clause) is not None:
                for clause in statements.of(qualifier.clause):
                    self.qualifiers[clause].append(qualifier)
        for carveout in reading.carveouts:
            for clause in self._narrowed(carveout):
                self.carveouts[clause].append(carveout)

    def covered(self, test: AccuracyTest) -> list[int]:
        """Return the statements that a test covers: of a representation of which it names items, those of them."""
        named = {one for target in self._named(test) for one in self._statements.of(target)}
        found: list[int] = []
        for clause in test.covers:
            own = self._statements.of(clause)
            chosen = [one for one in own if one in named]
            found += chosen or own
        return found

    def _named(self, test: AccuracyTest) -> list[int]:
        """Return the clauses that a perimeter refers to."""
        if test.perimeter is None:
            return []
        first = bisect_left(self._starts, test.perimeter.start)
        last = bisect_left(self._starts, test.perimeter.end)
        return [target for one in self._reading.references[first:last] for target in one.targets]

    def _narrowed(self, carveout: Carveout) -> list[int]:
        """Return the statements that hold a carve-out or that it reaches, in order."""
        reached = () if carveout.kind is CarveoutKind.INCLUSION else carveout.reaches
        clauses = (one for one in {carveout.clause, *reached} if self._reading.representation_holding(one) is not None)
        found = {statement for clause in clauses for statement in self._statements.of(clause)}
        return sorted(found)

    def schedules(self, clause: int) -> tuple[Reference, ...]:
        """Return the references of a representation to an attachment, or to a letter beside the agreement."""
        span = self._reading.outline[clause].span
        above = {clause, *self._reading.outline.ancestors(clause)}
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return tuple(one for one in self._reading.references[first:last] if self._discloses(one, above))

    def _discloses(self, reference: Reference, above: set[int]) -> bool:
        """Tell whether a reference leads out of the clauses above it into an attachment."""
        if not reference.targets:
            return not reference.external and _DISCLOSURE.search(reference.quote) is not None
        outline = self._reading.outline
        led_to = {one for target in reference.targets for one in (target, *outline.ancestors(target))}
        return any(outline[one].kind in ATTACHMENTS for one in led_to - above)
