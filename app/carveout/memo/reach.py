"""What a carve-out reaches, as counsel would cite it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from carveout.agreement.citation import short

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carveout.agreement.clause import Outline


def cited(outline: Outline, clauses: Iterable[int], *, most: int = 12) -> list[tuple[str, int | None]]:
    """Return citations with the clause that each leads to: `3.2`, `3.8–3.9`, and at last `12 more` that leads nowhere.

    Clauses that follow each other under one parent are cited together. No more than `most` citations are named.
    """
    found = _stretches(outline, clauses)
    named: list[tuple[str, int | None]] = [(_name(outline, stretch), stretch[0]) for stretch in found[:most]]
    left = sum(len(stretch) for stretch in found[most:])
    return [*named, (f"{left} more", None)] if left else named


def _stretches(outline: Outline, clauses: Iterable[int]) -> list[list[int]]:
    found: list[list[int]] = []
    for clause in sorted(set(clauses)):
        if found and _next(outline, found[-1][-1]) == clause:
            found[-1].append(clause)
        else:
            found.append([clause])
    return found


def _next(outline: Outline, clause: int) -> int | None:
    siblings = outline.children(outline[clause].parent)
    after = bisect_left(siblings, clause) + 1
    return siblings[after] if after < len(siblings) else None


def _name(outline: Outline, stretch: list[int]) -> str:
    first, last = outline[stretch[0]], outline[stretch[-1]]
    name = short(first)
    if first is last:
        return name
    word, _, number = name.partition(" ")
    if number and number == first.number:
        name = f"{word}s {number}"
    return f"{name}–{last.number or short(last)}"
