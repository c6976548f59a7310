"""Staying where the reader is while the same text is set in another way."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.gui.text.sheet import Sheet

UPPER = 0.22
"""How far down the window, as a share of its height, the words stand that counsel is led to."""


def held_by(sheet: Sheet) -> tuple[int, float]:
    """Return the first word in the window and where it stands, for `Sheet.bring` to put it there again."""
    top = sheet.top()
    if not sheet.laid:
        return top, 0.0
    return top, (sheet.laid.line_at(top).top - sheet.verticalScrollBar().value()) / max(1, sheet.viewport().height())


@contextmanager
def staying(sheet: Sheet) -> Iterator[None]:
    """Keep the place in the window and the selection."""
    held, caret = held_by(sheet), sheet.textCursor()
    anchor, position = caret.anchor(), caret.position()
    yield
    caret = QTextCursor(sheet.document())
    caret.setPosition(anchor)
    caret.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
    with sheet.led():
        sheet.setTextCursor(caret)
        sheet.bring(*held)


@contextmanager
def keeping_in_sight(sheet: Sheet) -> Iterator[None]:
    """Keep the caret in the window where it was in it."""
    in_sight = sheet.viewport().rect().intersects(sheet.cursorRect())
    yield
    caret = sheet.caret()
    if in_sight and caret is not None and not sheet.viewport().rect().contains(sheet.cursorRect().center()):
        sheet.bring(caret, UPPER)
