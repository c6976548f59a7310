"""Tables of a Word document: set out in columns where they are tables, read cell by cell where they only lay out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from carveout.agreement.intake.docx.paragraph import Paragraph
from carveout.agreement.intake.leads import is_label
from carveout.agreement.manuscript import FormCell

_GAP = 4
_NARROW = 60
"""Characters beyond which a cell holds running text."""
_WIDE = 160
"""Columns beyond which no row can be read as one line."""
_TERM = 80
"""Characters beyond which a cell is no label of the one beside it."""
_MOST_COLUMNS = 64
_SIGNS = re.compile(r"(?:by|signature|signed|(?:print(?:ed)? |signatory )?name|title|its|witness)[ :]*$", re.IGNORECASE)
"""What is asked for where somebody signs."""
_FEW = 2
_STOPS = (".", ";", ":", ",")
_QUOTES = "\"“”‘’'"


@dataclass(slots=True)
class Cell:
    """A cell: the column it begins at, how many it spans, and its paragraphs."""

    column: int
    span: int = 1
    paragraphs: list[Paragraph] = field(default_factory=list)

    @property
    def worded(self) -> list[Paragraph]:
        """The paragraphs that print something."""
        return [paragraph for paragraph in self.paragraphs if paragraph.printed]


@dataclass(slots=True)
class Row:
    """A row: its cells, and the pages that it begins and ends on."""

    page: int
    last: int
    cells: list[Cell] = field(default_factory=list)
    deleted: bool = False
    column: int = 0


@dataclass(slots=True)
class Table:
    """A table while it is read; `into` are the paragraphs that those of the table will follow."""

    into: list[Paragraph]
    rows: list[Row] = field(default_factory=list)

    def begin_row(self, page: int) -> None:
        """Begin a row on a page."""
        self.rows.append(Row(page, page))

    def set_row(self, *, deleted: bool, before: int) -> None:
        """Say that the row that has begun is deleted, or stands some columns in."""
        if self.rows:
            self.rows[-1].deleted = deleted
            self.rows[-1].column = min(max(before, 0), _MOST_COLUMNS)

    def begin_cell(self) -> tuple[list[Paragraph], int]:
        """Begin a cell, and return its paragraphs and the page it begins on: all cells of a row begin on one."""
        if not self.rows:
            self.begin_row(1)
        row = self.rows[-1]
        cell = Cell(row.column)
        row.cells.append(cell)
        row.column += 1
        return cell.paragraphs, row.page

    def set_cell(self, span: int) -> None:
        """Say how many columns the cell that has begun spans."""
        if self.rows and self.rows[-1].cells:
            span = min(max(span, 1), _MOST_COLUMNS)
            self.rows[-1].column += span - self.rows[-1].cells[-1].span
            self.rows[-1].cells[-1].span = span

    def end_cell(self, page: int) -> None:
        """End a cell on a page."""
        if self.rows:
            self.rows[-1].last = max(self.rows[-1].last, page)

    def end_row(self, page: int) -> int:
        """Return the page that the row ends on."""
        return max(self.rows[-1].last, page) if self.rows else page


def set_out(table: Table) -> list[Paragraph]:
    """Return the paragraphs of a table: one that keeps its columns, or those of its cells in reading order."""
    rows = [row for row in table.rows if not row.deleted]
    if _is_grid(rows):
        return [_grid(rows)]
    beside = [row for row in rows if sum(bool(cell.worded) for cell in row.cells) > 1]
    labelled = all(map(_is_labelled, beside))
    if not labelled and _is_form(rows):
        _mark_form(rows)
    return [paragraph for row in rows for paragraph in _in_order(row, labelled=labelled)]


def _is_grid(rows: list[Row]) -> bool:
    """Tell whether every cell holds so few words that each row can stand on one line."""
    filled = [row for row in rows if any(cell.worded for cell in row.cells)]
    if len(filled) < 2 or 2 * sum(len([cell for cell in row.cells if cell.worded]) > 1 for row in filled) < len(filled):
        return False
    for row in filled:
        for cell in row.cells:
            worded = cell.worded
            if len(worded) > 1 or (worded and not _is_brief(worded[0])):
                return False
    return sum(_widths(rows).values()) <= _WIDE


def _is_brief(paragraph: Paragraph) -> bool:
    listed = bool(paragraph.label) and paragraph.length > 0
    alone = not (paragraph.fixed or paragraph.after or listed)
    return alone and paragraph.length <= _NARROW and "\n" not in paragraph.text.strip()


def _widths(rows: list[Row]) -> dict[int, int]:
    """Return how wide each column is with the gap after it."""
    found: dict[int, int] = {}
    for row in rows:
        for cell in row.cells:
            width = max((len(paragraph.printed) for paragraph in cell.worded), default=0)
            found[cell.column] = max(found.get(cell.column, _GAP), width + _GAP if cell.span == 1 else _GAP)
    return found


def _grid(rows: list[Row]) -> Paragraph:
    """Return a table as one paragraph with a line for each row."""
    widths = _widths(rows)
    starts: dict[int, int] = {}
    for column in range(max(widths) + 1):
        starts[column] = sum(width for at, width in widths.items() if at < column)
    made: Paragraph | None = None
    for row in rows:
        across = 0
        for cell in row.cells:
            for paragraph in cell.worded or cell.paragraphs[:1]:
                if made is None:
                    made = Paragraph(row.page, paragraph.look, paragraph.number, fixed=True, leading=False)
                gap = max(starts[cell.column] - across, _GAP if across else 0) if paragraph.printed else 0
                made.add(" " * gap, paragraph)
                across += gap + len(paragraph.printed)
        if made is not None and made.length:
            made.end_line()
    assert made is not None  # noqa: S101  (a grid has words)
    return made


def _in_order(row: Row, *, labelled: bool) -> list[Paragraph]:
    """Return the paragraphs of a row's cells, a label or a term at one with the words beside it.

    `labelled` says that every row of the table is a label beside its text.
    """
    found: list[Paragraph] = []
    label: Paragraph | None = None
    for cell in row.cells:
        words = next(iter(cell.worded), None)
        if label is not None and words is not None and not words.fixed and (labelled or _goes_with(label, words)):
            label.add(" ", words)
            found += [paragraph for paragraph in cell.paragraphs if paragraph is not words]
        else:
            found += cell.paragraphs
            label = words
        if len(cell.worded) > 1 or (label is not None and label.fixed):
            label = None
    return found


def _goes_with(label: Paragraph, words: Paragraph) -> bool:
    """Tell whether a cell is the label of the words in the next, or the term that they say the meaning of."""
    printed = label.printed
    if len(printed) > _TERM:
        return False
    return is_label(printed) or (printed[0] in _QUOTES and printed[-1] in _QUOTES and words.printed[0].islower())


def _is_form(rows: list[Row]) -> bool:
    """Tell whether each row asks for something in its first cell, set apart, that the second cell leaves room for."""
    asking = [row.cells[0] for row in rows if len(row.cells) == 2 and row.cells[0].worded]
    if len(asking) < _FEW or any(len(row.cells) > 2 for row in rows):
        return False
    listed = any(paragraph.label for row in rows for cell in row.cells for paragraph in cell.worded)
    return not listed and all(map(_asks, asking))


def _asks(cell: Cell) -> bool:
    label, *hints = cell.worded
    printed = label.printed
    if len(hints) > 1 or len(printed) > _TERM or label.fixed or _SIGNS.match(printed) or not printed[0].isalpha():
        return False
    return label.lead >= label.length or printed.endswith(":")


def _mark_form(rows: list[Row]) -> None:
    for row in rows:
        if len(row.cells) == 2 and row.cells[0].worded:
            for cell in row.cells:
                for paragraph in cell.worded:
                    paragraph.cell = FormCell.VALUE
            row.cells[0].worded[0].cell = FormCell.LABEL


def _is_labelled(row: Row) -> bool:
    """Tell whether a row is a label beside its text."""
    cells = [cell.worded for cell in row.cells if cell.worded]
    if len(cells) != 2 or len(cells[0]) > 1 or cells[0][0].fixed or len(cells[0][0].printed) > _TERM:
        return False
    text = cells[1]
    prose = sum(paragraph.length for paragraph in text) >= _NARROW
    return prose and (len(text) > 1 or text[-1].printed.endswith(_STOPS))
