"""Which block of a document stands at a height of it, and laying out no more of it than is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSizeF, Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument
    from PySide6.QtWidgets import QTextEdit


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


def reach(editor: QTextEdit, height: float) -> None:
    """Let an editor scroll down to a height of its document, in pixels, and a window further.

    Lines are laid out when they are asked for, and the scroll bar hears of them by one signal only. To ask the document
    for its own size would lay out all the rest of it.
    """
    layout, window = editor.document().documentLayout(), editor.viewport().height()
    layout.hitTest(QPointF(0, height + 2 * window), Qt.HitTestAccuracy.FuzzyHit)
    known = max(editor.verticalScrollBar().maximum() + window, height + 2 * window)
    layout.documentSizeChanged.emit(QSizeF(editor.lineWrapColumnOrWidth(), known))


def _top(document: QTextDocument, block: int) -> float:
    return document.documentLayout().blockBoundingRect(document.findBlockByNumber(block)).top()
