"""Text in lines: broken between words, or anywhere in a word that is longer than the line, and never clipped."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from carveout.gui.visible import visible

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

_LINE_SEPARATOR = "\u2028"
_NARROWEST = 40
_COLUMN = 280


class Lines:
    """Text laid out in a width, in pixels, and cut off with an ellipsis after `most` lines where it takes more."""

    def __init__(self, text: str, font: QFont, width: float, most: int | None = None) -> None:
        self._metrics = QFontMetricsF(font)
        self._width = width
        self._layout = QTextLayout(text.replace("\n", _LINE_SEPARATOR), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self._last: str | None = None
        self.height = self._lay_out(most)

    @property
    def cut(self) -> bool:
        """Tell whether not all of the text is shown."""
        return self._last is not None

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw the lines in the painter's pen with their upper left corner at `at`."""
        whole = self._layout.lineCount() - self.cut
        for number in range(whole):
            self._layout.lineAt(number).draw(painter, at)
        if self._last is not None:
            below = self._layout.lineAt(whole).position() + at
            painter.setFont(self._layout.font())
            painter.drawText(below + QPointF(0, self._metrics.ascent()), self._last)

    def _lay_out(self, most: int | None) -> float:
        height = 0.0
        self._layout.beginLayout()
        while most is None or self._layout.lineCount() < most:
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLeadingIncluded(True)
            line.setLineWidth(max(1.0, self._width))
            line.setPosition(QPointF(0, height))
            height += line.height()
        self._layout.endLayout()
        if most is not None and self._layout.lineCount() == most:
            self._cut_off(most - 1)
        return height

    def _cut_off(self, number: int) -> None:
        line = self._layout.lineAt(number)
        units = self._layout.text().encode("utf-16-le", "surrogatepass")
        if 2 * (line.textStart() + line.textLength()) < len(units):
            rest = units[2 * line.textStart() :].decode("utf-16-le", "replace").replace(_LINE_SEPARATOR, " ")
            self._last = self._metrics.elidedText(rest, Qt.TextElideMode.ElideRight, self._width)


class WrappedText(QWidget):
    """Text that takes the height its width asks for. Font and colour come from the stylesheet, by object name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(_downwards())
        self._text = ""
        self._heights: dict[tuple[int, str], int] = {}

    def text(self) -> str:
        """Return the text as it was given."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        if text != self._text:
            self._text = text
            self._heights.clear()
            self.setAccessibleName(visible(text))
            self.updateGeometry()
            self.update()

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels that the lines take at a width."""
        measured = (width, self.font().key())
        if measured not in self._heights:
            self._heights[measured] = ceil(Lines(visible(self._text), self.font(), width).height)
        return self._heights[measured]

    def sizeHint(self) -> QSize:
        """Ask for a column's width; any other will do."""
        return QSize(_COLUMN, self.heightForWidth(_COLUMN))

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of a few letters."""
        return QSize(_NARROWEST, self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        Lines(visible(self._text), self.font(), self.width()).draw(painter, QPointF(0, 0))


class Quote(QAbstractButton):
    """Words of the agreement that lead to where they stand when they are pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quote")
        self.setSizePolicy(_downwards())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._words = ""
        self._heights: dict[tuple[int, str], int] = {}

    def words(self) -> str:
        """Return the words as they were given."""
        return self._words

    def set_words(self, words: str) -> None:
        """Show other words."""
        if words == self._words:
            return
        self._words = words
        self._heights.clear()
        self.setAccessibleName(visible(words))
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels that the words take at a width."""
        measured = (width, self.font().key())
        if measured not in self._heights:
            self._heights[measured] = ceil(self._lines(width).height)
        return self._heights[measured]

    def sizeHint(self) -> QSize:
        """Ask for a column's width; any other will do."""
        return QSize(_COLUMN, self.heightForWidth(_COLUMN))

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of a few letters."""
        return QSize(_NARROWEST, self.fontMetrics().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow the words on Enter, as on Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words, underlined under the pointer, framed in focus."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        self._lines(self.width()).draw(painter, QPointF(0, 0))
        if self.hasFocus():
            painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _lines(self, width: int) -> Lines:
        font = QFont(self.font())
        font.setUnderline(self.underMouse() and self.isEnabled())
        return Lines(visible(self._words), font, width)


def _downwards() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    return policy
