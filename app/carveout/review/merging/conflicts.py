"""The conflicts that claims about the parts of a review leave."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from carveout.review.conflict import Conflict, Side
from carveout.review.merging.entries import agree
from carveout.review.merging.standing import when
from carveout.review.merging.touching import WHOLE

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping

    from carveout.review.about import About
    from carveout.review.annotation import Annotation
    from carveout.review.log import Operation
    from carveout.review.merging.entries import Claim
    from carveout.review.merging.touching import Part


def conflicts(
    claims: Mapping[Part, tuple[Claim, ...]], annotations: Mapping[Hashable, Annotation]
) -> Iterator[Conflict]:
    """Yield one conflict for each entry with a part on which the claims differ, in the order of the entries' making.

    `annotations` are as the review shows them. A mark is its reviewer's own, so marks are in no conflict: the latest
    stands.
    """
    differing: dict[tuple[About, Hashable], dict[str, tuple[Claim, ...]]] = {}
    for part, known in claims.items():
        if part.about != "marks" and len(known) > 1 and not agree(known):
            differing.setdefault((part.about, part.key), {})[part.name] = known
    for (about, key), parts in differing.items():
        if about == "annotations" and key not in annotations and WHOLE not in parts:
            continue  # every reviewer withdrew it
        if about == "ranks" and key not in annotations:
            continue  # what is withdrawn stands in no list
        sides = _of_annotation(annotations.get(key), parts) if about == "annotations" else _of_whole(parts[WHOLE])
        yield Conflict(about, key, tuple(name for name in parts if name != WHOLE), sides)


def _of_whole(claims: tuple[Claim, ...]) -> tuple[Side, ...]:
    made = sorted(claims, key=lambda claim: when(claim.operation))
    return tuple(Side(claim.value, claim.operation.author, claim.operation.at) for claim in made)


def _of_annotation(shown: Annotation | None, parts: Mapping[str, tuple[Claim, ...]]) -> tuple[Side, ...]:
    """Return the annotation as each operation would have it, in all the parts that are in conflict."""
    made: dict[str, tuple[Operation, dict[str, Any]]] = {}
    for name, claims in parts.items():
        for claim in claims:
            made.setdefault(claim.operation.id, (claim.operation, {}))[1][name] = claim.value
    sides = []
    for operation, values in sorted(made.values(), key=lambda one: when(one[0])):
        gone = shown is None or values.get(WHOLE, True) is None
        said = {name: value for name, value in values.items() if name != WHOLE}
        sides.append(Side(None if gone or shown is None else replace(shown, **said), operation.author, operation.at))
    return tuple(sides)
