"""Painting a row of the carve-outs' table: words in the text face, everything else in the interface's."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from carveout.gui.carveouts.model import DECISION, ROW
from carveout.gui.carveouts.rows import UNDECIDED, Column
from carveout.gui.glyphs import glyph_of_carveout, paint_glyph
from carveout.gui.inspector.pill import TONE_OF_VERDICT, Tone, paint_pill, pill_size
from carveout.gui.inspector.wrapping import Lines
from carveout.gui.visible import visible

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from carveout.gui.appearance import Appearance
    from carveout.gui.carveouts.model import Index
    from carveout.gui.carveouts.rows import Row
    from carveout.gui.theme import Theme
    from carveout.review.mark import Decision

_TEXT_FACE = "Source Serif 4"
_ACROSS, _DOWN = 10, 9
_GLYPH, _GAP = 15, 6
_BAR = 3
_WORDS_LINES, _REASON_LINES, _OTHER_LINES = 4, 3, 3
_MOST_HEIGHTS = 5_000
_LONGEST = 1_000
"""Code points of a text that are laid out: more never fits into a cell."""


class CarveoutDelegate(QStyledItemDelegate):
    """Paints rows as high as their tallest cell; heights are kept by what they follow from."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._heights: dict[tuple[object, ...], int] = {}

    def height(self, row: Row, decision: Decision | None, widths: tuple[int, ...], font: QFont) -> int:
        """Return the height in pixels that a row takes in columns of these widths."""
        reason = decision.reason if decision else ""
        key = (row, widths, reason, font.key())
        if key not in self._heights:
            if len(self._heights) > _MOST_HEIGHTS:
                self._heights.clear()
            shown = [column for column in Column if row.text(column) and widths[column]]
            texts = [_lines(row, column, widths[column], font).height for column in shown]
            self._heights[key] = ceil(max(*texts, _decision_height(reason, widths[Column.DECISION], font)))
        return self._heights[key] + 2 * _DOWN

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Leave sizes to the view, which asks for heights by width."""
        return QSize(0, 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell, with its share of the rule under the row."""
        row: Row = index.data(ROW)
        column = Column(index.column())
        theme = self._appearance.theme
        painter.save()
        painter.setClipRect(option.rect)
        _paint_ground(painter, option, column, theme)
        at = QPointF(option.rect.left() + _ACROSS, option.rect.top() + _DOWN)
        if column is Column.DECISION:
            _paint_decision(painter, at, option, index.data(DECISION), theme)
        else:
            if column is Column.CLAUSE:
                middle = QRectF(at.x(), at.y() + 1, _GLYPH, _GLYPH)
                paint_glyph(painter, glyph_of_carveout(row.carveout.kind), middle, theme)
                at += QPointF(_GLYPH + _GAP, 0)
            strong = column in {Column.CLAUSE, Column.WORDS}
            painter.setPen(QColor(theme.text if strong else theme.muted))
            _lines(row, column, option.rect.width(), option.font).draw(painter, at)
        painter.restore()


def _lines(row: Row, column: Column, width: int, font: QFont) -> Lines:
    taken = 2 * _ACROSS + (_GLYPH + _GAP if column is Column.CLAUSE else 0)
    most = _WORDS_LINES if column is Column.WORDS else _OTHER_LINES
    return Lines(row.text(column)[:_LONGEST], _font(column, font), max(1, width - taken), most)


def _font(column: Column, font: QFont) -> QFont:
    face = QFont(font)
    if column is Column.WORDS:
        face.setFamily(_TEXT_FACE)
        face.setPixelSize(14)
    else:
        face.setPixelSize(12)
        face.setWeight(QFont.Weight.DemiBold if column is Column.CLAUSE else QFont.Weight.Normal)
    return face


def _reason(reason: str, width: int, font: QFont) -> Lines:
    return Lines(visible(reason[:_LONGEST]), _font(Column.DECISION, font), max(1, width - 2 * _ACROSS), _REASON_LINES)


def _decision_height(reason: str, width: int, font: QFont) -> float:
    pill = pill_size("", _font(Column.DECISION, font)).height()
    return pill + (_GAP + _reason(reason, width, font).height if reason else 0)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, column: Column, theme: Theme) -> None:
    box = option.rect
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(box, QColor(theme.accent_soft))
        if column is Column.CLAUSE:
            painter.fillRect(box.left(), box.top(), _BAR, box.height(), QColor(theme.accent))
    painter.fillRect(box.left(), box.bottom(), box.width(), 1, QColor(theme.border))


def _paint_decision(
    painter: QPainter, at: QPointF, option: QStyleOptionViewItem, decision: Decision | None, theme: Theme
) -> None:
    font = _font(Column.DECISION, option.font)
    said = decision.verdict.value if decision else UNDECIDED
    tone = TONE_OF_VERDICT[decision.verdict] if decision else Tone.NEUTRAL
    size = pill_size(said, font)
    paint_pill(painter, QRectF(at.x(), at.y() - 2, size.width(), size.height()), said, tone, theme, font)
    if decision and decision.reason:
        painter.setPen(QColor(theme.muted))
        below = at + QPointF(0, size.height() + _GAP - 2)
        _reason(decision.reason, option.rect.width(), option.font).draw(painter, below)
