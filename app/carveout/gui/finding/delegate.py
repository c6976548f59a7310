"""Painting a row of the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from carveout.gui.finding.commands import Command
from carveout.gui.finding.line import paint_line
from carveout.gui.finding.model import ROW
from carveout.gui.finding.rows import Heading
from carveout.gui.visible import visible
from carveout.review.excerpt import Piece

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from carveout.gui.appearance import Appearance
    from carveout.gui.finding.items import Item
    from carveout.gui.finding.model import Index
    from carveout.gui.finding.rows import Row
    from carveout.gui.theme import Theme

_TEXT_FACE = "Source Serif 4"
_ACROSS, _GAP, _BAR = 18, 16, 3
_HEADING, _SHORT, _TALL = 30, 32, 52
_TITLE, _CONTEXT = 22, 20
"""Pixels: the height of a row that is a heading, has one line, or two; and of the lines of one with two."""


class PaletteDelegate(QStyledItemDelegate):
    """Paints headings, commands with their keys, and what was found with words around it."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row; it takes the width there is."""
        row: Row = index.data(ROW)
        if isinstance(row, Heading):
            return QSize(0, _HEADING)
        return QSize(0, _TALL if row.context else _SHORT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: Row = index.data(ROW)
        theme = self._appearance.theme
        box = QRectF(option.rect)
        painter.save()
        painter.setClipRect(option.rect)
        if isinstance(row, Heading):
            _paint_heading(painter, row, box, option.font, theme)
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(box, QColor(theme.accent_soft))
                painter.fillRect(QRectF(box.left(), box.top(), _BAR, box.height()), QColor(theme.accent))
            _paint_item(painter, row, box.adjusted(_ACROSS, 0, -_ACROSS, 0), option.font, theme)
        painter.restore()


def _paint_heading(painter: QPainter, row: Heading, box: QRectF, font: QFont, theme: Theme) -> None:
    inner = box.adjusted(_ACROSS, 6, -_ACROSS, 0)
    faint = QColor(theme.faint)
    width = paint_line(painter, [Piece(row.title.upper())], _font(font, 11, QFont.Weight.DemiBold), inner, faint, faint)
    if row.told:
        rest = inner.adjusted(width + 8, 0, 0, 0)
        paint_line(painter, [Piece(row.told)], _font(font, 11), rest, faint, faint)


def _paint_item(painter: QPainter, item: Item, box: QRectF, font: QFont, theme: Theme) -> None:
    first = QRectF(box.left(), box.top() + 5, box.width(), _TITLE) if item.context else box
    ink = QColor(theme.text if item.possible else theme.disabled)
    aside = _paint_aside(painter, item, first, font, theme)
    title = first.adjusted(0, 0, -aside - _GAP if aside else 0, 0)
    if isinstance(item.leads_to, Command):
        width = paint_line(painter, item.title[:1], _font(font, 13), title, ink, ink)
        menu = QColor(theme.muted if item.possible else theme.disabled)
        paint_line(painter, item.title[1:], _font(font, 12), title.adjusted(width, 0, 0, 0), menu, menu)
    elif item.context and not item.strong:
        paint_line(painter, item.title, _font(font, 12), title, QColor(theme.muted), QColor(theme.text))
    else:
        paint_line(painter, item.title, _font(font, 13), title, ink, QColor(theme.accent))
    if item.context:
        face = _font(font, 14, family=_TEXT_FACE) if item.quoted else _font(font, 13)
        below = QRectF(box.left(), first.bottom(), box.width(), _CONTEXT)
        paint_line(painter, item.context, face, below, QColor(theme.text), QColor(theme.accent))


def _paint_aside(painter: QPainter, item: Item, box: QRectF, font: QFont, theme: Theme) -> float:
    """Paint what stands at the end of a row, a key in a frame; return the width that it takes."""
    if not item.aside:
        return 0.0
    face = _font(font, 11)
    words = visible(item.aside)
    width = QFontMetricsF(face).horizontalAdvance(words)
    is_key = isinstance(item.leads_to, Command)
    ink = QColor(theme.muted if item.possible else theme.disabled)
    room = QRectF(box.right() - width - (6 if is_key else 0), box.top(), width, box.height())
    if is_key:
        frame = QRectF(room.left() - 6, room.center().y() - 9, width + 12, 18)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.drawRoundedRect(frame.translated(0.5, 0.5), 3, 3)
    painter.setFont(face)
    painter.setPen(ink)
    painter.drawText(room.adjusted(0, 0, 4, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
    return width + (12 if is_key else 0)


def _font(font: QFont, size: int, weight: QFont.Weight = QFont.Weight.Normal, *, family: str = "") -> QFont:
    face = QFont(font)
    face.setPixelSize(size)
    face.setWeight(weight)
    if family:
        face.setFamily(family)
    return face
