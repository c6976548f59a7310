"""What the reading found in a clause, and what reaches into it from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.content import Carveout, Gap, Qualifier
    from carveout.agreement.reading import Reading


@dataclass(frozen=True, slots=True)
class Found:
    """The carve-outs, gaps and qualifiers within a clause, and the carve-outs elsewhere that narrow it."""

    carveouts: tuple[Carveout, ...]
    elsewhere: tuple[Carveout, ...]
    gaps: tuple[Gap, ...]
    qualifiers: tuple[Qualifier, ...]

    @property
    def bare(self) -> bool:
        """Tell whether nothing was found."""
        return not (self.carveouts or self.elsewhere or self.gaps or self.qualifiers)


def found_in(reading: Reading, clause: int) -> Found:
    """Return what was found in a clause and in those below it.

    A carve-out elsewhere counts where it reaches the clause, one below it, or one above it up to the representation.
    """
    span = reading.outline[clause].span
    carveouts = reading.carveouts_within(clause)
    touched = _touched(reading, clause)
    return Found(
        carveouts=carveouts,
        elsewhere=tuple(
            carveout
            for carveout in reading.carveouts
            if not span.holds(carveout.span) and any(reached in touched for reached in carveout.reaches)
        ),
        gaps=tuple(gap for gap in reading.gaps if span.holds(reading.outline[gap.clause].span)),
        qualifiers=tuple(qualifier for qualifier in reading.qualifiers if span.holds(qualifier.span)),
    )


def _touched(reading: Reading, clause: int) -> frozenset[int]:
    """Return the clause, all below it, and all above it up to the representation."""
    outline = reading.outline
    after = clause
    while after < len(outline) and outline[after].start < outline[clause].end:
        after += 1
    touched = {*range(clause, after)}
    representation = reading.representation_holding(clause)
    if representation and representation.clause != clause:
        for above in outline.ancestors(clause):
            touched.add(above)
            if above == representation.clause:
                break
    return frozenset(touched)
