"""Tables: some hold data in rows, many only put a label beside its paragraph or a margin around a page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from carveout.agreement.intake.html.draft import Draft, Flow, Turn, run_in
from carveout.agreement.intake.html.look import COLUMNS, columns, declarations
from carveout.agreement.intake.html.rows import drawn
from carveout.agreement.intake.leads import is_label
from carveout.agreement.reading import ParagraphStyle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


_WIDEST = 200
"""Columns of a table beyond which a cell spans no further."""
_DEFAULT = 4.0
"""Columns of text that a column of unknown width takes, where it only holds a label or a margin."""
_PROSE = 60
"""Characters of a cell that holds running text, not data."""
_PARAGRAPH = 160
"""Characters of a cell beside which another of as many is set as a text of its own."""
_LABEL = 80
"""Characters beyond which a cell is no label."""
_STOPS = (".", ";", ":", ",")
_PAGED = re.compile(r"\W{0,3}(?:[A-Z]{1,3}-)?(?:\d{1,4}|[ivxl]{1,7})$")
"""What the last cell of a row holds in a table of contents."""


@dataclass(slots=True, eq=False)
class Cell:
    """One cell that holds something: what stands in it, its paragraphs, and its first column."""

    flow: Flow
    drafts: list[Draft]
    column: int


@dataclass(slots=True, eq=False)
class Table:
    """A table as it is read: its rows of cells, and what stands in it outside them.

    `widths` are those of its columns, in columns of text, where the page gives them.
    """

    margin: float
    rows: list[list[Cell]] = field(default_factory=lambda: [[]])
    stray: Flow = field(default_factory=list)
    widths: dict[int, float] = field(default_factory=dict)
    column: int = 0

    def open_row(self) -> None:
        """Begin a row."""
        self.column = 0
        if self.rows[-1]:
            self.rows.append([])

    def close_cell(self, flow: Flow, attributes: Mapping[str, str]) -> None:
        """End a cell of the last row that holds `flow`."""
        column = self.column
        span = attributes.get("colspan")
        wide = int(span) if span and span.isascii() and span.isdigit() and len(span) < 4 else 1
        self.column = min(column + max(1, wide), _WIDEST)
        if wide <= 1 and column not in self.widths:
            width = attributes.get("width") or declarations(attributes.get("style")).get("width")
            if width:
                self.widths[column] = columns(width)
        if flow:
            self.rows[-1].append(Cell(flow, [one for one in flow if isinstance(one, Draft)], column))


def arranged(table: Table) -> Flow:
    """Return the paragraphs of a table: those of its cells, or one whose lines are its rows."""
    rows = [row for row in table.rows if row]
    flow = table.stray
    if not rows:
        return flow
    together = [row for row in rows if len(row) > 1 and sum(bool(cell.drafts) for cell in row) > 1]
    starts = _starts(table)
    margin = table.margin
    if together and not _is_contents(together):
        if all(map(_labels, together)):
            return [*flow, *(one for row in rows for one in _labelled(row, starts, margin))]
        if any(sum(_length(cell) > _PARAGRAPH for cell in row) > 1 for row in together):
            together = []
    if not together:
        return [
            *flow,
            *(one for row in rows for cell in row for one in _shifted(cell.flow, starts[cell.column] + margin)),
        ]
    lines = drawn([[cell for cell in row if cell.drafts] for row in rows])
    turns = [one for row in rows for cell in row for one in cell.flow if isinstance(one, Turn)]
    return [*flow, Draft(lines, ParagraphStyle.FIXED, round(margin), round(margin)), *turns]


def _is_contents(rows: list[list[Cell]]) -> bool:
    """Tell whether most rows end with a page number."""
    paged = sum(_PAGED.match(row[-1].drafts[-1].words) is not None for row in rows if row[-1].drafts)
    return paged * 2 > len(rows) and (len(rows) > 2 or len(rows[0]) > 2)


def _labels(row: list[Cell]) -> bool:
    """Tell whether a row is a label beside its text."""
    cells = [cell for cell in row if cell.drafts]
    *labels, text = cells
    if any(len(cell.drafts) > 1 or cell.drafts[0].laid_out or len(cell.drafts[0].lines) > 1 for cell in labels):
        return False
    words = " ".join(cell.drafts[0].lines[0] for cell in labels)
    if is_label(words):
        return len(words) <= _LABEL and len(cells) <= 3
    prose = _length(text) >= _PROSE and (len(text.drafts) > 1 or text.drafts[-1].words.endswith(_STOPS))
    return len(cells) == 2 and len(words) <= _LABEL and prose


def _labelled(row: list[Cell], starts: list[float], margin: float) -> Iterator[Draft | Turn]:
    """Yield a row as paragraphs: its label runs into the first of its text."""
    labels: list[Draft] = []
    left = starts[row[0].column]
    for at, cell in enumerate(row):
        column = starts[cell.column] + margin
        beside = any(other.drafts for other in row[at + 1 :])
        for one in cell.flow:
            if isinstance(one, Turn):
                yield one
            elif beside:
                left = left if labels else starts[cell.column]
                labels.append(one)
            elif labels:
                yield run_in(labels, one, round(left + margin), round(column) + one.hang)
                labels = []
            else:
                yield _shift(one, column)


def _shifted(flow: Flow, by: float) -> Iterator[Draft | Turn]:
    for one in flow:
        yield _shift(one, by) if isinstance(one, Draft) else one


def _shift(draft: Draft, by: float) -> Draft:
    if draft.style is ParagraphStyle.BODY:
        draft.indent += round(by)
        draft.hang += round(by)
    return draft


def _starts(table: Table) -> list[float]:
    """Return the column of text at which each column of the table begins."""
    last = max((cell.column for row in table.rows for cell in row), default=0)
    starts = [0.0]
    for column in range(last):
        starts.append(min(starts[-1] + table.widths.get(column, _DEFAULT), COLUMNS / 2))
    return starts


def _length(cell: Cell) -> int:
    return sum(len(line) for draft in cell.drafts for line in draft.lines)
