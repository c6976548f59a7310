"""A table of wrapped cells: its columns share the measure, its head is repeated over the page."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from carveout.memo.parts.composer import Column
from carveout.memo.parts.issues import table_head
from carveout.memo.typesetting.pages import LEFT, MEASURE
from carveout.memo.typesetting.rows import Box, Row
from carveout.memo.typesetting.style import CELL, CELL_QUIET, HAIRLINE
from carveout.memo.typesetting.text import Run

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
        rows = [Row(3.5, keep=True), *composer.table_row(placed, CELL)]
        rows.append(Row(4.5, boxes=[Box(LEFT, 4, MEASURE, 0.5, HAIRLINE)]))
        for row in rows:
            row.head = head
            yield row


def nothing(words: str) -> list[list[Run]]:
    """Return a cell that says that there is nothing."""
    return [[Run(words, CELL_QUIET)]]
