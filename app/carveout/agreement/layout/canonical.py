"""The canonical text: the words of every block in reading order, and where each line of the source went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carveout.agreement.reading import Place
from carveout.agreement.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carveout.agreement.layout.block import Block

SEPARATOR = "\n\n"
"""What stands between two paragraphs. Inside one, words are parted by one space, and lines, where they stay, by one
line feed."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A block with the span of its words in the canonical text, and where its second cell begins, if it has one."""

    block: Block
    span: Span
    value: int | None


@dataclass(frozen=True, slots=True)
class Canonical:
    """The canonical text, its passages in order, and the places of its lines."""

    text: str
    passages: tuple[Passage, ...]
    places: tuple[Place, ...]


def compose(blocks: Iterable[Block]) -> Canonical:
    """Write out blocks as the canonical text. No word is left out, none is added, and their order is kept."""
    parts: list[str] = []
    passages: list[Passage] = []
    places: list[Place] = []
    at = 0
    for block in blocks:
        if parts:
            parts.append(SEPARATOR)
            at += len(SEPARATOR)
        start, value = at, None
        for position, (glue, piece) in enumerate(zip(block.glue, block.pieces, strict=True)):
            words = block.words(piece)
            at += len(glue)
            if block.row is not None and position == len(block.row.label):
                value = at
            places.append(Place(at, piece.line.page, piece.line.number))
            parts += (glue, words)
            at += len(words)
        passages.append(Passage(block, Span(start, at), value))
    return Canonical("".join(parts), tuple(passages), tuple(places))
