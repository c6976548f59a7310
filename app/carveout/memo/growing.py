"""A memo that can be looked at while it is made: its first pages are handed over before the whole."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from carveout.agreement.progress import silent
from carveout.memo.parts.whole import whole
from carveout.memo.typesetting.document import typeset
from carveout.memo.typesetting.glyphs import Glyphs
from carveout.memo.typesetting.pages import ROOM
from carveout.memo.write import print_to

if TYPE_CHECKING:
    from typing import BinaryIO

    from carveout.agreement.progress import Report
    from carveout.memo.memo import Memo
    from carveout.memo.typesetting.rows import Row

_LOTS = (6, 48)
"""About how many pages each lot holds: together a small part of the work on a memo that is long to wait for."""


def print_growing(out: BinaryIO, memo: Memo, report: Report = silent) -> None:
    """Write lots of the first pages, each after a line with its length in bytes, and then the memo as `print_to` does.

    A lot is a PDF of its own. It doesn't know yet how many pages there will be, nor where the later ones are. Whatever
    the report raises ends the work.
    """
    glyphs = Glyphs()
    for pages in _LOTS:
        lot = first_pages(memo, glyphs, pages)
        if not lot:
            break
        out.write(b"%d\n" % len(lot))
        out.write(lot)
        out.flush()
    print_to(out, memo, report)


def first_pages(memo: Memo, glyphs: Glyphs, pages: int) -> bytes:
    """Return about so many of the memo's first pages as a PDF; nothing where it has no more than these."""
    document = whole(memo, glyphs)
    room = pages * ROOM
    rows: list[Row] = []
    for row in document.rows:
        room -= row.height
        if room < 0:
            out = BytesIO()
            typeset(replace(document, rows=rows, enclosing=None, follow=True), glyphs, out, silent)
            return out.getvalue()
        rows.append(row)
    return b""
