"""The pictures on a page of the guide: as wide as the page, and each made only when it is in sight."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QTextCursor, QTextDocument

from carveout.gui.guide.setting import blocks, pieces

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock
    from PySide6.QtWidgets import QTextBrowser

    from carveout.gui.appearance import Appearance

WIDEST, ASIDE = 860, 34
"""Pixels of a page's width, and on each side of it."""
_PICTURE = QTextDocument.ResourceType.ImageResource.value


class Pictures(QObject):
    """Gives the pictures of a page their room, and makes them; `unseen` is what stands there before."""

    def __init__(self, page: QTextBrowser, appearance: Appearance) -> None:
        super().__init__(page)
        self._page = page
        self._appearance = appearance
        self._waiting: dict[QUrl, QTextBlock] = {}
        self.unseen = QImage(1, 1, QImage.Format.Format_RGB32)
        page.verticalScrollBar().valueChanged.connect(self.see)

    def take(self, document: QTextDocument) -> None:
        """Give every picture of a document that will be shown the room that it takes."""
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        self._waiting.clear()
        for block in blocks(document):
            for piece in tuple(pieces(block)):
                look = piece.charFormat().toImageFormat()
                if look.isValid():
                    name = document.baseUrl().resolved(QUrl(look.name()))
                    self._waiting[name] = block
                    size = self._room_for(QImageReader(name.toLocalFile()).size())
                    look.setWidth(size.width())
                    look.setHeight(size.height())
                    cursor.setPosition(piece.position())
                    cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
                    cursor.setCharFormat(look)
        cursor.endEditBlock()

    def fit(self) -> None:
        """Make the pictures over for another width."""
        self.take(self._page.document())
        self.see()

    def see(self) -> None:
        """Make the pictures that are in sight, each once for a width: a page may hold ten."""
        top = self._page.verticalScrollBar().value()
        seen = QRectF(0, top, self._page.viewport().width(), self._page.viewport().height())
        document = self._page.document()
        layout = document.documentLayout()
        for name in [one for one, block in self._waiting.items() if layout.blockBoundingRect(block).intersects(seen)]:
            del self._waiting[name]
            document.addResource(_PICTURE, name, self._scaled(Path(name.toLocalFile())))
            self._page.viewport().update()

    def _scaled(self, path: Path) -> QImage:
        """Return a picture for as much room as there is, with a line around it: its ground may be the page's."""
        picture = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
        ratio = self._page.devicePixelRatioF()
        wide = round(self._room_for(picture.size()).width() * ratio)
        if picture.isNull():
            return self.unseen
        scaled = picture.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
        painter = QPainter(scaled)
        painter.setPen(QColor(self._appearance.theme.border))
        painter.drawRect(0, 0, scaled.width() - 1, scaled.height() - 1)
        painter.end()
        scaled.setDevicePixelRatio(ratio)
        return scaled

    def _room_for(self, picture: QSize) -> QSize:
        """Return how large a picture is shown: as it is, or as wide as the page."""
        wide = max(1, min(WIDEST, self._page.viewport().width() - 2 * ASIDE, picture.width()))
        return QSize(wide, round(picture.height() * wide / max(1, picture.width())))
