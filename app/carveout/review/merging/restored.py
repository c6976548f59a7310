"""What an undo brings back of a part where somebody, not knowing of it, went on from what was taken back."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.review.merging.entries import Claim
from carveout.review.merging.touching import touches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.review.log import Operation
    from carveout.review.merging.causality import Causality
    from carveout.review.merging.standing import Standing
    from carveout.review.merging.touching import Part


@dataclass(frozen=True, slots=True)
class Undone:
    """An operation that was taken back, what took it back, and what the part was before it."""

    operation: Operation
    undo: Operation
    before: object


def undone(stands: Standing) -> dict[Part, list[Undone]]:
    """Return what was taken back of each part, in the order of `Standing`."""
    found: dict[Part, list[Undone]] = defaultdict(list)
    for operation, undo in stands.taken_back:
        for touch in touches(operation.edit):
            found[touch.part].append(Undone(operation, undo, touch.before))
    return found


def restored(known: Sequence[Claim], taken_back: Sequence[Undone], causality: Causality) -> list[Claim]:
    """Return what undos claim a part to be, beside what is known of those who changed it.

    Only an undo that somebody went on without claims anything: else the part is simply what it was. Whoever took back
    what she made, and before that her changes of it, claims what was before all of it.
    """
    return [
        Claim(one.undo, one.before)
        for one in taken_back
        if _is_built_on(known, one, causality) and not any(_goes_further(other, one, causality) for other in taken_back)
    ]


def _is_built_on(known: Sequence[Claim], one: Undone, causality: Causality) -> bool:
    """Tell whether somebody went on from an operation who didn't know that it was taken back."""
    return any(
        causality.knows(claim.operation, one.operation)
        and not causality.knows(claim.operation, one.undo)
        and not causality.knows(one.undo, claim.operation)
        for claim in known
    )


def _goes_further(other: Undone, one: Undone, causality: Causality) -> bool:
    """Tell whether what was taken back was built on something else that was taken back after it."""
    return (
        other.undo is not one.undo
        and causality.knows(one.operation, other.operation)
        and causality.knows(other.undo, one.undo)
    )
