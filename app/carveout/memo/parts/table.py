"""A table of wrapped cells: its columns share the measure, its head is repeated over the page."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from carveout.memo.parts.composer import Column
from carveout.memo.typesetting.pages import LEFT, MEASURE
from carveout.memo.typesetting.rows import Box, Row
from carveout.memo.typesetting.style import CELL, CELL_QUIET, HAIRLINE, HEAD_CELL
from carveout.memo.typesetting.text import Block, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from carveout.memo.parts.composer import Composer

    Cell = Sequence[Sequence[Run]]

_GAP = 10.0


def table(composer: Composer, columns: Sequence[tuple[str, float]], entries: Iterable[Sequence[Cell]]) -> Iterator[Row]:
    """Yield a table. Columns are their titles and their shares of the measure; a cell is its paragraphs."""
    whole = sum(share for _, share in columns)
    lefts = [LEFT]
    for _, share in columns:
        lefts.append(lefts[-1] + MEASURE * share / whole)
    head = table_head(composer, [(x, title) for x, (title, _) in zip(lefts, columns, strict=False)])
    yield from head
    for cells in entries:
        placed = [Column(x, after - x - _GAP, cell) for (x, after), cell in zip(pairwise(lefts), cells, strict=True)]
        for row in (Row(3.5, keep=True), *closed(composer.table_row(placed, CELL))):
            row.head = head
            yield row


def table_head(composer: Composer, columns: Sequence[tuple[float, str]]) -> tuple[Row, ...]:
    """Return the head of a table, which is repeated where the table goes on over the page."""
    row = composer.row([Run(columns[0][1], HEAD_CELL)], columns[0][0])
    for x, title in columns[1:]:
        row.lines += composer.row([Run(title, HEAD_CELL)], x).lines
    row.keep = True
    for line in row.lines:
        line.block = Block(once=True)
    return row, Row(4, boxes=[Box(LEFT, 2, MEASURE, 0.6, HAIRLINE)], keep=True)


def closed(rows: Iterable[Row], below: Iterable[Row] = ()) -> Iterator[Row]:
    """Yield the rows of a table row, what is set across the page below them, and the rule that closes it.

    None of these stands at the head of a page without a line of what it belongs to.
    """
    for part in (rows, below):
        last = None
        for row in part:
            if last is not None:
                yield last
            last = row
        if last is not None:
            last.keep = True
            yield last
    yield Row(4.5, boxes=[Box(LEFT, 4, MEASURE, 0.5, HAIRLINE)])


def nothing(words: str) -> list[list[Run]]:
    """Return a cell that says that there is nothing."""
    return [[Run(words, CELL_QUIET)]]
