"""The picture on the screen: arrows walk from tile to tile, Enter shows the clause, and it can be exported."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QHelpEvent, QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QScrollArea, QToolTip, QWidget

from carveout.agreement.siblings.picture import picture
from carveout.gui.grid.grid import Target
from carveout.gui.labels import plain_tooltip
from carveout.gui.siblings.drawing import Layout, draw, laid_out, told
from carveout.gui.visible import visible

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from carveout.agreement.reading import Reading
    from carveout.agreement.siblings.picture import Picture
    from carveout.gui.appearance import Appearance

_OPENS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_PAPER = 980
"""Pixels of the width that the picture is exported in."""
_SHARPER = 2


class Map(QScrollArea):
    """The picture of one subject. `followed` carries the Target of a tile, `chosen` what it says."""

    followed = Signal(object)
    chosen = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("map")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.canvas = Canvas(appearance)
        self.setWidget(self.canvas)
        self.setFocusProxy(self.canvas)
        self.canvas.followed.connect(self.followed)
        self.canvas.chosen.connect(self.chosen)
        self.canvas.revealed.connect(self._on_revealed)

    def _on_revealed(self, x: int, y: int) -> None:
        self.ensureVisible(x, y, 60, 60)


class Canvas(QWidget):
    """What is drawn. `revealed` carries a point that shall be in view."""

    followed = Signal(object)
    chosen = Signal(str)
    revealed = Signal(int, int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mapCanvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Picture of the carve-outs")
        self._appearance = appearance
        self._reading: Reading | None = None
        self._picture: Picture | None = None
        self._layout = Layout((), (), 0)
        self._at: int | None = None
        appearance.changed.connect(self.update)

    @property
    def said(self) -> str:
        """What the chosen tile says, in words; empty where none is chosen."""
        if self._reading is None or self._at is None:
            return ""
        return told(self._reading, self._layout.tiles[self._at].tile)

    @property
    def drawn(self) -> bool:
        """Tell whether there is anything to draw."""
        return bool(self._layout.tiles)

    def show_picture(self, reading: Reading | None, subject: str | None) -> None:
        """Show the picture of a subject, or nothing."""
        self._reading = reading
        self._picture = picture(reading, subject) if reading is not None and subject is not None else None
        self._lay_out()
        self._choose(self._first(), reveal=False)

    def export(self, path: Path) -> None:
        """Write the picture to a file, as SVG or PNG by its ending. Raises OSError where it can't be written."""
        if path.suffix.lower() == ".svg":
            self._export_svg(path)
            return
        layout = self._on_paper()
        image = QImage(_SHARPER * _PAPER, _SHARPER * ceil(layout.height), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_SHARPER)
        image.fill(QColor(self._appearance.theme.page))
        painter = QPainter(image)
        self._draw(painter, layout, _PAPER, None)
        painter.end()
        if not image.save(str(path)):
            raise OSError("The picture could not be written.")

    @property
    def _face(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(12)
        return font

    def sizeHint(self) -> QSize:
        """Ask for the height that the width needs."""
        return QSize(600, ceil(self._layout.height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the tiles out in another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._appearance.theme.page))
        self._draw(painter, self._layout, self.width(), self._at if self.hasFocus() else None)

    def event(self, event: QEvent) -> bool:
        """Say what the pointer rests on, and keep Enter and the arrows from the window's shortcuts."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            at = self._layout.at(event.pos().toPointF())
            words = told(self._reading, self._layout.tiles[at].tile) if at is not None and self._reading else ""
            QToolTip.showText(event.globalPos(), plain_tooltip(words), self)
            return True
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by the arrows, lead on by Enter."""
        if not _is_ours(event) or self._at is None:
            super().keyPressEvent(event)
        elif event.key() in _OPENS:
            self._follow()
        else:
            self._walk(*_ARROWS[Qt.Key(event.key())])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a tile."""
        at = self._layout.at(event.position())
        if at is not None:
            self._choose(at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the clause of a tile."""
        if self._layout.at(event.position()) is not None:
            self._follow()

    def _draw(self, painter: QPainter, layout: Layout, width: float, chosen: int | None) -> None:
        if self._reading is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw(painter, layout, self._reading, self._face, self._appearance.theme, width, chosen)

    def _export_svg(self, path: Path) -> None:
        from PySide6.QtSvg import QSvgGenerator  # noqa: PLC0415  (not before it is wanted)

        layout = self._on_paper()
        generator = QSvgGenerator()
        generator.setFileName(str(path))
        generator.setSize(QSize(_PAPER, ceil(layout.height)))
        generator.setViewBox(self.rect().adjusted(0, 0, _PAPER - self.width(), ceil(layout.height) - self.height()))
        generator.setTitle(f"Carve-outs: {self._picture.subject}" if self._picture else "Carve-outs")
        painter = QPainter()
        if not painter.begin(generator):
            raise OSError("The picture could not be written.")
        painter.fillRect(0, 0, _PAPER, ceil(layout.height), QColor(self._appearance.theme.page))
        self._draw(painter, layout, _PAPER, None)
        painter.end()

    def _on_paper(self) -> Layout:
        return laid_out(self._picture, self._face, _PAPER) if self._picture else Layout((), (), 0)

    def _lay_out(self) -> None:
        self._layout = laid_out(self._picture, self._face, self.width()) if self._picture else Layout((), (), 0)
        self.setMinimumHeight(ceil(self._layout.height))
        self.updateGeometry()
        self.update()

    def _first(self) -> int | None:
        """Return the first tile that the subject concerns."""
        tiles = self._layout.tiles
        return next((at for at, laid in enumerate(tiles) if laid.tile.own or laid.tile.gaps), 0 if tiles else None)

    def _walk(self, across: int, down: int) -> None:
        """Choose the nearest tile in a direction."""
        if self._at is None:
            return
        here = self._layout.tiles[self._at].box.center()
        if across:
            self._choose(min(max(0, self._at + across), len(self._layout.tiles) - 1))
            return
        beyond = [
            (abs(laid.box.center().y() - here.y()), abs(laid.box.center().x() - here.x()), at)
            for at, laid in enumerate(self._layout.tiles)
            if (laid.box.center().y() - here.y()) * down > 1
        ]
        if beyond:
            self._choose(min(beyond)[2])

    def _choose(self, at: int | None, *, reveal: bool = True) -> None:
        self._at = at
        self.setAccessibleDescription(visible(self.said))
        self.chosen.emit(self.said)
        self.update()
        if at is not None and reveal:
            point: QPoint = self._layout.tiles[at].box.center().toPoint()
            self.revealed.emit(point.x(), point.y())

    def _follow(self) -> None:
        if self._at is not None:
            tile = self._layout.tiles[self._at].tile
            words = tile.own[0].span if tile.own else tile.gaps[0].words if tile.gaps else None
            self.followed.emit(Target(tile.clause, words))


def _is_ours(event: QKeyEvent) -> bool:
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return plain and (event.key() in _OPENS or event.key() in _ARROWS)
