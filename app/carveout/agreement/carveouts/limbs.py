"""The limbs of a long exclusion: each event that an adverse-effect definition leaves out is a carve-out of its own."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from carveout.agreement.carveouts.labels import labels_in
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_FEWEST = 3
"""Items from which a list of what a definition leaves out is read limb by limb."""


def limbs(text: str, span: Span) -> Iterator[Span]:
    """Yield the words of each item of the list in the words of a carve-out, without its label; none if they are few."""
    labels = labels_in(text, span)
    if len(labels) < _FEWEST:
        return
    for label, after in pairwise(labels):
        yield _trimmed(text, label.end(), after.start())
    stop = text.find(";", labels[-1].end(), span.end)
    yield _trimmed(text, labels[-1].end(), span.end if stop < 0 else stop)


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end].rstrip(" \n,;.")
    words = words.removesuffix(" or").removesuffix(" and").rstrip(" ,;")
    return Span(start + len(words) - len(words.lstrip()), start + len(words))
