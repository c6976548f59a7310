"""The list of issues as CSV: UTF-8 with the mark that spreadsheets look for, by RFC 4180, without a formula in it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from carveout.memo.papers.listing import ISSUES, issue_rows, minute
from carveout.memo.papers.markup import paired
from carveout.review.audit import as_csv

if TYPE_CHECKING:
    from carveout.memo.memo import Memo
    from carveout.memo.papers.listing import Cell
    from carveout.review.review import Review


def issues_csv(memo: Memo, review: Review) -> bytes:
    """Return a row for each annotation. A cell that would be a formula begins with an apostrophe."""
    return encoded(as_csv(ISSUES, ([_said(cell) for cell in row] for row in issue_rows(memo, review))))


def encoded(text: str) -> bytes:
    """Return a table's bytes; half a surrogate pair, which UTF-8 can't write, is U+FFFD."""
    return paired(text).encode("utf-8-sig")


def _said(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case dt.datetime():
            return minute(cell)
        case dt.date():
            return cell.isoformat()
        case _:
            return str(cell)
