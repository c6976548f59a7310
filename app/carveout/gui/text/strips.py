"""Where words stand on screen: a strip for each line that they take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine


@dataclass(frozen=True, slots=True)
class Strip:
    """The part of a line that some words take, in pixels of the document; from ascender to descender."""

    left: float
    right: float
    top: float
    bottom: float


def strips(document: QTextDocument, start: int, end: int) -> Iterator[Strip]:
    """Yield the strips of the words between two positions of a document, a strip without width where they are equal."""
    block = document.findBlock(start)
    last = document.findBlock(max(start, end - 1)).blockNumber()
    while block.isValid() and block.blockNumber() <= last:
        yield from _in_block(document, block, start - block.position(), end - block.position())
        block = block.next()


def line_at(document: QTextDocument, position: int) -> Strip:
    """Return the line on which a position stands, as a strip without width; its paragraph's where no line is set."""
    block = document.findBlock(position)
    box = document.documentLayout().blockBoundingRect(block)  # lays out what wasn't yet
    line = block.layout().lineForTextPosition(position - block.position())
    if not line.isValid():
        return Strip(box.left(), box.left(), box.top(), box.bottom())
    top = box.top() + line.y()
    return Strip(box.left(), box.left(), top, top + line.ascent() + line.descent())


def _in_block(document: QTextDocument, block: QTextBlock, start: int, end: int) -> Iterator[Strip]:
    layout = block.layout()
    corner = document.documentLayout().blockBoundingRect(block).topLeft()  # lays out what wasn't yet
    lines = layout.lineCount()
    for number in range(layout.lineForTextPosition(max(0, start)).lineNumber() if lines else 0, lines):
        line = layout.lineAt(number)
        first, behind = line.textStart(), line.textStart() + line.textLength()
        if first > end or (first == end and start < end):
            return
        left = _x(line, max(first, start))
        right = line.naturalTextRect().right() if behind <= end else _x(line, end)
        top = corner.y() + line.y()
        bottom = top + line.ascent() + line.descent()
        yield Strip(corner.x() + min(left, right), corner.x() + max(left, right), top, bottom)


def _x(line: QTextLine, position: int) -> float:
    x, _ = cast("tuple[float, int]", line.cursorToX(position))
    return x
