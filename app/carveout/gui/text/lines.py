"""Which block of a document stands at a height of it, found near one that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument


def block_at(document: QTextDocument, height: float, near: int) -> int:
    """Return the number of the last block that begins at or above a height, in pixels from the top of the document.

    The search goes out from the block `near` in steps that double, so that it asks for little more layout than there
    is: Qt's own hit test walks along all blocks and takes milliseconds in a long agreement.
    """
    last = document.blockCount() - 1
    low = high = max(0, min(near, last))
    step = 1
    while low > 0 and _top(document, low) > height:
        low, high, step = max(0, low - step), low, 2 * step
    while high < last and _top(document, high) <= height:
        low, high, step = high, min(last, high + step), 2 * step
    while high - low > 1:
        middle = (low + high) // 2
        if _top(document, middle) <= height:
            low = middle
        else:
            high = middle
    return high if _top(document, high) <= height else low


def _top(document: QTextDocument, block: int) -> float:
    return document.documentLayout().blockBoundingRect(document.findBlockByNumber(block)).top()
