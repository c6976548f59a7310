"""The button of a recent matter: its name, and under it, more quietly, where it lies and when it was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_LINE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic


class RecentButton(QPushButton):
    """A button whose text has two lines."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setObjectName("recent")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the first line strongly and the second in the colour of lesser text."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        name, _, below = self.text().partition("\n")
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        box = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        upper = QRect(box.x(), box.y(), box.width(), box.height() // 2)
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.Medium)
        painter.setFont(strong)
        painter.drawItemText(upper, _LINE, self.palette(), self.isEnabled(), name, QPalette.ColorRole.ButtonText)
        painter.setFont(self.font())
        lower = upper.translated(0, upper.height())
        painter.drawItemText(
            lower, _LINE, QGuiApplication.palette(), self.isEnabled(), below, QPalette.ColorRole.PlaceholderText
        )
