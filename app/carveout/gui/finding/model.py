"""The rows of the palette as a list: headings, which can't be chosen, and items, which can while they are possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from carveout.gui.finding.items import Item
from carveout.gui.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carveout.gui.finding.rows import Row

ROW = Qt.ItemDataRole.UserRole
"""The role under which an index gives its Row."""

Index = QModelIndex | QPersistentModelIndex


class PaletteModel(QAbstractListModel):
    """Holds the rows that are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def item(self, row: int) -> Item | None:
        """Return what a row leads to, None where it can't be taken."""
        if not 0 <= row < len(self.rows):
            return None
        found = self.rows[row]
        return found if isinstance(found, Item) and found.possible else None

    def next(self, row: int, step: int) -> int:
        """Return the next row that can be taken, down for 1 and up for -1; the same where there is none."""
        at = row + step
        while 0 <= at < len(self.rows):
            if self.item(at) is not None:
                return at
            at += step
        return row

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """Count the rows."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let what is possible be chosen."""
        possible = index.isValid() and self.item(index.row()) is not None
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if possible else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the Row, or what it says."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return visible(row.said)
        return None
