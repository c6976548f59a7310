"""One page of the guide: read from its Markdown, set in the window's faces and colours."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from carveout.assets import GUIDE
from carveout.gui.guide.contents import words_of
from carveout.gui.guide.marked import Marked
from carveout.gui.guide.pictures import ASIDE, WIDEST, Pictures
from carveout.gui.guide.setting import SIZE, blocks, set_margin, set_page

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from carveout.gui.appearance import Appearance

_PICTURE = QTextDocument.ResourceType.ImageResource.value
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
        self._file = ""
        self._before: list[tuple[str, int]] = []
        self._after: list[tuple[str, int]] = []
        self.marked = Marked(self, appearance)
        self._pictures = Pictures(self, appearance)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLED)
        self._settling.timeout.connect(self._pictures.fit)
        self.anchorClicked.connect(self._on_followed)
        self._wearing = QTimer(self)
        self._wearing.setSingleShot(True)
        self._wearing.timeout.connect(self._on_worn)
        appearance.changed.connect(self._wearing.start)

    @property
    def file(self) -> str:
        """The file of the page, by its path in the guide; empty while none is shown."""
        return self._file

    def turn_to(self, file: str, heading: str = "") -> None:
        """Show a page from its beginning, or from a heading as links name it; a page that is shown stays."""
        if (file, heading) == (self._file, ""):
            return
        if self._file:
            self._before.append((self._file, self.verticalScrollBar().value()))
            self._after.clear()
        self._show(file, 0)
        if heading:
            self._go_to_heading(heading)

    def backward(self) -> None:
        """Show the page that was shown before, where it was left."""
        self._go_along(self._before, self._after)

    def forward(self) -> None:
        """Show again the page that `backward` led away from."""
        self._go_along(self._after, self._before)

    def loadResource(self, kind: int, _name: QUrl | str) -> object:
        """Return something in the place of a picture until that is in sight; nothing else is ever loaded."""
        return self._pictures.unseen if kind == _PICTURE else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines readable, and make the pictures over once the width is settled."""
        super().resizeEvent(event)
        self._set_margin(self.document())
        self._settling.start()

    def _show(self, file: str, at: int) -> None:
        """Lay a page out, which is done once, when all of it is set."""
        self.marked.forget()
        page = QTextDocument(self)
        page.setBaseUrl(QUrl.fromLocalFile(str((GUIDE / file).parent) + "/"))
        font = self.font()
        font.setPixelSize(SIZE)
        page.setDefaultFont(font)
        page.setUndoRedoEnabled(False)
        page.setMarkdown(words_of(file))
        set_page(page, self._appearance.theme)
        self._set_margin(page)
        self._pictures.take(page)
        self._file = file
        self.setDocument(page)
        self._scroll(at)
        self._pictures.see()
        self.backwardAvailable.emit(bool(self._before))
        self.forwardAvailable.emit(bool(self._after))
        self.turned.emit(file)

    def _go_along(self, those: list[tuple[str, int]], others: list[tuple[str, int]]) -> None:
        if those:
            others.append((self._file, self.verticalScrollBar().value()))
            self._show(*those.pop())

    def _go_to_heading(self, name: str) -> None:
        for block in blocks(self.document()):
            if block.blockFormat().headingLevel() and _named(block.text()) == name:
                place = self.document().documentLayout().blockBoundingRect(block).top()
                self._scroll(round(place) - 12)
                return

    def _scroll(self, down: int) -> None:
        bar = self.verticalScrollBar()
        if down:  # Qt lays the rest out later, and has no more to scroll until then
            high = self.document().documentLayout().documentSize().height()
            bar.setMaximum(max(bar.maximum(), round(high) - self.viewport().height()))
        bar.setValue(down)

    def _on_followed(self, link: QUrl) -> None:
        target = self.document().baseUrl().resolved(link)
        if not target.isLocalFile():
            QGuiApplication.clipboard().setText(target.toString())
            self.copied.emit(target.toString())
            return
        path, guide = Path(target.toLocalFile()).resolve(), GUIDE.resolve()
        if path.is_relative_to(guide) and path.is_file():
            self.turn_to(path.relative_to(guide).as_posix(), target.fragment())

    def _on_worn(self) -> None:
        if self._file:
            self._show(self._file, self.verticalScrollBar().value())

    def _set_margin(self, page: QTextDocument) -> None:
        set_margin(page, max(ASIDE, (self.viewport().width() - WIDEST) / 2))


def _named(heading: str) -> str:
    """Return what a link calls a heading, as the site does."""
    return re.sub(r"[^\w\- ]", "", heading.strip().casefold()).replace(" ", "-")
