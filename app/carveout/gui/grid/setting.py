"""Setting a block of words in lines: faces, marks, and no more of a long text than fits."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from carveout.gui.grid.grid import Face
from carveout.gui.visible import visible

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from carveout.gui.grid.grid import Block
    from carveout.gui.theme import Theme

_TEXT_FACE = "Source Serif 4"
_QUOTE, _LABEL = 14, 12
"""Pixels: the text's face looks as large as the interface's at two more."""
_LONGEST = 2_000
"""Code points of a block that are laid out: more never fits into a cell."""
_MOST_LINES = 12


def font_of(face: Face, base: QFont) -> QFont:
    """Return the font of a face, from the view's own."""
    font = QFont(base)
    font.setPixelSize(_QUOTE if face is Face.QUOTE else _LABEL)
    match face:
        case Face.QUOTE:
            font.setFamily(_TEXT_FACE)
        case Face.STRONG:
            font.setWeight(QFont.Weight.DemiBold)
        case Face.NOTHING:
            font.setItalic(True)
        case _:
            pass
    return font


def ink_of(face: Face, theme: Theme) -> QColor:
    """Return the colour of a face, legible in a row that is chosen as well."""
    return QColor(theme.muted if face in {Face.MUTED, Face.NOTHING} else theme.text)


class Laid:
    """A block laid out in a width of pixels; what takes more lines than a cell shows ends in an ellipsis."""

    def __init__(self, block: Block, base: QFont, width: float) -> None:
        self._font = font_of(block.face, base)
        self._face = block.face
        self._marks: list[tuple[int, int]] = []
        self._layout = QTextLayout(self._text(block), self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self._cut = False
        self.height = ceil(self._lay_out(max(1.0, width)))

    def draw(self, painter: QPainter, at: QPointF, theme: Theme) -> None:
        """Draw the lines with their upper left corner at `at`."""
        painter.setPen(ink_of(self._face, theme))
        self._layout.draw(painter, at, self._formats(theme), QRectF())
        if self._cut:
            last = self._layout.lineAt(self._layout.lineCount() - 1)
            metrics = QFontMetricsF(self._font)
            painter.setFont(self._font)
            painter.drawText(at + last.position() + QPointF(last.naturalTextWidth(), metrics.ascent()), " …")

    def _text(self, block: Block) -> str:
        shown, at = [], 0
        left = _LONGEST
        for run in block.runs:
            words = visible(run.words[:left]).replace("\n", "\u2028")
            left -= len(run.words[:left])
            units = len(words.encode("utf-16-le", "surrogatepass")) // 2
            if run.marked and units:
                self._marks.append((at, units))
            shown.append(words)
            at += units
        return "".join(shown)

    def _formats(self, theme: Theme) -> list[QTextLayout.FormatRange]:
        ranges = []
        for start, length in self._marks:
            one = QTextLayout.FormatRange()
            one.start, one.length = start, length
            made = QTextCharFormat()
            made.setBackground(QColor(theme.highlight))
            made.setForeground(QColor(theme.text))
            one.format = made
            ranges.append(one)
        return ranges

    def _lay_out(self, width: float) -> float:
        height = 0.0
        self._layout.beginLayout()
        while True:
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLeadingIncluded(True)
            line.setLineWidth(
                width if self._layout.lineCount() < _MOST_LINES else width - _room_for_ellipsis(self._font)
            )
            line.setPosition(QPointF(0, height))
            height += line.height()
            if self._layout.lineCount() == _MOST_LINES:
                text = self._layout.text().encode("utf-16-le", "surrogatepass")
                self._cut = 2 * (line.textStart() + line.textLength()) < len(text)
                break
        self._layout.endLayout()
        return height


def _room_for_ellipsis(font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance(" …")
