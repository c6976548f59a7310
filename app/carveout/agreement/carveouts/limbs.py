"""The limbs of a long exclusion: each event that an adverse-effect definition leaves out is a carve-out of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.carveouts.labels import labels_in
from carveout.agreement.carveouts.rows import is_numbered_row
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.clause import Outline

_FEWEST = 3
"""Items from which a list of what a definition leaves out is read limb by limb."""

_INTRODUCES = re.compile(
    r"(?:[:;,—–-]|\b(?:from|to|of|by|with|in|under|on|than|for|except|excluding|following|include|either|both|upon|that|which|who"
    r"|is|are|was|were|be|been))"
    r"\s*$|^$"
)
"""What leads into a list of what is left out; other words go on with the statement: `other than A, any (a) sale, …`."""

_ALTERNATIVE = re.compile(r",? or (?:that|which|who|any) [^;:,()]{0,120}$")
"""What joins the list inside an item to what the item says before it: `effects on the industry or that arise from`."""


def limbs(text: str, outline: Outline, span: Span) -> Iterator[Span]:
    """Yield the words of each item of the list in the words of a carve-out, without its label; none if they are few.

    Rows that a decimal counts (`1.2.25.1`) are items too. Where the first list is short, the list inside its last item
    counts, and what that item says before it, if the list is only the other half of an `or`. An item that is itself but
    a list (`(e) (i) any war, (ii) any pandemic`) gives the items of that list.
    """
    numbered = _numbered(text, outline, span)
    if len(numbered) >= _FEWEST:
        yield from numbered
        return
    labels = labels_in(text, span)
    outer = None
    if labels and len(labels) < _FEWEST:
        outer = labels[-1]
        labels = labels_in(text, Span(outer.end(), span.end))
    if len(labels) < _FEWEST or _INTRODUCES.search(text, span.start, labels[0].start()) is None:
        return
    if outer is not None and (joined := _ALTERNATIVE.search(text, outer.end(), labels[0].start())) is not None:
        yield _trimmed(text, outer.end(), joined.start())
    stop = text.find(";", labels[-1].end(), span.end)
    ends = [*(after.start() for after in labels[1:]), span.end if stop < 0 else stop]
    for label, end in zip(labels, ends, strict=True):
        limb = _trimmed(text, label.end(), end)
        inner = labels_in(text, limb)
        if len(inner) > 1 and inner[0].start() == limb.start:
            bounds = [*(after.start() for after in inner[1:]), limb.end]
            yield from (_trimmed(text, one.end(), bound) for one, bound in zip(inner, bounds, strict=True))
        else:
            yield limb


def _numbered(text: str, outline: Outline, span: Span) -> list[Span]:
    """Return the words of each numbered row inside a span that leads to no further ones."""
    rows = (outline[clause] for clause in outline.starting(span))
    leaves = (row for row in rows if is_numbered_row(row) and not outline.children(row.id))
    return [_trimmed(text, row.body_start, row.end) for row in leaves]


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end].rstrip(" \n,;.")
    words = words.removesuffix(" or").removesuffix(" and").rstrip(" ,;")
    return Span(start + len(words) - len(words.lstrip()), start + len(words))
