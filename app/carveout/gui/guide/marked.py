"""The places on a page of the guide where what was looked for stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from carveout.gui.guide.setting import blocks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carveout.gui.appearance import Appearance

_MOST = 200
"""Places that are marked at most: more are no help, and each is drawn."""


class Marked:
    """Marks words on a page, and leads from one place to the next."""

    def __init__(self, page: QTextBrowser, appearance: Appearance) -> None:
        self._page = page
        self._appearance = appearance
        self._places: list[QTextCursor] = []
        self._at = -1

    def mark(self, words: Sequence[str]) -> None:
        """Mark where words begin, and go to the first place; one in a heading comes before others."""
        self._places = [*self._found(words)]
        self._at = -1
        if self._places:
            headed = (at for at, place in enumerate(self._places) if place.blockFormat().headingLevel() > 1)
            self._go(next(headed, 0))
        else:
            self._show()

    def go_on(self, step: int) -> None:
        """Go to the next place, or to the previous one for -1."""
        if self._places:
            self._go((self._at + step) % len(self._places))

    def forget(self) -> None:
        """Mark nothing any more: another page is about to be shown."""
        self.mark(())

    def _found(self, words: Sequence[str]) -> Iterator[QTextCursor]:
        if not words:
            return
        wanted = re.compile("|".join(rf"(?<!\w){re.escape(word)}" for word in words), re.IGNORECASE)
        left = _MOST
        for block in blocks(self._page.document()):
            for place in wanted.finditer(block.text()):
                if not left:
                    return
                left -= 1
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + place.start())
                cursor.setPosition(block.position() + place.end(), QTextCursor.MoveMode.KeepAnchor)
                yield cursor

    def _go(self, at: int) -> None:
        self._at = at
        cursor = QTextCursor(self._places[at])
        cursor.clearSelection()
        self._page.setTextCursor(cursor)
        bar = self._page.verticalScrollBar()
        bar.setValue(bar.value() + self._page.cursorRect(cursor).top() - self._page.viewport().height() // 3)
        self._show()

    def _show(self) -> None:
        theme = self._appearance.theme
        shown: list[QTextEdit.ExtraSelection] = []
        for at, cursor in enumerate(self._places):
            look = QTextCharFormat()
            look.setBackground(QColor(theme.highlight if at == self._at else theme.noted))
            one = QTextEdit.ExtraSelection()
            one.cursor, one.format = cursor, look
            shown.append(one)
        self._page.setExtraSelections(shown)
