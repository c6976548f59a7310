"""Telling what the pointer rests on, or what the caret is at, in a small card over the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.text.hover import Told, changes, comments, told_of
from carveout.gui.text.under_point import flag_at, offset_at
from carveout.gui.text.ways import pointed_at

if TYPE_CHECKING:
    from carveout.gui.text.sheet import Sheet

_WIDEST = 460
_EDGE = 8
_STILL = 6
"""Pixels that the pointer may stray before the card goes, where it is about no words."""
_ENDS = frozenset({QEvent.Type.Leave, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.KeyPress})


class Card(QFrame):
    """A title, words and lesser lines, all of them plain text; the pointer goes through it."""

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self._pane = pane
        self.setObjectName("told")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(14, 10, 14, 12)
        self._layout.setSpacing(6)
        self.hide()

    def show_at(self, told: Told, line: QRect) -> None:
        """Show what is told below a line of the pane, or above it where there is no room below."""
        while item := self._layout.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for name, text in (("toldTitle", told.title), ("toldWords", told.words), *(("said", n) for n in told.notes)):
            if text:
                label = WrappedText(name, self)
                label.set_text(text)
                self._layout.addWidget(label)
                label.show()
        pane = self._pane
        width = min(_WIDEST, pane.width() - 2 * _EDGE)
        self.ensurePolished()
        height = self._layout.totalHeightForWidth(width)
        left = max(_EDGE, min(line.left(), pane.width() - width - _EDGE))
        below = line.bottom() + _EDGE
        top = below if below + height <= pane.height() - _EDGE else max(_EDGE, line.top() - height - _EDGE)
        self.setGeometry(left, top, width, height)
        self.show()
        self.raise_()


class Telling(QObject):
    """Opens the card when the pointer rests, and closes it when that goes on."""

    def __init__(self, sheet: Sheet, pane: QWidget) -> None:
        """Tell about the words of a sheet in a card over the pane; it goes with the sheet, for it keeps hold of it."""
        super().__init__(sheet)
        self._sheet = sheet
        self._pane = pane
        self.card = Card(pane)
        self._at = QPoint()
        sheet.installEventFilter(self)
        sheet.viewport().installEventFilter(self)
        sheet.verticalScrollBar().valueChanged.connect(self.card.hide)

    def told_at(self, point: QPoint) -> Told | None:
        """Return what is told at a point of the sheet: a comment, tracked changes, a meaning, what is pointed to."""
        placed = flag_at(self._sheet, point)
        if placed and self._sheet.laid:
            return comments(map(self._sheet.laid.marks.flag, placed.places), len(placed.places))
        offset = offset_at(self._sheet, point)
        return self.told(offset) if offset is not None else None

    def told(self, offset: int) -> Told | None:
        """Return what is told of the words at an offset."""
        laid = self._sheet.laid
        if laid is None:
            return None
        tracked = changes(laid.marks.changed(offset))
        pointed = pointed_at(laid, offset)
        if pointed is None:
            return Told("", tracked) if tracked else None
        told = told_of(laid.reading, pointed)
        return Told(told.title, told.words, (tracked, *told.notes)) if tracked else told

    def tell(self, offset: int, line: QRect) -> None:
        """Open the card for the words at an offset, below a line of the pane."""
        told = self.told(offset)
        if told is not None:
            self.card.show_at(told, line)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the card in a tooltip's place, and close it when counsel goes on."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            self._rest(event.pos())
            return True
        if event.type() in _ENDS or (isinstance(event, QMouseEvent) and self._left(event.position().toPoint())):
            self.card.hide()
        return super().eventFilter(watched, event)

    def _rest(self, point: QPoint) -> None:
        told = self.told_at(point)
        if told is None:
            self.card.hide()
            return
        self._at = point
        line = self._sheet.cursorRect(self._sheet.cursorForPosition(point))
        start = self._sheet.viewport().mapTo(self._pane, QPoint(point.x(), line.top()))
        self.card.show_at(told, QRect(start, line.size()))

    def _left(self, point: QPoint) -> bool:
        """Tell whether the pointer left the words that the card is about."""
        if not self.card.isVisible() or self._sheet.laid is None:
            return False
        now, then = (offset_at(self._sheet, at) for at in (point, self._at))
        if now is not None and then is not None:
            before, after = pointed_at(self._sheet.laid, then), pointed_at(self._sheet.laid, now)
            if before is not None and after is not None and before.span == after.span:
                return False
        return (point - self._at).manhattanLength() > _STILL
