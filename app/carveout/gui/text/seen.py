"""Which words of the canonical text are in sight on the sheet, and where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QPoint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFont, QTextBlock, QTextLine

    from carveout.gui.text.sheet import Sheet

_UNBROKEN = re.compile("[^\t\u2028]+")


class Seen(NamedTuple):
    """Code points `start` to `end`, the left end of their baseline in the sheet's viewport, and their font."""

    left: float
    baseline: float
    start: int
    end: int
    font: QFont


def words_in_sight(sheet: Sheet) -> Iterator[Seen]:
    """Yield the words in sight, line by line; words that the screen writes otherwise than the text are left out."""
    if sheet.laid is None:
        return
    last = sheet.cursorForPosition(QPoint(0, sheet.viewport().height())).blockNumber()
    block = sheet.cursorForPosition(QPoint(0, 0)).block()
    while block.isValid() and block.blockNumber() <= last:
        for line_number in range(block.layout().lineCount()):
            yield from _of_line(sheet, block, block.layout().lineAt(line_number))
        block = block.next()


def _of_line(sheet: Sheet, block: QTextBlock, line: QTextLine) -> Iterator[Seen]:
    laid = sheet.laid
    if laid is None:
        return
    corner = sheet.document().documentLayout().blockBoundingRect(block).topLeft()
    top = corner.y() - sheet.verticalScrollBar().value() + line.y()
    if top < 0 or top + line.height() > sheet.viewport().height():
        return
    first, behind = line.textStart(), line.textStart() + line.textLength()
    for start, end, font in _runs(block, first, behind):
        x, _ = cast("tuple[float, int]", line.cursorToX(start))
        span = laid.page.offsets.span(block.position() + start, block.position() + end)
        if span.of(laid.reading.text) == block.text()[start:end]:
            yield Seen(corner.x() + x, top + line.ascent(), span.start, span.end, font)


def _runs(block: QTextBlock, first: int, behind: int) -> Iterator[tuple[int, int, QFont]]:
    """Yield the parts of a block between two positions that share a font and hold no tab or forced end of line."""
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        at = fragment.position() - block.position()
        start, end = max(first, at), min(behind, at + fragment.length())
        for part in _UNBROKEN.finditer(block.text(), start, end):
            yield part.start(), part.end(), fragment.charFormat().font()
        iterator += 1
