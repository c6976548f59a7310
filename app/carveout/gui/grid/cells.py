"""Cells that many grids have: a clause that is named, words that are quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.citation import short
from carveout.gui.grid.grid import Block, Cell, Face, Run, Target
from carveout.gui.inspector.elision import elided

if TYPE_CHECKING:
    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span

_LONGEST = 240


def clause_cell(reading: Reading, clause: int, span: Span | None = None) -> Cell:
    """Return a cell that names a clause, with its heading where it has one, and leads to it or to words in it."""
    named = reading.outline[clause]
    blocks = [Block((Run(short(named)),), Face.STRONG)]
    if named.heading:
        blocks.append(Block((Run(named.heading),), Face.MUTED))
    return Cell(tuple(blocks), goes=Target(clause, span))


def words_of(reading: Reading, span: Span) -> str:
    """Return the words of a span, white space collapsed, and no more of them than a cell needs."""
    return elided(span.in_line(reading.text), _LONGEST)
