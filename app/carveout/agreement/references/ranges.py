"""The clauses of a range: from Section 12.1 through Section 12.3."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carveout.agreement.clause import Outline

_MOST = 2000
"""Clauses beyond which a range is only its ends."""


def between(outline: Outline, first: int, last: int) -> tuple[int, ...]:
    """Return the clauses of a range, with both ends."""
    if last - first > _MOST:
        return (first, last)
    if outline[first].parent == outline[last].parent:
        siblings = outline.children(outline[first].parent)
        return tuple(one for one in siblings if first <= one <= last and outline[one].number is not None)
    kind, depth = outline[first].kind, outline.depth(first)
    return tuple(
        one
        for one in range(first, last + 1)
        if outline[one].kind is kind and outline[one].number is not None and outline.depth(one) == depth
    )
