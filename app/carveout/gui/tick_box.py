"""A box to tick whose frame can be seen in every theme; the style's own is all but lost on a dark ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_SIDE = 14.0
_ROUND = 3.0
_AROUND = 4
"""Pixels between what is drawn and the line around it."""
_TICK = ((0.24, 0.52), (0.43, 0.71), (0.78, 0.30))
"""The corners of a tick, in parts of the side."""


class TickBox(QCheckBox):
    """A check box that draws its own indicator, filled with the accent where it is ticked."""

    def sizeHint(self) -> QSize:
        """Ask for room for the line around it."""
        return super().sizeHint() + QSize(2 * _AROUND, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, the tick and the label; in focus, a line around both."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        style, palette = self.style(), self.palette()
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(_AROUND, (self.height() - _SIDE) / 2, _SIDE, _SIDE)
        frame = QPalette.ColorRole.PlaceholderText if self.isEnabled() else QPalette.ColorRole.Mid
        if self.isChecked() and self.isEnabled():
            frame = QPalette.ColorRole.Highlight
        painter.setPen(QPen(palette.color(group, frame), 1.2))
        painter.setBrush(palette.color(group, frame if self.isChecked() else QPalette.ColorRole.Base))
        painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), _ROUND, _ROUND)
        if self.isChecked():
            painter.setPen(QPen(palette.color(group, QPalette.ColorRole.HighlightedText), 1.8))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            corners = [QPointF(box.x() + x * _SIDE, box.y() + y * _SIDE) for x, y in _TICK]
            painter.drawPolyline(QPolygonF(corners))
        label = style.subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self)
        option.rect = label.translated(_AROUND, 0)
        style.drawControl(QStyle.ControlElement.CE_CheckBoxLabel, option, painter, self)
        if self.hasFocus():
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            around = QRectF(0, 0, min(self.width(), self.sizeHint().width()), self.height())
            painter.drawRoundedRect(around.adjusted(0.6, 0.6, -0.6, -0.6), _ROUND, _ROUND)
