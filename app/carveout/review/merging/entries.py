"""What operations that know nothing of each other make of one part of a review."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.review.merging.standing import when

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.review.log import Operation
    from carveout.review.merging.standing import When


@dataclass(frozen=True, slots=True)
class Claim:
    """What an operation makes of a part: its value, None where it is gone."""

    operation: Operation
    value: object


def shown(claims: Sequence[Claim]) -> object:
    """Return the value that the review shows: the latest by the clocks that there were, and one that is there first."""
    return max(claims, key=_rank).value


def agree(claims: Sequence[Claim]) -> bool:
    """Tell whether all claims come to the same."""
    return all(claim.value == claims[0].value for claim in claims)


def _rank(claim: Claim) -> tuple[bool, When]:
    return claim.value is not None, when(claim.operation)
