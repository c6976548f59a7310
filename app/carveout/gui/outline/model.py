"""The outline as Qt's item views see it: rows keyed by the clause's id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from carveout.agreement.citation import cite
from carveout.agreement.correction.possible import named, written
from carveout.gui.labels import plain_tooltip
from carveout.gui.outline.filter import Branches, Facet, Finder, around, every, of_facet
from carveout.gui.outline.row import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carveout.agreement.reading import Reading
    from carveout.gui.session import Session

_ROOT = QModelIndex()
_NOTHING = Branches({}, {}, frozenset())

ROW = Qt.ItemDataRole.UserRole
"""The role under which an index yields its Row."""

_SHOWN = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
_EDITABLE = _SHOWN | Qt.ItemFlag.ItemIsEditable


class OutlineModel(QAbstractItemModel):
    """The clauses of a document, those that the filter keeps.

    Until another is laid, every index is answered from the document that was laid, whatever lies on the desk by then.
    A change of the filter resets the model: taking rows away one by one under an open view takes seconds.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._facet = Facet.ALL
        self._typed = ""
        self._reading: Reading | None = None
        self._rows: Rows | None = None
        self._finder: Finder | None = None
        self._whole = self._branches = _NOTHING
        self.lay()

    @property
    def filtered(self) -> bool:
        """Tell whether a filter is on."""
        return self._facet is not Facet.ALL or bool(self._typed)

    @property
    def ways(self) -> frozenset[int]:
        """The clauses that must be open for every match of the filter to be in sight."""
        return self._branches.ways

    def lay(self) -> None:
        """Show the document on the desk, all of it."""
        self._facet, self._typed = Facet.ALL, ""
        self.lay_again()

    def lay_again(self) -> None:
        """Show the document as its outline was corrected; what is filtered stays so."""
        self._reading = reading = self._session.reading
        self._rows = Rows(reading, self._session.corrections) if reading else None
        self._finder = Finder(reading) if reading else None
        self._whole = every(reading.outline) if reading else _NOTHING
        self._show(self._sifted(None))

    def filter(self, facet: Facet, typed: str) -> None:
        """Keep the clauses of a facet whose number, heading or first words hold what was typed."""
        self._facet, self._typed = facet, typed.strip()
        self._show(self._sifted(None))

    def refresh(self, clauses: Iterable[int], stays: int | None) -> None:
        """Show how the review now stands on some clauses.

        The clause that `stays` keeps its row even where the filter is no longer about it, so that a row doesn't
        vanish under the hand that marks it.
        """
        if self._rows is None:
            return
        for clause in clauses:
            self._rows.forget(clause)
        sifted = self._sifted(stays)
        if sifted.rows.keys() != self._branches.rows.keys():
            self._show(sifted)
            return
        for clause in clauses:
            if (index := self.at(clause)).isValid():
                self.dataChanged.emit(index, index)

    def first_match(self) -> int | None:
        """Return the first clause, in document order, that the filter is about; None where there is none."""
        return min(self._matches(), default=None) if self._reading else None

    def clause(self, index: QModelIndex | QPersistentModelIndex) -> int | None:
        """Return the id of the clause at an index, None for the root."""
        return index.internalId() if index.isValid() else None

    def at(self, clause: int) -> QModelIndex:
        """Return the index of a clause, invalid where the filter hides it."""
        row = self._branches.rows.get(clause)
        return QModelIndex() if row is None else self.createIndex(row, 0, clause)

    def index(self, row: int, column: int, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> QModelIndex:
        """Return the index of a row below another."""
        below = self._branches.children.get(parent.internalId() if parent.isValid() else None, ())
        return self.createIndex(row, 0, below[row]) if column == 0 and 0 <= row < len(below) else QModelIndex()

    def parent(self, index: QModelIndex | QPersistentModelIndex) -> QModelIndex:  # type: ignore[override]
        """Return the index above another."""
        clause, reading = self.clause(index), self._reading
        if clause is None or reading is None:
            return QModelIndex()
        above = reading.outline[clause].parent
        return QModelIndex() if above is None else self.at(above)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Count the rows below an index."""
        return len(self._branches.children.get(parent.internalId() if parent.isValid() else None, ()))

    def columnCount(self, _parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """One: the delegate paints the rest."""
        return 1

    def hasChildren(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> bool:
        """Tell whether there are rows below an index."""
        return (parent.internalId() if parent.isValid() else None) in self._branches.children

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Let a clause be renamed where the review can be changed."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _EDITABLE if self._session.writable else _SHOWN

    def setData(
        self, index: QModelIndex | QPersistentModelIndex, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Rename the clause to the label and heading that were written."""
        clause, reading = self.clause(index), self._reading
        if clause is None or reading is None or role != Qt.ItemDataRole.EditRole:
            return False
        change = named(reading.outline[clause], str(value))
        return change is None or self._session.correct(change)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the clause's row, its words, or the tooltip that says what its shapes mean."""
        clause, reading = self.clause(index), self._reading
        if clause is None or reading is None or self._rows is None:
            return None
        row = self._rows.row(clause, self._session.review)
        match role:
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return f"{row.number} {row.title}".strip()
            case Qt.ItemDataRole.EditRole:
                return written(reading.outline[clause])
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.said
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(f"{row.said} · {cite(reading, clause)}")
        return None

    def _matches(self) -> set[int]:
        reading = self._reading
        if reading is None or self._finder is None:
            return set()
        return self._finder.among(of_facet(reading, self._session.review, self._facet), self._typed)

    def _sifted(self, stays: int | None) -> Branches:
        reading = self._reading
        if reading is None or not self.filtered:
            return self._whole
        return around(reading.outline, self._matches() | ({stays} if stays is not None else set()))

    def _show(self, branches: Branches) -> None:
        self.beginResetModel()
        self._branches = branches
        self.endResetModel()
