"""The limbs of a long exclusion: each event that an adverse-effect definition leaves out is a carve-out of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.clause import ClauseKind
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.clause import Clause, Outline

_FEWEST = 3
"""Items from which a list of what a definition leaves out is read limb by limb."""


def limbs(text: str, outline: Outline, clause: int, span: Span) -> Iterator[tuple[int, Span]]:
    """Yield the items of a clause inside the words of a carve-out, each with its own words; none if they are few."""
    below = [outline[child] for child in outline.children(clause)]
    items = [
        child for child in below if child.kind is ClauseKind.ITEM and span.holds(Span(child.start, child.start + 1))
    ]
    if len(items) >= _FEWEST:
        for item in items:
            yield item.id, Span(item.body_start, _end(text, outline, item))


def _end(text: str, outline: Outline, item: Clause) -> int:
    """Return where the words of a limb end: at the first semicolon after its own items."""
    children = outline.children(item.id)
    start = outline[children[-1]].end if children else item.body_start
    stop = text.find(";", start, item.end)
    words = text[item.body_start : item.end if stop < 0 else stop].rstrip(" \n,;.")
    return item.body_start + len(words.removesuffix(" or").removesuffix(" and").rstrip(" ,;"))
