"""The list of annotations: narrowed, grouped and sorted here, so that no proxy is needed."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from carveout.gui.inspector.annotation_chips import due_in_words
from carveout.gui.issues.moving import CARRIED, brought, carried, put, stepped
from carveout.gui.issues.rows import Criteria, Grouping, Heading, Order, grouped, in_order, kept, rows_of
from carveout.gui.visible import visible

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from PySide6.QtCore import QMimeData

    from carveout.gui.changes import Changes
    from carveout.gui.issues.rows import Entry, Row
    from carveout.gui.session import Session

ENTRY = Qt.ItemDataRole.UserRole
"""The role under which an index gives its Heading or Row."""

Index = QModelIndex | QPersistentModelIndex


def today() -> dt.date:
    """Return the day it is here."""
    return dt.datetime.now().astimezone().date()


class IssueModel(QAbstractListModel):
    """The annotations that meet the criteria, in the order and the groups that were asked for.

    Rows are made once, and again only of the annotations that change. `rearranged` says that any came, went or moved.
    """

    rearranged = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: dict[str, Row] = {}
        self._sorted: list[Row] = []
        self._entries: list[Entry] = []
        self._shown = 0
        self._held: bool | None = None
        self.criteria = Criteria()
        self.order = Order.SEVERITY
        self.grouping = Grouping.NONE
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_changed)
        self._on_opened()

    @property
    def rows(self) -> Mapping[str, Row]:
        """Every annotation of the matter, by its id."""
        return self._rows

    @property
    def entries(self) -> list[Entry]:
        """The headings and rows as they are shown."""
        return self._entries

    @property
    def shown(self) -> int:
        """How many annotations are shown."""
        return self._shown

    def narrow(self, criteria: Criteria) -> None:
        """Show the annotations that meet the criteria."""
        if criteria != self.criteria:
            self.criteria = criteria
            self._rearrange()

    def arrange(self, order: Order, grouping: Grouping) -> None:
        """Show them in another order, or in other groups."""
        if (order, grouping) != (self.order, self.grouping):
            self.order, self.grouping = order, grouping
            self._sorted = in_order(self._sorted, order)
            self._rearrange()

    @property
    def movable(self) -> bool:
        """Tell whether rows can be moved: in the order of counsel's own, where nothing groups them."""
        return self.order is Order.OWN and self.grouping is Grouping.NONE and self._session.writable

    def step(self, annotations: Sequence[str], by: int) -> None:
        """Move rows up (-1) or down (1) by one, where they can be moved."""
        gap = stepped(self._listed, annotations, by) if self.movable else None
        if gap is not None:
            self._put(annotations, gap)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Rearrange the list once, at the end, however much changes in between."""
        self._held = False
        try:
            yield
        finally:
            wanted, self._held = self._held, None
            if wanted:
                self._sort()

    def row_at(self, at: int) -> Row | None:
        """Return the row at a position of the list, None for a heading or past the end."""
        entry = self._entries[at] if 0 <= at < len(self._entries) else None
        return None if entry is None or isinstance(entry, Heading) else entry

    def positions(self, annotations: Collection[str]) -> list[int]:
        """Return where annotations stand in the list; under several tags, an annotation stands several times."""
        if not annotations:
            return []
        return [
            at
            for at, entry in enumerate(self._entries)
            if not isinstance(entry, Heading) and entry.annotation.id in annotations
        ]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        """Count the headings and rows that are shown."""
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be chosen, and no heading; where they can be moved, let them be dragged into the gaps between."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled if self.movable else Qt.ItemFlag.NoItemFlags
        if self.row_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen | Qt.ItemFlag.ItemIsDragEnabled if self.movable else chosen

    def supportedDropActions(self) -> Qt.DropAction:
        """Say that rows are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Say as what rows are dragged."""
        return [CARRIED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Give the rows that are dragged."""
        rows = (self.row_at(at) for at in sorted(index.row() for index in indexes))
        return carried([row.annotation.id for row in rows if row])

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index) -> bool:
        """Take the rows that are dropped into the gap above `row`, or to the end."""
        moving = [id_ for id_ in brought(data) if id_ in self._rows]
        if parent.isValid() or not self.movable or not moving:
            return False
        self._put(moving, len(self._entries) if row < 0 else row)
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the Heading or Row, or what it says."""
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return visible(said(entry))
        return None

    @property
    def _listed(self) -> list[str]:
        return [entry.annotation.id for entry in self._entries if not isinstance(entry, Heading)]

    def _put(self, annotations: Sequence[str], gap: int) -> None:
        with self.held():
            ordered = [row.annotation.id for row in self._sorted]
            put(self._session, ordered, self._listed, annotations, gap)

    def _on_opened(self) -> None:
        reading = self._session.reading
        review = self._session.review
        self._rows = rows_of(reading, review.annotations.values(), review.ranks) if reading else {}
        self.criteria = Criteria()
        self._sorted = []
        self._sort()

    def _on_changed(self, changes: Changes) -> None:
        reading, review = self._session.reading, self._session.review
        annotations = review.annotations
        if reading is None or not (changes.outline or changes.annotations):
            return
        if changes.outline:
            self._rows = rows_of(reading, annotations.values(), review.ranks)
        else:
            standing = [annotations[id_] for id_ in changes.annotations if id_ in annotations]
            self._rows.update(rows_of(reading, standing, review.ranks))
            for gone in changes.annotations - annotations.keys():
                self._rows.pop(gone, None)
        self._sort()

    def _sort(self) -> None:
        if self._held is not None:
            self._held = True
            return
        known = [self._rows[row.annotation.id] for row in self._sorted if row.annotation.id in self._rows]
        if len(known) < len(self._rows):
            before = {row.annotation.id for row in known}
            known += [row for id_, row in self._rows.items() if id_ not in before]
        self._sorted = in_order(known, self.order)
        self._rearrange()

    def _rearrange(self) -> None:
        self.beginResetModel()
        shown = kept(self._sorted, self.criteria, self._session.author, today())
        self._entries, self._shown = grouped(shown, self.grouping), len(shown)
        self.endResetModel()
        self.rearranged.emit()


def said(entry: Entry) -> str:
    """Return what an entry says in words alone."""
    if isinstance(entry, Heading):
        return f"{entry.name}, {entry.number}"
    a = entry.annotation
    kind = f"{a.kind.capitalize()}, {a.severity}" if a.severity else a.kind.capitalize()
    parts = [kind, a.status.value, entry.where, a.comment, f"by {a.author}"]
    parts += [f"for {a.assignee}"] if a.assignee else []
    parts += [due_in_words(a, today())] if a.due else []
    return ". ".join([*parts, *a.tags])
