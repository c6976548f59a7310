"""The audit report as a PDF: every operation of the log in order, and the hash that stands for all of them."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from carveout import __version__
from carveout.memo.annexed import Annexed
from carveout.memo.parts.composer import Composer
from carveout.memo.parts.table import table
from carveout.memo.typesetting.document import Document, typeset
from carveout.memo.typesetting.glyphs import Glyphs
from carveout.memo.typesetting.paper import Properties
from carveout.memo.typesetting.rows import gap
from carveout.memo.typesetting.style import BODY, CELL, CELL_QUIET, TITLE
from carveout.memo.typesetting.text import Run
from carveout.memo.words import long_date
from carveout.review.audit import audit_rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

    from carveout.agreement.progress import Report
    from carveout.memo.papers.kinds import Handed

_COLUMNS = (("NO.", 0.7), ("TIME (UTC)", 2.1), ("AUTHOR", 2), ("WHAT WAS DONE", 3.6), ("HASH", 2.1))
_SHOWN = 16
"""Digits of an operation's hash; the last stands whole, and all of them in the table for spreadsheets."""


def print_audit(out: BinaryIO, handed: Handed, report: Report) -> None:
    """Write the report as a PDF to an open file. Whatever the report of progress raises ends the work."""
    glyphs = Glyphs()
    composer = Composer(handed.memo, Annexed((), frozenset()), glyphs)
    head, rows = handed.memo.heading, audit_rows(handed.operations, handed.on)
    count = len(rows)
    verified = (
        f"{count:,} operation{'' if count == 1 else 's'}, each as it was sealed when it was made, in the order of the"
        " log. What was undone stands in it with its undoing, and what was purged says so."
    )
    document = Document(
        rows=chain(
            [composer.row([Run("Audit report", TITLE)]), gap(8)],
            composer.paragraph([Run(f"{head.deal}, {long_date(head.date)}. {verified}", BODY)]),
            [gap(4)],
            composer.paragraph([Run(f"Last hash: {handed.head}", CELL)]),
            [gap(8)],
            table(composer, _COLUMNS, map(_cells, rows)),
        ),
        comments=(),
        properties=Properties(
            title=f"Audit report: {head.deal}",
            author=head.author,
            subject=head.re,
            creator=f"Carveout {__version__}",
            date=head.date,
        ),
        running=f"{head.deal} · audit of {long_date(head.date)}",
        head=("Audit report", handed.memo.instructions.legend),
        weight=1000 + 120 * count,
    )
    typeset(document, glyphs, out, report)


def _cells(row: tuple[str, ...]) -> Sequence[Sequence[Sequence[Run]]]:
    number, time, author, _, what, hash_ = row
    styled = (
        (number, CELL_QUIET),
        (time[:19].replace("T", " "), CELL_QUIET),
        (author, CELL),
        (what, CELL),
        (hash_[:_SHOWN], CELL_QUIET),
    )
    return [[[Run(words, style)]] for words, style in styled]
