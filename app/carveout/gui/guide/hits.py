"""The pages that were found, each with its title over the words around what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carveout.gui.guide.searching import Hit

    Index = QModelIndex | QPersistentModelIndex

_HIT = Qt.ItemDataRole.UserRole.value
_ROW = 70
_ASIDE, _ABOVE = 10, 7
_TITLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class Hits(QListWidget):
    """What was found. `chosen` carries the Hit that somebody turned to, None where nothing was found."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guideHits")
        self.setAccessibleName("Pages with these words")
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._on_current)

    def show_hits(self, hits: Iterable[Hit]) -> None:
        """Show what was found, and turn to the first of it."""
        self.blockSignals(True)  # noqa: FBT003  (Qt has no keyword for it)
        self.clear()
        for hit in hits:
            item = QListWidgetItem()
            item.setData(_HIT, hit)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{hit.page.title}, {hit.around}")
            self.addItem(item)
        self.blockSignals(False)  # noqa: FBT003
        if self.count():
            self.setCurrentRow(0)
        else:
            self.chosen.emit(None)

    def go_on(self, step: int) -> None:
        """Turn to the next of them, or to the previous one for -1."""
        if self.count():
            self.setCurrentRow((self.currentRow() + step) % self.count())

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_HIT))


class _Delegate(QStyledItemDelegate):
    """Draws a title, and two lines of the words below it."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of every row."""
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        hit: Hit = index.data(_HIT)
        style = option.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        box = option.rect.adjusted(_ASIDE, _ABOVE, -_ASIDE, -_ABOVE)
        line = option.fontMetrics.height()
        painter.save()
        painter.setClipRect(box)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        quiet = QPalette.ColorRole.Text if chosen else QPalette.ColorRole.PlaceholderText
        painter.setPen(QGuiApplication.palette().color(quiet))
        painter.drawText(QRect(box.x(), box.y() + line + 3, box.width(), 2 * line + 2), _WORDS, hit.around)
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        title = painter.fontMetrics().elidedText(hit.page.title, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _TITLE, title)
        painter.restore()
