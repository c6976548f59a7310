"""How a page lies on the window's ground: white paper in any theme, with an edge and a soft shadow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QImage, QPainter

    from carveout.gui.theme import Theme

_SHADE = 0.45
_SHADOW = 8
"""Pixels around a page that its shadow reaches."""
_LOWER = 2
"""Pixels that the shadow lies below its page."""
_FAINT = QColor(0, 0, 0, 4)


def ground(theme: Theme) -> QColor:
    """Return the colour under the pages: the window's, with some of that of its lines in it."""
    return QColor.fromRgbF(
        *(
            (1 - _SHADE) * a + _SHADE * b
            for a, b in zip(QColor(theme.window).getRgbF()[:3], QColor(theme.border).getRgbF()[:3], strict=True)  # type: ignore[index]
        )
    )


def lay(painter: QPainter, box: QRect, image: QImage | None, theme: Theme) -> None:
    """Draw a page, white where it isn't pictured yet."""
    for reach in range(_SHADOW, 0, -1):
        painter.fillRect(box.adjusted(-reach, _LOWER - reach, reach, _LOWER + reach), _FAINT)
    painter.fillRect(box, Qt.GlobalColor.white)
    if image is not None:
        painter.drawImage(box, image)
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.drawRect(box.adjusted(-1, -1, 0, 0))
