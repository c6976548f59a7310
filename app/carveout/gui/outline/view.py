"""The tree on screen: the ground of its rows, the arrows that open them, and how they are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractItemView, QFrame, QMenu, QStyle, QStyleOptionViewItem, QTreeView, QWidget

from carveout.gui.outline.delegate import OutlineDelegate

if TYPE_CHECKING:
    from carveout.gui.appearance import Appearance

_INDENT = 14
_BAR = 3


class OutlineView(QTreeView):
    """A tree whose rows stretch over its whole width, the chosen one with a bar at its left edge.

    Actions that are added to it appear in its context menu.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setObjectName("outline")
        self.setAccessibleName("Outline of the document")
        self.setItemDelegate(OutlineDelegate(appearance, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(_INDENT)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)

    def menu(self) -> QMenu:
        """Return the context menu as it would open now, of the actions that were added; it goes when it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        menu.addActions(self.actions())
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the context menu on a row, which the press has chosen."""
        if self.indexAt(event.pos()).isValid() or event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.menu().popup(event.globalPos())

    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:
        """Keep the style from painting the chosen row: drawRow does."""
        super().initViewItemOption(option)
        palette = option.palette
        palette.setBrush(palette.ColorRole.Highlight, Qt.BrushStyle.NoBrush)
        option.palette = palette

    def drawRow(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the ground from edge to edge, then the row."""
        theme = self._appearance.theme
        row = QRect(0, option.rect.top(), self.viewport().width(), option.rect.height())
        if index == self.currentIndex():
            painter.fillRect(row, QColor(theme.accent_soft))
            painter.fillRect(row.left(), row.top(), _BAR, row.height(), QColor(theme.accent))
            if self.hasFocus():
                painter.setPen(QColor(theme.accent))
                painter.drawRect(row.adjusted(0, 0, -1, -1))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, QColor(theme.border))
        super().drawRow(painter, option, index)

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint the arrow that opens or closes the row."""
        if not self.model().hasChildren(index):
            return
        middle = QPointF(rect.right() - 4, rect.center().y() + 0.5)
        arms = ((-3.5, -1.5), (0, 2), (3.5, -1.5)) if self.isExpanded(index) else ((-1.5, -3.5), (2, 0), (-1.5, 3.5))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._appearance.theme.muted), 1.4))
        painter.drawPolyline(QPolygonF([middle + QPointF(x, y) for x, y in arms]))
        painter.restore()
