"""Painting one line in which the words that were looked for stand out: by weight first, by colour after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from carveout.gui.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.review.excerpt import Piece

_ELLIPSIS = "…"
_ENDLESS = 1e6
_LONGEST = 400
"""Code points that are laid out: more never fits into a line."""


def paint_line(
    painter: QPainter, pieces: Sequence[Piece], font: QFont, box: QRectF, ink: QColor, found: QColor
) -> float:
    """Paint pieces into the middle of a box, cut off with an ellipsis where they are longer; return their width."""
    text, marks = _joined(pieces)
    layout, line = _laid(text, marks, font, found)
    if line.naturalTextWidth() > box.width():
        room = max(0.0, box.width() - QFontMetricsF(font).horizontalAdvance(_ELLIPSIS))
        _, fitting = _laid(text, marks, font, found, room)
        kept = text.encode("utf-16-le")[: 2 * fitting.textLength()].decode("utf-16-le", "ignore").rstrip()
        layout, line = _laid(kept + _ELLIPSIS, marks, font, found)
    painter.setPen(ink)
    layout.draw(painter, box.topLeft() + QPointF(0, (box.height() - line.height()) / 2))
    return line.naturalTextWidth()


def _joined(pieces: Sequence[Piece]) -> tuple[str, list[tuple[int, int]]]:
    """Return what is shown of the pieces, and the ranges of it, in UTF-16 units, that were looked for."""
    text, marks, at, left = "", [], 0, _LONGEST
    for piece in pieces:
        words = visible(piece.words[:left])
        left -= len(piece.words[:left])
        length = len(words.encode("utf-16-le")) // 2
        if piece.found:
            marks.append((at, length))
        text += words
        at += length
    return text, marks


def _laid(
    text: str, marks: list[tuple[int, int]], font: QFont, found: QColor, width: float = _ENDLESS
) -> tuple[QTextLayout, QTextLine]:
    """Return a text laid out, and as much of it as has room in a width as its first line."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_marked(start, length, found) for start, length in marks])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    return layout, line


def _marked(start: int, length: int, found: QColor) -> QTextLayout.FormatRange:
    marked = QTextLayout.FormatRange()
    marked.start, marked.length = start, length
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.DemiBold)
    look.setForeground(found)
    marked.format = look
    return marked
