"""A layout that sets its items like words: one after the other, in as many rows as the width asks for."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items at their own size, left to right, centred in their row; one wider than the layout is made to fit."""

    def __init__(self, parent: QWidget | None = None, *, across: int = 6, down: int = 6) -> None:
        """Keep `across` pixels between neighbours and `down` between rows."""
        self._heights: dict[int, int] = {}
        self._set: dict[int, list[list[tuple[QLayoutItem, QSize]]]] = {}
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self._items: list[QLayoutItem] = []
        self._across = across
        self._down = down

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Count the items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out, None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tell Qt that the height follows from the width."""
        return True

    def invalidate(self) -> None:
        """Forget what was reckoned: an item came, went or changed."""
        self._heights.clear()
        self._set.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels of all rows at a width; the layouts around ask for it again and again."""
        if width not in self._heights:
            tall = [max(size.height() for _, size in row) for row in self._rows(width)]
            self._heights[width] = sum(tall) + self._down * max(0, len(tall) - 1)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        """Move every item to its place."""
        super().setGeometry(rect)
        top = rect.top()
        for row in self._rows(rect.width()):
            height = max(size.height() for _, size in row)
            left = rect.left()
            for item, size in row:
                item.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), size))
                left += size.width() + self._across
            top += height + self._down

    def sizeHint(self) -> QSize:
        """Ask for one row."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self._across * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Ask for the widest that can't be made narrower."""
        sizes = [item.minimumSize() for item in self._shown()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Return the items in their rows, each with the size it is given there."""
        if width not in self._set:
            self._set[width] = self._filled(width)
        return self._set[width]

    def _filled(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        left = width
        for item in self._shown():
            size = item.sizeHint()
            size.setWidth(min(size.width(), width))
            if not rows or left < size.width() + self._across:
                rows.append([])
                left = width + self._across
            rows[-1].append((item, size))
            left -= size.width() + self._across
        return rows
