"""The pages of a PDF in one column: those in sight are pictured, one in a turn of the event loop."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from carveout.gui.preview.image import image_of
from carveout.gui.preview.laid import ground, lay
from carveout.gui.preview.stack import GAP, Stack, fitting, stacked

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from carveout.agreement.intake.pdf.pictured import Pictured
    from carveout.gui.appearance import Appearance

_STEP = 1.2
_SMALLEST, _LARGEST = 0.25, 4.0
_USUAL = 1.2
"""How many times as large as on paper the pages are at first where there is room for more."""
_KEPT = 24e6
"""The pixels of pages out of sight that are kept at most, four bytes each."""
_FINEST = 8e6
"""The pixels of a page's picture at most, so that none takes a tenth of a second: A4 at nearly three times its size."""
_LINE = 40
_ZOOMS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


class PagesView(QAbstractScrollArea):
    """Shows pages on the window's ground.

    `turned` carries the page in front, counted from 1; `zoomed` says that the pages are shown in another size.
    """

    turned = Signal(int)
    zoomed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        """Show nothing yet, the pages as wide as there is room."""
        super().__init__(parent)
        self.setObjectName("pages")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(_LINE)
        self._appearance = appearance
        self._pictured: Pictured | None = None
        self._stack = Stack((), 1.0, 0, 0)
        self._zoom: float | None = None
        self._widest = _USUAL
        self._pictures: dict[int, QImage] = {}
        self._front = 0
        self._next_turn = QTimer(self)
        self._next_turn.setSingleShot(True)
        self._next_turn.timeout.connect(self._picture_one)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        appearance.changed.connect(self.viewport().update)
        self._tell()

    @property
    def count(self) -> int:
        """The number of pages."""
        return len(self._stack.boxes)

    @property
    def page(self) -> int:
        """The page in front, counted from 1; 0 where there is none."""
        return self._front + 1 if self.count else 0

    @property
    def zoom(self) -> float:
        """How many times as large as on paper the pages are shown."""
        return self._stack.scale * 72 / self.logicalDpiX()

    def show_pages(self, pictured: Pictured | None) -> None:
        """Show the pages of a document in place of those before, the same page in front as far as there is one."""
        front, into = self._front, self._into()
        if self._pictured is not None:
            self._pictured.close()
        self._pictured = pictured
        self._pictures.clear()
        self._arrange()
        if self.count:
            self._go(min(front, self.count - 1), into)
        self._on_scrolled()

    def go(self, page: int) -> None:
        """Bring a page, counted from 1, to the top of the window."""
        if self.count:
            self._go(max(0, min(page, self.count) - 1), 0.0)

    def magnify(self, steps: int) -> None:
        """Show the pages larger by some steps, or smaller."""
        self._set_zoom(max(_SMALLEST, min(self.zoom * _STEP**steps, _LARGEST)))

    def fit(self) -> None:
        """Show the pages as wide as there is room."""
        self._widest = _LARGEST
        self._set_zoom(None)

    def is_pictured(self) -> bool:
        """Tell whether all pages in sight are there."""
        return all(page in self._pictures for page in self._in_sight())

    def sizeHint(self) -> QSize:
        """Ask for room for a page that can be read."""
        return QSize(620, 640)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the pages, and zoom with Ctrl."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = Qt.Key(event.key())
        bar = self.verticalScrollBar()
        if control and key in _ZOOMS:
            self.magnify(_ZOOMS[key])
        elif control and key is Qt.Key.Key_0:
            self.fit()
        elif key in {Qt.Key.Key_PageDown, Qt.Key.Key_Space}:
            self.go(self.page + 1)
        elif key is Qt.Key.Key_PageUp:
            self.go(self.page - 1 if self._into() <= 0 else self.page)
        elif key is Qt.Key.Key_Home:
            bar.setValue(0)
        elif key is Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or with Ctrl zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.magnify(1 if turned > 0 else -1)
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page in front where it is."""
        super().resizeEvent(event)
        self._rearrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in sight, white where they are not pictured yet."""
        theme = self._appearance.theme
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), ground(theme))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.translate(-self._corner())
            for page in self._in_sight():
                lay(painter, self._stack.boxes[page], self._pictures.get(page), theme)

    def _corner(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _in_sight(self) -> range:
        top = self.verticalScrollBar().value()
        return self._stack.within(top, top + self.viewport().height())

    def _into(self) -> float:
        """Return how far into the page in front the window begins, as a share of its height."""
        if not self.count:
            return 0.0
        box = self._stack.boxes[self._front]
        return (self.verticalScrollBar().value() + GAP - box.top()) / max(1, box.height())

    def _go(self, page: int, into: float) -> None:
        box = self._stack.boxes[page]
        self.verticalScrollBar().setValue(round(box.top() - GAP + into * box.height()))

    def _set_zoom(self, zoom: float | None) -> None:
        self._zoom = zoom
        self._rearrange()
        self.zoomed.emit()

    def _rearrange(self) -> None:
        front, into = self._front, self._into()
        self._arrange()
        if self.count:
            self._go(front, into)
        self._on_scrolled()

    def _arrange(self) -> None:
        sizes = self._pictured.sizes if self._pictured is not None else ()
        room = self.viewport().width()
        inch = self.logicalDpiX() / 72
        scale = min(fitting(sizes, room), self._widest * inch) if self._zoom is None else self._zoom * inch
        self._stack = stacked(sizes, scale, room)
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setPageStep(self.viewport().height())
        down.setRange(0, max(0, self._stack.height - self.viewport().height()))
        across.setPageStep(room)
        across.setRange(0, max(0, self._stack.width - room))
        across.setValue((self._stack.width - room) // 2)

    def _on_scrolled(self) -> None:
        upper = self.verticalScrollBar().value() + self.viewport().height() // 3
        self._front = self._stack.at(upper) if self.count else 0
        self._tell()
        self.turned.emit(self.page)
        self.viewport().update()
        self._next_turn.start()

    def _picture_one(self) -> None:
        """Picture the next page that is in sight and not there yet, or the one that will be turned to."""
        if self._pictured is None or not self.count:
            return
        near = self._in_sight()
        for page in (*near, *range(near.stop, min(near.stop + 1, self.count))):
            scale = self._fine(page)
            if page not in self._pictures or self._pictures[page].width() != self._pictured.across(page, scale):
                self._pictures[page] = image_of(self._pictured.picture(page, scale))
                self._forget(near)
                self.viewport().update()
                self._next_turn.start()
                return

    def _fine(self, page: int) -> float:
        """Return the pixels a point at which a page is pictured: as the screen has them, as far as that is quick."""
        box = self._stack.boxes[page]
        pixels = max(1, box.width() * box.height())
        return self._stack.scale * min(self.devicePixelRatioF(), sqrt(_FINEST / pixels))

    def _forget(self, near: range) -> None:
        """Let the pictures go that are furthest, as long as there are too many beside those in sight and the next."""
        while len(self._pictures) > len(near) + 1 and sum(map(_pixels, self._pictures.values())) > _KEPT:
            del self._pictures[max(self._pictures, key=self._distance)]

    def _distance(self, page: int) -> int:
        return abs(page - self._front)

    def _tell(self) -> None:
        self.setAccessibleName(f"Pages of the memo, page {self.page} of {self.count}" if self.count else "No pages yet")


def _pixels(image: QImage) -> int:
    return image.width() * image.height()
