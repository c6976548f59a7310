"""What is seen while rows are dragged: what they are, beside the pointer, and a line in the gap that they come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QDrag, QFontMetricsF, QPainter, QPen, QPixmap

from carveout.gui.counting import count
from carveout.gui.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from carveout.gui.issues.rows import Row
    from carveout.gui.theme import Theme

_LINE, _RING = 2, 5
_HEIGHT, _ACROSS, _WIDEST = 28, 12, 240
_BESIDE = QPoint(-14, -10)
"""Where the pointer is to the picture: above it at the left, so that it doesn't hide the line."""


def drag_of(rows: Sequence[Row], data: QMimeData, source: QWidget, theme: Theme) -> QDrag:
    """Return a drag of rows from a widget, pictured as where they stand, or how many they are."""
    drag = QDrag(source)
    drag.setMimeData(data)
    drag.setPixmap(_picture(rows[0].where if len(rows) == 1 else count(len(rows), "note"), source, theme))
    drag.setHotSpot(_BESIDE)
    return drag


def paint_drop_line(onto: QWidget, y: int, theme: Theme) -> None:
    """Paint the line that shows where dragged rows would come, a ring at its left."""
    with QPainter(onto) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent), _LINE))
        at = min(max(y, _RING), onto.height() - _RING)
        painter.drawEllipse(QPointF(_RING + _LINE, at), _RING - 1, _RING - 1)
        painter.drawLine(QPointF(2 * _RING + 1, at), QPointF(onto.width() - _RING, at))


def _picture(words: str, source: QWidget, theme: Theme) -> QPixmap:
    metrics = QFontMetricsF(source.font())
    shown = metrics.elidedText(visible(words), Qt.TextElideMode.ElideRight, _WIDEST)
    size = QSizeF(metrics.horizontalAdvance(shown) + 2 * _ACROSS, _HEIGHT)
    sharp = source.devicePixelRatioF()
    picture = QPixmap((size * sharp).toSize())
    picture.setDevicePixelRatio(sharp)
    picture.fill(Qt.GlobalColor.transparent)
    box = QRectF(QPointF(), size).adjusted(0.5, 0.5, -0.5, -0.5)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(source.font())
        painter.setPen(QColor(theme.accent))
        painter.setBrush(QColor(theme.accent_soft))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(theme.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, shown)
    return picture
