"""The contents of the guide as a list: headings, pages, and below a page those that it lists itself."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from carveout.gui.guide.contents import contents

_FILE = Qt.ItemDataRole.UserRole.value
_HEADING = 36
"""Pixels of a heading's row, the most of them above it."""


class Listed(QTreeWidget):
    """Every page by its title. `chosen` carries the file of the one that somebody turned to."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guideContents")
        self.setAccessibleName("Contents of the guide")
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setRootIsDecorated(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._items: dict[str, QTreeWidgetItem] = {}
        self._fill()
        self.currentItemChanged.connect(self._on_current)

    def show_chosen(self, file: str) -> None:
        """Choose the page that is shown, which the signal doesn't tell."""
        item = self._items.get(file)
        if item is not None and item is not self.currentItem():
            self.blockSignals(True)  # noqa: FBT003  (Qt has no keyword for it)
            self.setCurrentItem(item)
            self.blockSignals(False)  # noqa: FBT003
            item.setExpanded(True)
            self.scrollToItem(item)

    def _fill(self) -> None:
        group = ""
        for page in contents():
            if page.group != group and not page.within:
                group = page.group
                heading = QTreeWidgetItem(self, [group.upper()])
                heading.setSizeHint(0, QSize(0, _HEADING))
                heading.setTextAlignment(0, Qt.AlignmentFlag.AlignBottom)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                face = QFont(self.font())
                face.setPixelSize(11)
                face.setWeight(QFont.Weight.DemiBold)
                heading.setFont(0, face)
            item = QTreeWidgetItem(self._items.get(page.within) or self, [page.title])
            item.setData(0, _FILE, page.file)
            item.setToolTip(0, page.title)
            self._items[page.file] = item

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and item.data(0, _FILE):
            self.chosen.emit(item.data(0, _FILE))
