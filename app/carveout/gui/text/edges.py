"""Painting the left margin: pages, line numbers, and the bar beside the current clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from carveout.agreement.span import Span
    from carveout.gui.text.laid import Laid
    from carveout.gui.theme import Theme

_BAR = 2.5
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip


def paint_lines_of_source(painter: QPainter, laid: Laid, part: Span, theme: Theme) -> None:
    """Paint the source's line beside the first line of each paragraph."""
    painter.setFont(laid.typography.margin)
    painter.setPen(QColor(theme.faint))
    for offset, line in laid.margin.lines(part):
        at = laid.line_at(offset)
        box = QRectF(0, at.top, laid.gutters.lines, at.bottom - at.top)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | _MIDDLE, line)


def paint_pages(painter: QPainter, laid: Laid, part: Span, theme: Theme) -> None:
    """Paint the page of the source where one begins."""
    edge = laid.gutters
    painter.setFont(laid.typography.margin)
    painter.setPen(QColor(theme.muted))
    for offset, page in laid.margin.pages(part):
        at = laid.line_at(offset)
        box = QRectF(edge.pages, at.top, edge.lines, at.bottom - at.top)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | _MIDDLE, page)


def paint_bar(painter: QPainter, laid: Laid, clause: Span, part: Span, theme: Theme) -> None:
    """Paint the bar beside those lines of the current clause that are in a part of the text."""
    start, end = max(clause.start, part.start), min(clause.end, part.end) - 1
    if start > end:
        return
    top, bottom = laid.line_at(start).top, laid.line_at(end).bottom
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.accent))
    painter.drawRoundedRect(QRectF(laid.gutters.bar - _BAR / 2, top, _BAR, bottom - top), _BAR / 2, _BAR / 2)
