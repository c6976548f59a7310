"""The list of issues as a spreadsheet: annotations, carve-outs and coverage on sheets of their own."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

from carveout.memo.papers.listing import CARVEOUTS, COVERAGE, ISSUES, carveout_rows, coverage_rows, issue_rows
from carveout.memo.papers.markup import fit, paired
from carveout.memo.papers.slicing import sliced

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.format import Format  # type: ignore[import-untyped]

    from carveout.memo.memo import Memo
    from carveout.memo.papers.listing import Cell
    from carveout.review.review import Review

_WIDTHS = {
    "No.": 6,
    "Pages and lines": 17,
    "Kind": 11,
    "Severity": 10,
    "Status": 10,
    "Due": 11,
    "State": 10,
    "Part": 6,
    "Date (UTC)": 16,
    "Second date (UTC)": 17,
    "Heading": 30,
    "Reaches": 28,
    "Quote": 36,
    "Note": 44,
    "Proposed wording": 36,
    "Words": 56,
    "Reason": 40,
    "Replies": 36,
    "Text": 100,
}
"""In characters, as spreadsheets measure columns; what isn't named is as wide as a name."""
_ORDINARY = 14
_HEAD_HEIGHT = 20
_LINE, _TALLEST = 13.5, 405.0
"""The height of a line in points, and the most that a row can be."""
_A3 = 8
_OLDEST = 1900
"""The first year that a spreadsheet knows."""
_LONG = "Long texts"


def issues_xlsx(memo: Memo, review: Review) -> bytes:
    """Return the workbook. Every text is typed as a text, so that none is taken for a formula, a number or a link."""
    from xlsxwriter import Workbook  # noqa: PLC0415  (only those who export need it)

    made = io.BytesIO()
    day = dt.datetime.combine(memo.heading.date, dt.time())
    with Workbook(made, {"in_memory": True, "max_url_length": 255}) as book:
        book.set_properties({"title": f"Issues: {fit(memo.heading.deal)}", "created": day})
        sheets = _Sheets(book)
        sheets.add("Issues", ISSUES, issue_rows(memo, review))
        sheets.add("Carve-outs", CARVEOUTS, carveout_rows(memo))
        sheets.add("Coverage", COVERAGE, coverage_rows(memo))
        sheets.add_long()
    return made.getvalue()


class _Sheets:
    """Writes sheets of one workbook alike: a frozen header with filters, wrapped cells, columns as wide as they need.

    What is longer than a cell may be stands whole on a last sheet, in slices.
    """

    def __init__(self, book: Workbook) -> None:
        top = {"valign": "top", "text_wrap": True, "font_name": "Calibri", "font_size": 10}
        self._book = book
        self._head = book.add_format({**top, "bold": True, "bottom": 1, "bg_color": "#E9EDF2", "valign": "vcenter"})
        self._text = book.add_format({**top, "num_format": "@"})
        self._whole = book.add_format({**top, "align": "left"})
        self._day = book.add_format({**top, "num_format": "yyyy-mm-dd", "align": "left"})
        self._time = book.add_format({**top, "num_format": "yyyy-mm-dd hh:mm", "align": "left"})
        self._long: list[tuple[Cell, ...]] = []

    def add(self, name: str, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
        """Add a sheet."""
        sheet = self._book.add_worksheet(name)
        for column, title in enumerate(header):
            sheet.set_column(column, column, _WIDTHS.get(title, _ORDINARY))
            sheet.write_string(0, column, title, self._head)
        sheet.set_row(0, _HEAD_HEIGHT)
        sheet.freeze_panes(1, 2 if len(header) > 4 else 0)
        last = 0
        for last, row in enumerate(rows, start=1):
            sheet.set_row(last, min(_TALLEST, _LINE * max(map(_lines, row, header)) + 2))
            for column, cell in enumerate(row):
                match cell:
                    case None | "":
                        sheet.write_blank(last, column, None, self._text)
                    case str():
                        shown = self._shown(cell, f"{name}, row {last + 1}, {header[column]}")
                        sheet.write_string(last, column, shown, self._text)
                    case int():
                        sheet.write_number(last, column, cell, self._whole)
                    case dt.date() if cell.year < _OLDEST:
                        sheet.write_string(last, column, cell.isoformat(), self._text)
                    case _:
                        sheet.write_datetime(last, column, *self._dated(cell))
        sheet.autofilter(0, 0, last, len(header) - 1)
        sheet.set_landscape()
        sheet.set_paper(_A3)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.repeat_rows(0)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&A&RPage &P of &N")

    def add_long(self) -> None:
        """Add the sheet of the texts that are longer than a cell, where there are any."""
        if self._long:
            rows, self._long = self._long, []
            self.add(_LONG, ("Cell", "Part", "Text"), rows)

    def _shown(self, text: str, where: str) -> str:
        slices = sliced(paired(text))
        if len(slices) == 1:
            return slices[0]
        self._long += [(where, number, one) for number, one in enumerate(slices, start=1)]
        return f"{slices[0][:1000]} … (whole on the sheet “{_LONG}”)"

    def _dated(self, day: dt.date | dt.datetime) -> tuple[dt.date | dt.datetime, Format]:
        if isinstance(day, dt.datetime):
            return day.astimezone(dt.UTC).replace(tzinfo=None), self._time
        return day, self._day


def _lines(cell: Cell, title: str) -> int:
    """Return about how many lines a cell takes in its column: not every program works that out when it opens a file."""
    if not isinstance(cell, str):
        return 1
    width = _WIDTHS.get(title, _ORDINARY)
    return sum(1 + len(line) // width for line in cell[: 60 * width].split("\n"))
