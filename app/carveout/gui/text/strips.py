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


def strips(document: QTextDocument, start: int, end: int) -> list[Strip]:
    """Return the strips of the words between two positions of a document, one without width where they are equal."""
    block = document.findBlock(start)
    last = document.findBlock(max(start, end - 1)).blockNumber()
    found: list[Strip] = []
    while block.isValid() and block.blockNumber() <= last:
        found += _in_block(document, block, start - block.position(), end - block.position())
        block = block.next()
    return found


def line_at(document: QTextDocument, position: int) -> Strip:
    """Return the line on which a position stands, as a strip without width; its paragraph's where no line is set."""
    return line_reaching(document, position)[0]


def line_reaching(document: QTextDocument, position: int) -> tuple[Strip, int]:
    """Return the line on which a position stands, as `line_at` does, and the position behind its last character."""
    block = document.findBlock(position)
    box = document.documentLayout().blockBoundingRect(block)  # lays out what wasn't yet
    line = block.layout().lineForTextPosition(position - block.position())
    if not line.isValid():
        return Strip(box.left(), box.left(), box.top(), box.bottom()), position
    top = box.top() + line.y()
    behind = block.position() + line.textStart() + line.textLength()
    return Strip(box.left(), box.left(), top, top + line.ascent() + line.descent()), behind


def _in_block(document: QTextDocument, block: QTextBlock, start: int, end: int) -> Iterator[Strip]:
    layout = block.layout()
    corner = document.documentLayout().blockBoundingRect(block).topLeft()  # lays out what wasn't yet
    x, y, lines = corner.x(), corner.y(), layout.lineCount()
    for number in range(layout.lineForTextPosition(max(0, start)).lineNumber() if lines else 0, lines):
        line = layout.lineAt(number)
        first = line.textStart()
        if first > end or (first == end and start < end):
            return
        words = line.naturalTextRect()
        left = words.left() if start < first else _x(line, max(first, start))
        right = words.right() if first + line.textLength() <= end else _x(line, end)
        top = y + words.top()
        yield Strip(x + min(left, right), x + max(left, right), top, top + line.ascent() + line.descent())


def _x(line: QTextLine, position: int) -> float:
    x, _ = cast("tuple[float, int]", line.cursorToX(position))
    return x
