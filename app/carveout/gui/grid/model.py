"""A grid as Qt's views ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from carveout.gui.grid.grid import Cell, Grid, Heading, Row
from carveout.gui.labels import plain_tooltip
from carveout.gui.visible import visible

if TYPE_CHECKING:
    from collections.abc import Hashable

CELL = Qt.ItemDataRole.UserRole
"""The role under which an index gives its Cell, or the Heading that its row is."""

Index = QModelIndex | QPersistentModelIndex


class GridModel(QAbstractTableModel):
    """The rows of one grid at a time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grid = Grid()

    def show(self, grid: Grid) -> None:
        """Show another grid."""
        self.beginResetModel()
        self.grid = grid
        self.endResetModel()

    def row_of(self, key: Hashable) -> int | None:
        """Return the row of a key, None where it isn't there."""
        return next((at for at, row in enumerate(self.grid.rows) if row.key == key), None)

    def cell(self, row: int, column: int) -> Cell | Heading:
        """Return a cell, or the heading that the row is."""
        shown = self.grid.rows[row]
        return shown.cells[column] if isinstance(shown, Row) else shown

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """Count the rows."""
        return 0 if parent.isValid() else len(self.grid.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """Count the columns."""
        return 0 if parent.isValid() else len(self.grid.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.grid.columns[section].title
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let cells be chosen, headings not."""
        heading = index.isValid() and isinstance(self.grid.rows[index.row()], Heading)
        return Qt.ItemFlag.ItemIsEnabled if heading else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the Cell, or what it says."""
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        if role == CELL:
            return cell
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return visible(cell.words)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(cell, Cell):
            return plain_tooltip(cell.words)
        return None
