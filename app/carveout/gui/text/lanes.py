"""The lines below the words of annotations that overlap: one for each, beside each other as the lanes of a road."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LANES = 3
"""Lines below the words, one under the other, that tell overlapping annotations apart."""
CROWD = 24
"""Annotations that hang together by overlapping, beyond which no line tells one of them from another."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Annotations that hang together by overlapping: what they cover, and start and end of each in order."""

    span: Span
    each: Sequence[tuple[int, int]]


def clusters(each: Iterable[tuple[int, int]]) -> list[Cluster]:
    """Return annotations, by start and end in the order of the text, in clusters: alone where none overlaps it."""
    found: list[Cluster] = []
    cluster: list[tuple[int, int]] = []
    furthest = 0
    for one in each:
        start, end = one
        if cluster and start >= furthest:
            found.append(Cluster(Span(cluster[0][0], furthest), cluster))
            cluster = []
        cluster.append(one)
        furthest = max(furthest, end)
    return [*found, Cluster(Span(cluster[0][0], furthest), cluster)] if cluster else found


def lanes(cluster: Cluster) -> list[tuple[Span, int]]:
    """Return the words of a cluster's annotations, each in a lane that no other of them is in; none where one is alone.

    The lanes are counted from 0; where more than LANES are wanted, the words of all beyond are one in the last, and
    where more than CROWD hang together, all of them are.
    """
    if len(cluster.each) == 1:
        return []
    if len(cluster.each) > CROWD:
        return [(cluster.span, LANES - 1)]
    ends: list[int] = []
    found: list[tuple[Span, int]] = []
    crowd: Span | None = None
    for start, end in cluster.each:
        free = next((lane for lane, behind in enumerate(ends) if behind <= start), len(ends))
        ends[free:] = [end, *ends[free + 1 :]]
        if free < LANES - 1:
            found.append((Span(start, end), free))
        elif crowd is not None and start < crowd.end:
            crowd = Span(crowd.start, max(crowd.end, end))
        else:
            found += [(crowd, LANES - 1)] if crowd is not None else []
            crowd = Span(start, end)
    return [*found, (crowd, LANES - 1)] if crowd is not None else found
