"""Qualifiers: words inside a representation that limit it without taking anything out of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from carveout.agreement.content import Qualifier, QualifierKind
from carveout.agreement.prose.folding import folded, unbroken
from carveout.agreement.prose.places import places
from carveout.agreement.qualifiers.phrases import PHRASES
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.agreement.clause import Outline
    from carveout.agreement.content import Carveout, Representation

_NAME = re.compile(r"Material (?!Adverse)[A-Z]")
"""A term that only begins like a test: `Material Contracts`."""
_FAR_BACK = 60
_FAR_ON = 120
_ALSO_IN_CARVEOUTS = QualifierKind.MATERIALITY
"""`Except as would not have a Material Adverse Effect` takes something out by its weight, and says how much."""


def qualifiers(
    text: str, outline: Outline, representations: tuple[Representation, ...], carveouts: tuple[Carveout, ...]
) -> tuple[Qualifier, ...]:
    """Return the qualifiers of the representations, in the order of the text; no two of one kind overlap.

    The words of a carve-out take something out: what limits those is no qualifier, a test of materiality aside.
    """
    plain = unbroken(text)
    lower = folded(plain)
    taken = _merged(carveout.span for carveout in carveouts)
    starts = [span.start for span in taken]
    found: set[Qualifier] = set()
    bodies = [Span(outline[one.clause].body_start, outline[one.clause].end) for one in representations]
    cues = _cues(lower, bodies)
    for body in bodies:
        for kind, span in _limits(lower, cues, body):
            position = bisect_right(starts, span.start) - 1
            inside = position >= 0 and span.start < taken[position].end
            holder = outline.at(span.start)
            named = _NAME.match(plain, span.start, span.end + 1) is not None
            if holder is not None and not named and (kind is _ALSO_IN_CARVEOUTS or not inside):
                found.add(Qualifier(holder, span, kind))
    return tuple(sorted(found, key=lambda one: (one.span.start, one.span.end, one.kind)))


def _cues(lower: str, bodies: Sequence[Span]) -> list[list[tuple[int, int]]]:
    """Return where the cues of each kind of phrase stand, in order: sought once, not in each of many short bodies."""
    if not bodies:
        return [[] for _ in PHRASES]
    around = Span(min(body.start for body in bodies), max(body.end for body in bodies))
    return [
        sorted((at, at + len(cue)) for cue in cues for at in places(lower, cue, around))
        for _kind, cues, _pattern in PHRASES
    ]


def _limits(
    lower: str, cues: Sequence[Sequence[tuple[int, int]]], within: Span
) -> Iterator[tuple[QualifierKind, Span]]:
    """Yield the words of each kind that limit a statement, given where it stands in a folded text."""
    for (kind, _, pattern), places_of_kind in zip(PHRASES, cues, strict=True):
        past = within.start
        for position in range(bisect_left(places_of_kind, (within.start, 0)), len(places_of_kind)):
            at, end = places_of_kind[position]
            if at >= within.end:
                break
            if end > within.end:
                continue
            floor = max(past, at - _FAR_BACK)
            for match in pattern.finditer(lower, floor, min(within.end, at + _FAR_ON)):
                if match.start() > at:
                    break
                if match.end() > at:
                    past = match.end()
                    yield kind, Span(*match.span())
                    break


def _merged(spans: Iterator[Span]) -> list[Span]:
    """Return the spans in order, those that meet as one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
