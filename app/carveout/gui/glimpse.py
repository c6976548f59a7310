"""The page as it was left, shown in an instant while the desk is still being set up behind it.

Setting up the desk takes several times as long as a bare window. What was in sight when the window closed is kept as
places only: which code points stood where, in which face. The words are read from the matter itself, never kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QSplashScreen

from carveout.gui.theme import load_theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent

    from carveout.gui.theme import Theme

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


class Sight(NamedTuple):
    """What was in sight of a window when it closed: the place of the page in it, and the words on the page."""

    window: Rect
    theme: str
    page: Rect
    words: tuple[Words, ...]


class Glimpse(QSplashScreen):
    """Shows what was in sight until the window itself does. `painted` is emitted once, after the first paint."""

    painted = Signal()

    def __init__(self, sight: Sight, text: str) -> None:
        theme = load_theme(sight.theme)
        super().__init__(_ground(sight, theme))
        self._sight = sight
        self._text = text
        self._seen = False
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.text))
        self.setPalette(palette)
        self.setGeometry(QRect(*sight.window))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and say so the first time."""
        super().paintEvent(event)
        with QPainter(self) as painter:  # its pen is the palette's
            _write(painter, self._sight.words, self._text)
        if not self._seen:
            self._seen = True
            self.painted.emit()


def on_screen(sight: Sight) -> bool:
    """Tell whether the screens still show the place where the window was."""
    return QGuiApplication.primaryScreen().virtualGeometry().intersects(QRect(*sight.window))


def _ground(sight: Sight, theme: Theme) -> QPixmap:
    """Return the window without words.

    Drawn from pixmaps: a painter that is given a colour makes the whole Qt namespace, a tenth of a bare window.
    """
    ground, page = (QPixmap(width, height) for _, _, width, height in (sight.window, sight.page))
    ground.fill(QColor(theme.window))
    page.fill(QColor(theme.page))
    with QPainter(ground) as painter:
        painter.drawPixmap(sight.page[0], sight.page[1], page)
    return ground


def _write(painter: QPainter, written: Iterable[Words], text: str) -> None:
    fonts: dict[str, QFont] = {}
    for words in written:
        if words.font not in fonts:
            fonts[words.font] = QFont()
            fonts[words.font].fromString(words.font)
        painter.setFont(fonts[words.font])
        painter.drawText(round(words.x), round(words.y), text[words.start : words.end])
