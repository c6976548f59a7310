"""The limbs of a long exclusion: each event that an adverse-effect definition leaves out is a carve-out of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carveout.agreement.carveouts.labels import labels_in
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_FEWEST = 3
"""Items from which a list of what a definition leaves out is read limb by limb."""

_INTRODUCES = re.compile(
    r"(?:[:;,—–-]|\b(?:from|to|of|by|with|in|under|on|than|for|except|excluding|following|include|either|both|upon|that|which|who"
    r"|is|are|was|were|be|been))"
    r"\s*$|^$"
)
"""What leads into a list of what is left out; other words go on with the statement: `other than A, any (a) sale, …`."""


def limbs(text: str, span: Span) -> Iterator[Span]:
    """Yield the words of each item of the list in the words of a carve-out, without its label; none if they are few.

    Where the first list is short, the list inside its last item counts. An item that is itself but a list
    (`(e) (i) any war, (ii) any pandemic`) gives the items of that list.
    """
    labels = labels_in(text, span)
    if labels and len(labels) < _FEWEST:
        labels = labels_in(text, Span(labels[-1].end(), span.end))
    if len(labels) < _FEWEST or _INTRODUCES.search(text, span.start, labels[0].start()) is None:
        return
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


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end].rstrip(" \n,;.")
    words = words.removesuffix(" or").removesuffix(" and").rstrip(" ,;")
    return Span(start + len(words) - len(words.lstrip()), start + len(words))
