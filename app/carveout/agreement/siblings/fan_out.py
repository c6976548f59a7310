"""Fan-out: the clauses that a definition's exclusion narrows without a word in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.content import Carveout, Term
    from carveout.agreement.reading import Reading
    from carveout.agreement.remedy import RoleKind
    from carveout.agreement.span import Span


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A clause, as counsel would cite it, that uses the narrowed term.

    `own` are its own carve-outs or carve-ins of the same subject: it is covered twice, or the two collide.
    """

    clause: int
    roles: tuple[RoleKind, ...]
    uses: tuple[Span, ...]
    own: tuple[Carveout, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many of the clauses of a role are narrowed: 12 of 18 representations."""

    role: RoleKind
    narrowed: int
    of: int


@dataclass(frozen=True, slots=True)
class FanOut:
    """What one definition's exclusion narrows.

    `narrowed` are sections, or articles without sections, in the order of the text. `untouched` are the
    representations that don't use the term, which the exclusion doesn't help. `sentence` says the counts.
    """

    carveout: Carveout
    term: Term
    narrowed: tuple[Narrowed, ...]
    counts: tuple[Count, ...]
    untouched: tuple[int, ...]
    sentence: str


def fan_outs(reading: Reading) -> tuple[FanOut, ...]:
    """Return the fan-out of every exclusion from a definition in a reading that has its roles."""
    del reading
    return ()
