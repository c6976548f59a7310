"""Term sheets: rows of a label on the left and what it stands for on the right, set in two columns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.agreement.manuscript import Line

_FIRST = re.compile(r" {0,24}(?:[o•·*-] {1,8})?(?=\S)")
_MOST = 40
"""Lines beyond which nothing is one row."""
_GAP = re.compile(r" {3,}")


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of a line that stands in one column."""

    line: Line
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of two cells, each with its pieces of lines from top to bottom, and the column of the second cell."""

    label: tuple[Cell, ...]
    value: tuple[Cell, ...]
    column: int


def row(lines: Sequence[Line]) -> Row | None:
    """Read lines as one row whose label ends with a colon, None where they aren't set so.

    A form has labels on both sides: that is no row.
    """
    column = _value_column(lines[0].text) if len(lines) <= _MOST else None
    if column is None:
        return None
    label: list[Cell] = []
    value: list[Cell] = []
    for line in lines:
        left, right = line.text[:column].strip(" "), line.text[column:].strip(" ")
        if left and right and line.text[column - 1] != " ":
            return None
        if left:
            label.append(Cell(line, left))
        if right:
            value.append(Cell(line, right))
    if not label or not value or not label[-1].text.endswith(":") or value[-1].text.endswith(":"):
        return None
    return Row(tuple(label), tuple(value), column)


def _value_column(text: str) -> int | None:
    """Return where the last cell of a line begins, None where the line has one cell only."""
    first = _FIRST.match(text)
    gaps = list(_GAP.finditer(text, first.end())) if first and len(text) < 250 else []
    return gaps[-1].end() if gaps else None
