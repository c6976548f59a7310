"""Painting the cells of a grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from carveout.gui.glyphs import paint_glyph
from carveout.gui.grid.grid import Face, Heading
from carveout.gui.grid.model import CELL
from carveout.gui.grid.setting import Laid, font_of
from carveout.gui.inspector.pill import paint_pill, pill_size
from carveout.gui.visible import visible

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFont

    from carveout.gui.appearance import Appearance
    from carveout.gui.grid.grid import Cell
    from carveout.gui.grid.model import Index
    from carveout.gui.inspector.pill import Tone
    from carveout.gui.theme import Theme

ACROSS, _DOWN = 10, 9
_GLYPH, _GAP = 15, 6
_BETWEEN = 3
_BAR = 3
_MOST_HEIGHTS = 20_000
"""Heights that are kept: laying words out is what takes the time where a grid is fitted."""
_HEADING_ABOVE, _HEADING_BELOW = 18, 6


class GridDelegate(QStyledItemDelegate):
    """Paints cells; rows are as high as `height` says."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None, *, by_row: bool = False) -> None:
        """Mark the chosen row, where rows are chosen, by a bar at its beginning; else the chosen cell by a frame."""
        super().__init__(parent)
        self._appearance = appearance
        self._by_row = by_row
        self._heights: dict[tuple[Cell, int, str], int] = {}

    def height(self, cell: Cell | Heading, width: int, font: QFont) -> int:
        """Return the height in pixels that a cell takes in a column of this width."""
        if isinstance(cell, Heading):
            return _HEADING_ABOVE + round(QFontMetricsF(font).height()) + _HEADING_BELOW
        asked = (cell, width, font.key())
        if asked not in self._heights:
            if len(self._heights) > _MOST_HEIGHTS:
                self._heights.clear()
            self._heights[asked] = self._measured(cell, width, font)
        return self._heights[asked]

    def _measured(self, cell: Cell, width: int, font: QFont) -> int:
        inner = width - 2 * ACROSS - (_GLYPH + _GAP if cell.glyph else 0)
        parts = [pill_size(visible(cell.pill[0]), font).height()] if cell.pill else []
        parts += [Laid(block, font, inner).height for block in cell.blocks]
        return max(_GLYPH, sum(parts) + _BETWEEN * (len(parts) - 1)) + 2 * _DOWN

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Leave sizes to the view, which asks for heights by width."""
        return QSize(0, 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell, with its share of the rule under the row."""
        cell: Cell | Heading = index.data(CELL)
        theme = self._appearance.theme
        painter.save()
        painter.setClipRect(option.rect)
        if isinstance(cell, Heading):
            _paint_heading(painter, option, cell, theme)
        else:
            _paint_ground(painter, option, theme)
            if option.state & QStyle.StateFlag.State_Selected and (not self._by_row or index.column() == 0):
                _paint_choice(painter, option, theme, by_row=self._by_row)
            _paint_cell(painter, option, cell, theme)
        painter.restore()


def _paint_heading(painter: QPainter, option: QStyleOptionViewItem, heading: Heading, theme: Theme) -> None:
    font = font_of(Face.STRONG, option.font)
    metrics = QFontMetricsF(font)
    words = visible(heading.words)
    at = QPointF(option.rect.left() + ACROSS, option.rect.bottom() - _HEADING_BELOW - metrics.descent())
    painter.setFont(font)
    painter.setPen(QColor(theme.text))
    painter.drawText(at, words)
    painter.setFont(option.font)
    painter.setPen(QColor(theme.muted))
    room = option.rect.right() - at.x() - metrics.horizontalAdvance(words) - 2 * ACROSS
    more = QFontMetricsF(option.font).elidedText(visible(heading.more), Qt.TextElideMode.ElideRight, room)
    painter.drawText(at + QPointF(metrics.horizontalAdvance(words) + ACROSS, 0), more)
    painter.fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1, QColor(theme.border))


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, QColor(theme.accent_soft))
    painter.fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1, QColor(theme.border))


def _paint_choice(painter: QPainter, option: QStyleOptionViewItem, theme: Theme, *, by_row: bool) -> None:
    box = option.rect
    if by_row:
        painter.fillRect(box.left(), box.top(), _BAR, box.height(), QColor(theme.accent))
    else:
        painter.setPen(QPen(QColor(theme.accent), 1))
        painter.drawRect(QRectF(box).adjusted(0.5, 0.5, -1.5, -1.5))


def _paint_cell(painter: QPainter, option: QStyleOptionViewItem, cell: Cell, theme: Theme) -> None:
    at = QPointF(option.rect.left() + ACROSS, option.rect.top() + _DOWN)
    width = option.rect.width() - 2 * ACROSS
    if cell.glyph:
        paint_glyph(painter, cell.glyph, QRectF(at.x(), at.y() + 1, _GLYPH, _GLYPH), theme)
        at += QPointF(_GLYPH + _GAP, 0)
        width -= _GLYPH + _GAP
    if cell.pill and not cell.pill_last:
        at += QPointF(0, _paint_pill(painter, at, width, cell.pill, option.font, theme) + _BETWEEN)
    for block in cell.blocks:
        laid = Laid(block, option.font, width)
        laid.draw(painter, at, theme)
        at += QPointF(0, laid.height + _BETWEEN)
    if cell.pill and cell.pill_last:
        _paint_pill(painter, at + QPointF(0, 2), width, cell.pill, option.font, theme)


def _paint_pill(
    painter: QPainter, at: QPointF, width: float, pill: tuple[str, Tone], font: QFont, theme: Theme
) -> float:
    words = visible(pill[0])
    size = pill_size(words, font)
    paint_pill(
        painter, QRectF(at.x(), at.y() - 2, min(size.width(), width), size.height()), words, pill[1], theme, font
    )
    return size.height()
