"""Words around those that were found, as one line that shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.agreement.span import Span

BEFORE, AFTER = 48, 220
"""Code points around the first words found that a line shows at most."""
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a line; `found` tells that these are words that were looked for."""

    words: str
    found: bool = False


def excerpt(words: str, found: Sequence[Span], before: int = BEFORE, after: int = AFTER) -> tuple[Piece, ...]:
    """Return the words around the first of those found, white space collapsed, and cut between words where it can be.

    `found` are ranges of `words`, in order and apart.
    """
    middle = found[0].start if found else 0
    start = _cut_before(words, max(0, middle - before), middle)
    end = _cut_after(words, min(len(words), middle + after), middle)
    pieces: list[Piece] = []
    at = start
    for span in found:
        if span.start >= end:
            break
        pieces += [Piece(words[at : span.start]), Piece(words[span.start : min(span.end, end)], found=True)]
        at = min(span.end, end)
    pieces.append(Piece(words[at:end]))
    shown = _collapsed(pieces)
    opening = (Piece(_ELLIPSIS),) if words[:start].strip() else ()
    closing = (Piece(_ELLIPSIS),) if words[end:].strip() else ()
    return (*opening, *shown, *closing)


def said(pieces: Sequence[Piece]) -> str:
    """Return a line as it would be read aloud."""
    return "".join(piece.words for piece in pieces)


def _cut_before(words: str, start: int, middle: int) -> int:
    """Return where a line begins that may begin at `start`: behind the next white space, if that isn't too far."""
    if start == 0:
        return 0
    return next((at + 1 for at in range(start, middle) if words[at].isspace()), start)


def _cut_after(words: str, end: int, middle: int) -> int:
    if end == len(words):
        return end
    return next((at for at in range(end, middle, -1) if words[at].isspace()), end)


def _collapsed(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the pieces with single spaces within and between them, and none at the ends."""
    made: list[Piece] = []
    gap = ""
    for piece in pieces:
        inner = " ".join(piece.words.split())
        if not inner:
            gap = " " if piece.words and made else gap
            continue
        if piece.words[0].isspace() and made:
            gap = " "
        if gap:
            made.append(Piece(gap))
        made.append(Piece(inner, piece.found))
        gap = " " if piece.words[-1].isspace() else ""
    return tuple(made)
