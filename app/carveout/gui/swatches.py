"""A choice among the reviewers' colours: discs with the initials, a ring around the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from carveout.gui.labels import plain_tooltip
from carveout.gui.reviewer import COLOURS, shade

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from carveout.gui.appearance import Appearance

_SIDE = 36
_INSET = 5.0


class Swatches(QWidget):
    """One of COLOURS; Tab goes to the chosen one, arrow keys to the others. `chosen` carries what a person chose."""

    chosen = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Colour")
        self._group = QButtonGroup(self)
        self.buttons = {colour: _Swatch(colour, appearance, self) for colour in COLOURS}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in self.buttons.values():
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self._group.buttonClicked.connect(self._on_clicked)

    @property
    def value(self) -> str:
        """The colour that is chosen."""
        return next(colour for colour, button in self.buttons.items() if button.isChecked())

    def choose(self, colour: str) -> None:
        """Choose a colour; nothing is emitted."""
        self.buttons[colour].setChecked(True)

    def show_initials(self, initials: str) -> None:
        """Show other initials on the discs."""
        for button in self.buttons.values():
            button.setText(initials)

    def _on_clicked(self) -> None:
        self.chosen.emit(self.value)


class _Swatch(QAbstractButton):
    def __init__(self, colour: str, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour = colour
        self._appearance = appearance
        self.setCheckable(True)
        self.setAccessibleName(f"Colour: {colour}")
        self.setToolTip(plain_tooltip(colour.capitalize()))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """Ask for a square."""
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the disc, its ring where it is chosen, and a dotted one where it has the focus."""
        theme = self._appearance.theme
        ground = QColor(shade(self._colour, theme.name))
        box = QRectF(0, 0, _SIDE, _SIDE)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.isChecked() or self.hasFocus():
                dashes = Qt.PenStyle.SolidLine if self.isChecked() else Qt.PenStyle.DotLine
                painter.setPen(QPen(QColor(theme.accent if self.hasFocus() else theme.text), 2, dashes))
                painter.drawEllipse(box.adjusted(1, 1, -1, -1))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawEllipse(box.adjusted(_INSET, _INSET, -_INSET, -_INSET))
            font = QFont(self.font())
            font.setPixelSize(10)
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(QColor(theme.page))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
