"""A filing against the agreement that it carries: the figures that it states, recomputed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span


@dataclass(frozen=True, slots=True)
class Tie:
    """A figure that the filing states, and how it follows from others or doesn't.

    `statement` is the figure with its unit, `sources` the figures it was recomputed from, in the filing or in the
    agreement. `working` shows the sum for a person: "10,095 × 951,300 = 9,603,373,500".
    """

    clause: int | None
    statement: Span
    sources: tuple[Span, ...]
    working: str
    ties: bool


def ties(reading: Reading) -> tuple[Tie, ...]:
    """Return the figures of a filing that can be recomputed, in the order of the text; none without a filing."""
    del reading
    return ()
