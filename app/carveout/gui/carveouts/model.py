"""The table of carve-outs: rows by carve-out, narrowed and sorted here so that no proxy is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from carveout.gui.carveouts.rows import TITLES, UNDECIDED, Column, Criteria, Row, kept, ordered, rows_of
from carveout.gui.labels import plain_tooltip

if TYPE_CHECKING:
    from carveout.agreement.span import Span
    from carveout.gui.changes import Changes
    from carveout.gui.session import Session
    from carveout.review.mark import Decision

ROW = Qt.ItemDataRole.UserRole
"""The role under which an index gives its Row."""
DECISION = Qt.ItemDataRole.UserRole + 1
"""The role under which an index gives its Decision, None while the carve-out is open."""

Index = QModelIndex | QPersistentModelIndex


class CarveoutModel(QAbstractTableModel):
    """The carve-outs that meet the criteria, in the order that was asked for.

    `rearranged` says that rows came, went or moved; the row of a carve-out is found again by its span.
    """

    rearranged = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: tuple[Row, ...] = ()
        self._shown: list[int] = []
        self._criteria = Criteria()
        self._column = Column.CLAUSE
        self._descending = False
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        self._on_opened()

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every carve-out of the document, in its order."""
        return self._rows

    @property
    def criteria(self) -> Criteria:
        """What the table is narrowed to."""
        return self._criteria

    def narrow(self, criteria: Criteria) -> None:
        """Show the carve-outs that meet the criteria."""
        self._criteria = criteria
        self._rearrange()

    def row_of(self, span: Span) -> int | None:
        """Return the row of the carve-out with this span, None where it isn't shown."""
        return next((n for n, at in enumerate(self._shown) if self._rows[at].carveout.span == span), None)

    def row_at(self, row: int) -> Row:
        """Return what a row shows."""
        return self._rows[self._shown[row]]

    def decision_at(self, row: int) -> Decision | None:
        """Return the decision about the carve-out in a row."""
        return self._session.review.decisions.get(self.row_at(row).carveout.span)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """Count the carve-outs that are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """Count the columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return TITLES[Column(section)]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the Row and its Decision, or the text of a cell."""
        if not index.isValid():
            return None
        row, column = self.row_at(index.row()), Column(index.column())
        decision = self.decision_at(index.row())
        match role:
            case _ if role == ROW:
                return row
            case _ if role == DECISION:
                return decision
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return _said(decision) if column is Column.DECISION else row.text(column)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(_said(decision) if column is Column.DECISION else row.text(column))
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column."""
        self._column, self._descending = Column(column), order is Qt.SortOrder.DescendingOrder
        self._rearrange()

    def _on_opened(self) -> None:
        reading = self._session.reading
        self._rows = rows_of(reading) if reading else ()
        self._criteria = Criteria()
        self._rearrange()

    def _on_changed(self, changes: Changes) -> None:
        if changes.outline and self._session.reading is not None:
            self._rows = rows_of(self._session.reading)
            self._rearrange()
            return
        if not changes.carveouts:
            return
        if self._arranged() != self._shown:
            self._rearrange()
        for span in changes.carveouts:
            row = self.row_of(span)
            if row is not None:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def _rearrange(self) -> None:
        self.beginResetModel()
        self._shown = self._arranged()
        self.endResetModel()
        self.rearranged.emit()

    def _arranged(self) -> list[int]:
        decisions = self._session.review.decisions
        positions = kept(self._rows, decisions, self._criteria)
        return ordered(self._rows, positions, decisions, self._column, descending=self._descending)


def _said(decision: Decision | None) -> str:
    if decision is None:
        return UNDECIDED
    return f"{decision.verdict}: {decision.reason}" if decision.reason else decision.verdict.value
