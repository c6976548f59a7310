"""The page as it was left, shown in an instant while the desk is still being set up behind it.

Setting up the desk takes several times as long as a bare window. What was in sight when the window closed is kept as
places only: which code points stood where, in which face. The words are read from the matter itself, never kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QPixmap
from PySide6.QtWidgets import QSplashScreen

from carveout.gui.theme import load_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

Rect = tuple[int, int, int, int]
"""Left, top, width and height in pixels."""


class Words(NamedTuple):
    """Code points `start` to `end` of the canonical text, with the left end of their baseline in the window."""

    x: float
    y: float
    start: int
    end: int
    font: str
    """As QFont.toString writes it."""
    colour: str
    """The name of a colour of the theme."""


class Ground(NamedTuple):
    """A pane's place in the window, and the name of its colour in the theme."""

    rect: Rect
    colour: str


class Sight(NamedTuple):
    """What was in sight of a window when it closed."""

    window: Rect
    theme: str
    grounds: tuple[Ground, ...]
    words: tuple[Words, ...]


class Glimpse(QSplashScreen):
    """Shows what was in sight until the window itself does. `painted` is emitted once, after the first paint."""

    painted = Signal()

    def __init__(self, sight: Sight, text: str) -> None:
        super().__init__(_drawn(sight, text))
        self._seen = False
        self.setGeometry(QRect(*sight.window))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and say so the first time."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            self.painted.emit()


def on_screen(sight: Sight) -> bool:
    """Tell whether the screens still show the place where the window was."""
    return QGuiApplication.primaryScreen().virtualGeometry().intersects(QRect(*sight.window))


def _drawn(sight: Sight, text: str) -> QPixmap:
    theme = load_theme(sight.theme)
    _, _, width, height = sight.window
    pixmap = QPixmap(width, height)
    pixmap.fill(QColor(theme.window))
    fonts: dict[str, QFont] = {}
    with QPainter(pixmap) as painter:
        for ground in sight.grounds:
            painter.fillRect(QRect(*ground.rect), QColor(getattr(theme, ground.colour)))
        for words in sight.words:
            if words.font not in fonts:
                fonts[words.font] = QFont()
                fonts[words.font].fromString(words.font)
            painter.setFont(fonts[words.font])
            painter.setPen(QColor(getattr(theme, words.colour)))
            painter.drawText(round(words.x), round(words.y), text[words.start : words.end])
    return pixmap
