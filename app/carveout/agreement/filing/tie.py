"""A figure and how it follows from others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.span import Span


@dataclass(frozen=True, slots=True)
class Tie:
    """A figure that the filing or its agreement states, and how it follows from others or doesn't.

    `statement` is the figure with its unit, `sources` the figures it was recomputed from, in the filing or in the
    agreement. `working` shows the sum for a person: "10,095 × 951,300 = 9,603,373,500".
    """

    clause: int | None
    statement: Span
    sources: tuple[Span, ...]
    working: str
    ties: bool
