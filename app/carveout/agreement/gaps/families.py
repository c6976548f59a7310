"""Families: the exceptions that one subject has in one instrument, where they excuse an event and what it causes."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.content import CarveoutKind
from carveout.agreement.instruments import instruments
from carveout.agreement.prose.folding import unbroken
from carveout.agreement.siblings.parts import parts_of

if TYPE_CHECKING:
    from carveout.agreement.content import Carveout
    from carveout.agreement.reading import Reading
    from carveout.agreement.siblings.parts import Parts

_EXCUSES = frozenset({CarveoutKind.EXCEPTION, CarveoutKind.PROVISO})
_FEWEST = 2
"""Exceptions that make a family."""


@dataclass(frozen=True, slots=True)
class Sibling:
    """An exception of a family, and its parts."""

    carveout: Carveout
    parts: Parts


@dataclass(frozen=True, slots=True)
class Family:
    """The event exceptions of one subject, in the order of the text, and the exclusions of it from definitions.

    `clauses` are those of the instrument in which they stand: no other clause is compared with them. `standing` are
    the clauses of the exceptions, sorted.
    """

    subject: str
    siblings: tuple[Sibling, ...]
    removals: tuple[Carveout, ...]
    clauses: frozenset[int]
    standing: tuple[int, ...]

    def carried(self, clauses: range) -> bool:
        """Tell whether an exception stands in some clauses that follow each other."""
        first = bisect_left(self.standing, clauses.start)
        return first < len(self.standing) and self.standing[first] < clauses.stop


def families(reading: Reading) -> tuple[Family, ...]:
    """Return the families of a reading: subjects with two or more exceptions that say what caused what they excuse.

    A class of things that is left out here and there ("other than Permitted Liens") is none: what is bare of it is as
    often meant to be.
    """
    plain = unbroken(reading.text)
    by_subject: dict[str, list[Carveout]] = {}
    for carveout in reading.carveouts:
        if carveout.subject is not None:
            by_subject.setdefault(carveout.subject, []).append(carveout)
    several = {subject: found for subject, found in by_subject.items() if len(found) >= _FEWEST}
    if not several:
        return ()
    made = []
    for instrument in instruments(plain, reading.outline):
        clauses = frozenset(instrument.clauses)
        for subject, found in several.items():
            own = [one for one in found if one.clause in clauses]
            excusing = [Sibling(one, parts_of(plain, one.span, subject)) for one in own if one.kind in _EXCUSES]
            caused = tuple(one for one in excusing if one.parts.cause is not None and one.parts.event is not None)
            if len(caused) >= _FEWEST:
                removals = tuple(one for one in own if one.kind is CarveoutKind.DEFINITION)
                standing = tuple(sorted({one.carveout.clause for one in caused}))
                made.append(Family(subject, caused, removals, clauses, standing))
    return tuple(made)
