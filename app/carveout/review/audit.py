"""The audit report: the trail of a verified log as a table that leaves the matter."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from carveout.review.moment import moment
from carveout.review.trail import trail

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from carveout.review.corrected import Corrected
    from carveout.review.log import Operation

HEADER = ("number", "time", "author", "role", "what", "hash")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def audit_rows(operations: Sequence[Operation], on: Corrected) -> tuple[tuple[str, ...], ...]:
    """Return a row for each operation: its number, time in UTC, author, role, what it did in words, and its hash."""
    return tuple(
        (
            str(entry.number),
            moment(entry.operation.at),
            entry.operation.author,
            str(entry.operation.role),
            entry.what,
            entry.operation.hash,
        )
        for entry in trail(operations, on)
    )


def audit_record(operations: Sequence[Operation], on: Corrected, head: str) -> dict[str, object]:
    """Return the report as plain values for JSON: the rows by the names of their columns, and the last hash."""
    rows = [dict(zip(HEADER, row, strict=True)) for row in audit_rows(operations, on)]
    return {"operations": [row | {"number": int(row["number"])} for row in rows], "head": head}


def audit_csv(operations: Sequence[Operation], on: Corrected, head: str) -> str:
    """Return the report as CSV; its last row holds the hash that stands for all of them."""
    last = ("", "", "", "", "last hash", head)
    return as_csv(HEADER, [*audit_rows(operations, on), last])


def audit_text(operations: Sequence[Operation], on: Corrected, head: str) -> str:
    """Return the report as lines for a person."""
    count = len(operations)
    lines = [
        f"{number:>5}  {time[:19].replace('T', ' ')}  {author}  {what}  {hash_[:16]}"
        for number, time, author, _, what, hash_ in audit_rows(operations, on)
    ]
    verified = f"{count:,} operation{'' if count == 1 else 's'}, each as it was sealed. Times are UTC."
    return "\n".join([verified, *lines, f"Last hash: {head}"]) + "\n"


def as_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table as CSV that no spreadsheet takes a formula from: such a cell begins with an apostrophe."""
    made = io.StringIO()
    writer = csv.writer(made)
    writer.writerow(header)
    writer.writerows([_neutral(cell) for cell in row] for row in rows)
    return made.getvalue()


def _neutral(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
