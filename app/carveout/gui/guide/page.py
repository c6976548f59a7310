"""One page of the guide: read from its Markdown, set in the window's faces and colours, its pictures as wide as it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from carveout.assets import GUIDE
from carveout.gui.guide.setting import SIZE, blocks, pieces, set_margin, set_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QResizeEvent

    from carveout.gui.appearance import Appearance

_MARKDOWN = QTextDocument.ResourceType.MarkdownResource
_PICTURE = QTextDocument.ResourceType.ImageResource
_WIDEST, _ASIDE = 860, 34
_SETTLED = 120
"""Milliseconds after which a width counts as chosen: pictures are made over for it."""


class GuidePage(QTextBrowser):
    """A page with its links. `turned` carries the file of the page shown, `copied` an address that leads outside.

    Nothing but the guide's own files is read, and no address is followed out of it.
    """

    turned = Signal(str)
    copied = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guidePage")
        self.setAccessibleName("Page of the guide")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self._appearance = appearance
        self._fresh = False
        self._pictures: dict[tuple[Path, int], QImage] = {}
        self._marked: list[QTextCursor] = []
        self._at = -1
        font = self.font()
        font.setPixelSize(SIZE)
        self.document().setDefaultFont(font)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLED)
        self._settling.timeout.connect(self._fit)
        self.anchorClicked.connect(self._on_followed)
        self.sourceChanged.connect(self._on_source_changed)
        appearance.changed.connect(self._on_worn)

    @property
    def file(self) -> str:
        """The file of the page, by its path in the guide; empty while none is shown."""
        return _file_of(self.source())

    def turn_to(self, file: str) -> None:
        """Show a page from its beginning, if it is not the one that is shown."""
        if file != self.file:
            self.setSource(QUrl.fromLocalFile(str(GUIDE / file)), _MARKDOWN)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a page, or a picture as wide as there is room for; nothing from outside the guide."""
        path = Path(self.source().resolved(QUrl(name)).toLocalFile())
        if not path.resolve().is_relative_to(GUIDE.resolve()):
            return None
        if kind == _PICTURE.value:
            return self._scaled(path)
        self._fresh = True
        self._pictures.clear()
        return super().loadResource(kind, name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines readable, and make the pictures over once the width is settled."""
        super().resizeEvent(event)
        self._set_margin()
        self._settling.start()

    def mark(self, words: Sequence[str]) -> None:
        """Mark where words begin on the page, and go to the first place, which a heading with them comes before."""
        self._marked = [*self._places(words)]
        self._at = -1
        headed = [cursor for cursor in self._marked if cursor.blockFormat().headingLevel() > 1]
        self._show_marked()
        if self._marked:
            self._go(self._marked.index(headed[0]) if headed else 0)

    def go_on(self, step: int) -> None:
        """Go to the next place that is marked, or to the previous one for -1."""
        if self._marked:
            self._go((self._at + step) % len(self._marked))

    def _go(self, at: int) -> None:
        self._at = at
        cursor = QTextCursor(self._marked[at])
        cursor.clearSelection()
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - self.viewport().height() // 3)
        self._show_marked()

    def _places(self, words: Sequence[str]) -> Iterator[QTextCursor]:
        if not words:
            return
        wanted = re.compile("|".join(rf"(?<!\w){re.escape(word)}" for word in words), re.IGNORECASE)
        for block in blocks(self.document()):
            for place in wanted.finditer(block.text()):
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + place.start())
                cursor.setPosition(block.position() + place.end(), QTextCursor.MoveMode.KeepAnchor)
                yield cursor

    def _show_marked(self) -> None:
        theme = self._appearance.theme
        shown: list[QTextEdit.ExtraSelection] = []
        for at, cursor in enumerate(self._marked):
            look = QTextCharFormat()
            look.setBackground(QColor(theme.highlight if at == self._at else theme.noted))
            one = QTextEdit.ExtraSelection()
            one.cursor, one.format = cursor, look
            shown.append(one)
        self.setExtraSelections(shown)

    def _on_followed(self, link: QUrl) -> None:
        target = self.source().resolved(link)
        if target.isLocalFile() and Path(target.toLocalFile()).resolve().is_relative_to(GUIDE.resolve()):
            self.setSource(target, _MARKDOWN)
        elif not target.isLocalFile():
            QGuiApplication.clipboard().setText(target.toString())
            self.copied.emit(target.toString())

    def _on_source_changed(self, source: QUrl) -> None:
        if self._fresh:
            self._fresh = False
            self._marked, self._at = [], -1
            self.setExtraSelections([])
            set_page(self.document(), self._appearance.theme)
            self._set_margin()
            self._fit()
        if source.hasFragment():
            self._go_to_heading(source.fragment())
        self.turned.emit(_file_of(source))

    def _go_to_heading(self, name: str) -> None:
        for block in blocks(self.document()):
            if block.blockFormat().headingLevel() and _named(block.text()) == name:
                place = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(place) - 12)
                return

    def _on_worn(self) -> None:
        at = self.verticalScrollBar().value()
        self.reload()
        self.verticalScrollBar().setValue(at)

    def _set_margin(self) -> None:
        set_margin(self.document(), max(_ASIDE, (self.viewport().width() - _WIDEST) / 2))

    def _room(self) -> int:
        return min(_WIDEST, self.viewport().width() - 2 * _ASIDE)

    def _scaled(self, path: Path) -> QImage:
        ratio = self.devicePixelRatioF()
        room = round(self._room() * ratio)
        made = self._pictures.get((path, room))
        if made is not None:
            return made
        picture = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
        if picture.isNull() or room <= 0:
            return picture
        scaled = picture.scaledToWidth(min(room, picture.width()), Qt.TransformationMode.SmoothTransformation)
        painter = QPainter(scaled)
        painter.setPen(QColor(self._appearance.theme.border))
        painter.drawRect(0, 0, scaled.width() - 1, scaled.height() - 1)
        painter.end()
        scaled.setDevicePixelRatio(ratio)
        self._pictures[path, room] = scaled
        return scaled

    def _fit(self) -> None:
        """Make every picture of the page as wide as there is room for."""
        cursor = QTextCursor(self.document())
        for block in blocks(self.document()):
            for piece in tuple(pieces(block)):
                look = piece.charFormat().toImageFormat()
                if not look.isValid():
                    continue
                name = self.document().baseUrl().resolved(QUrl(look.name()))
                picture = self.loadResource(_PICTURE.value, name)
                if not isinstance(picture, QImage) or picture.isNull():
                    continue
                self.document().addResource(_PICTURE.value, name, picture)
                size = picture.deviceIndependentSize()
                look.setWidth(size.width())
                look.setHeight(size.height())
                cursor.setPosition(piece.position())
                cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(look)


def _file_of(source: QUrl) -> str:
    path = source.toLocalFile()
    return Path(path).relative_to(GUIDE).as_posix() if path else ""


def _named(heading: str) -> str:
    """Return what a link calls a heading, as the site does."""
    return re.sub(r"[^\w\- ]", "", heading.strip().casefold()).replace(" ", "-")
