"""Painting a row of the outline: state, number, heading, carve-outs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from carveout.agreement.correction.possible import LONGEST
from carveout.gui.glyphs import Glyph, paint_glyph
from carveout.gui.outline.model import ROW

if TYPE_CHECKING:
    from carveout.gui.appearance import Appearance
    from carveout.gui.outline.row import Counts, Row

_HEIGHT = 27
_STATE = 11
_CARVEOUT = 15
_GAP = 7
_NUMBER = 34
"""Pixels that numbers share, so that the headings beside them begin in one line."""
_LEFT = 5
_RIGHT = 10


class OutlineDelegate(QStyledItemDelegate):
    """Paints a Row with the theme's colours; an open row leaves the carve-outs below it to their own rows."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every row is as high as the next."""
        return QSize(0, max(_HEIGHT, QFontMetrics(option.font).height() + 10))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row that the index holds."""
        row: Row = index.data(ROW)
        box = QRect(option.rect)
        box.adjust(_LEFT, 0, -_RIGHT, 0)
        opened = bool(option.state & QStyle.StateFlag.State_Open)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_carveouts(painter, box, row.own if opened else row.within, option.font)
        if row.corrected:
            self._paint_shape(painter, Glyph.CORRECTED, box.right() - _STATE + 1, box, _STATE)
            box.setRight(box.right() - _STATE - _GAP)
        self._paint_state(painter, box, row)
        self._paint_words(painter, box, row, option.font, chosen=chosen)

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Return a line to write a clause's label and heading in."""
        editor = QLineEdit(parent)
        editor.setObjectName("rowEditor")
        editor.setAccessibleName("Number and heading")
        editor.setMaxLength(LONGEST)
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Put the line over the row."""
        editor.setGeometry(QRect(option.rect).adjusted(0, 0, -_LEFT, 0))

    def _paint_carveouts(self, painter: QPainter, box: QRect, counts: Counts, font: QFont) -> None:
        """Paint the shapes from the right, and leave in `box` what they don't take."""
        theme = self._appearance.theme
        small = QFont(font)
        small.setPixelSize(11)
        metrics = QFontMetrics(small)
        for glyph, count in reversed(counts):
            if count > 1:
                number = str(count)
                width = metrics.horizontalAdvance(number)
                painter.setFont(small)
                painter.setPen(QColor(theme.muted))
                painter.drawText(QRect(box.right() - width + 1, box.top(), width, box.height()), _MIDDLE, number)
                box.setRight(box.right() - width - 3)
            self._paint_shape(painter, glyph, box.right() - _CARVEOUT + 1, box, _CARVEOUT)
            box.setRight(box.right() - _CARVEOUT - 4)

    def _paint_state(self, painter: QPainter, box: QRect, row: Row) -> None:
        if row.state:
            self._paint_shape(painter, row.state, box.left(), box, _STATE)
        if row.state or row.aligned:
            box.setLeft(box.left() + _STATE + _GAP)

    def _paint_words(self, painter: QPainter, box: QRect, row: Row, font: QFont, *, chosen: bool) -> None:
        theme = self._appearance.theme
        weighty = QFont(font)
        weighty.setWeight(QFont.Weight.DemiBold if row.strong or chosen else QFont.Weight.Normal)
        painter.setFont(weighty)
        metrics = QFontMetrics(weighty)
        if row.number:
            painter.setPen(QColor(theme.text if chosen else theme.muted))
            painter.drawText(box, _MIDDLE, metrics.elidedText(row.number, Qt.TextElideMode.ElideRight, box.width()))
            box.setLeft(box.left() + max(_NUMBER, metrics.horizontalAdvance(row.number)) + _GAP)
        painter.setPen(QColor(theme.text))
        painter.drawText(box, _MIDDLE, metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, box.width()))

    def _paint_shape(self, painter: QPainter, glyph: Glyph, left: int, box: QRect, side: int) -> None:
        square = QRectF(left, box.center().y() - side / 2 + 0.5, side, side)
        paint_glyph(painter, glyph, square, self._appearance.theme)


_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
