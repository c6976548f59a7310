"""The list itself: as many rows as there are annotations, of which only those in sight are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from carveout.gui.issues.delegate import IssueDelegate
from carveout.gui.issues.dragging import drag_of, paint_drop_line

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPaintEvent

    from carveout.gui.appearance import Appearance
    from carveout.gui.issues.model import IssueModel

_OPENS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_ACTS = {
    Qt.Key.Key_R: "resolve",
    Qt.Key.Key_S: "severity",
    Qt.Key.Key_A: "assign",
    Qt.Key.Key_T: "tag",
    Qt.Key.Key_D: "due",
    Qt.Key.Key_G: "group",
    Qt.Key.Key_O: "order",
}


class IssueList(QListView):
    """The annotations, of which several can be chosen; those that are stay so when the list is rearranged.

    `chosen` says that other rows are; `wanted` carries what a key asks to do with them.
    """

    chosen = Signal()
    followed = Signal()
    wanted = Signal(str)

    def __init__(self, model: IssueModel, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("issues")
        self.setAccessibleName("Issues")
        self._issues = model
        self._appearance = appearance
        self._kept: set[str] = set()
        self._current: tuple[str, int] | None = None
        self._restoring = False
        self._gap: int | None = None
        self.setModel(model)
        self.setItemDelegate(IssueDelegate(appearance, self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDropIndicatorShown(False)  # a line of our own shows where the rows come to
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.selectionModel().selectionChanged.connect(self._on_selected)
        self.doubleClicked.connect(self.followed)
        model.rearranged.connect(self._restore)
        appearance.changed.connect(self.viewport().update)

    @property
    def selected(self) -> tuple[str, ...]:
        """The ids of the annotations that are chosen, in the order of the list, none of them twice."""
        selection = self.selectionModel().selection()
        ranges = (selection.at(at) for at in range(selection.count()))
        rows = sorted(row for chosen in ranges for row in range(chosen.top(), chosen.bottom() + 1))
        found = (self._issues.row_at(row) for row in rows)
        return tuple(dict.fromkeys(row.annotation.id for row in found if row))

    @property
    def current(self) -> str | None:
        """The id of the annotation that the keys are at."""
        row = self._issues.row_at(self.currentIndex().row())
        return row.annotation.id if row else None

    def choose(self, annotation: str) -> None:
        """Choose one annotation and bring it into view."""
        found = self._issues.positions({annotation})
        if found:
            self.setCurrentIndex(self._issues.index(found[0]))

    def choose_first(self) -> None:
        """Choose the first annotation of the list."""
        first = next(at for at in range(len(self._issues.entries)) if self._issues.row_at(at))
        self.setCurrentIndex(self._issues.index(first))

    def event(self, event: QEvent) -> bool:
        """Keep the list's keys from the window's shortcuts."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the text on Enter; ask for what the other keys stand for."""
        if not _is_ours(event):
            super().keyPressEvent(event)
        elif event.key() in _OPENS:
            self.followed.emit()
        elif event.text().isdecimal():
            self.wanted.emit(event.text())
        else:
            self.wanted.emit(_ACTS[Qt.Key(event.key())])

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the chosen rows."""
        indexes = self.selectedIndexes()
        rows = [row for index in indexes if (row := self._issues.row_at(index.row()))]
        if rows:
            drag_of(rows, self._issues.mimeData(indexes), self, self._appearance.theme).exec(actions)
            self._aim(None)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show the gap into which the rows would come."""
        super().dragMoveEvent(event)
        self._aim(self._gap_at(event.position().toPoint()) if event.isAccepted() else None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show no gap any more."""
        super().dragLeaveEvent(event)
        self._aim(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Let the rows come into the gap."""
        self._aim(None)
        super().dropEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a line in the gap into which rows are dragged, over the rows."""
        super().paintEvent(event)
        if self._gap is not None:
            last = self._gap == len(self._issues.entries)
            row = self.visualRect(self._issues.index(self._gap - last))
            paint_drop_line(self.viewport(), row.bottom() if last else row.top(), self._appearance.theme)

    def _gap_at(self, point: QPoint) -> int:
        """Return the gap that is nearest to a point, counted from 0 above the first row, as the view drops rows."""
        index = self.indexAt(point)
        if not index.isValid():
            return len(self._issues.entries)
        return index.row() + (point.y() >= self.visualRect(index).center().y())

    def _aim(self, gap: int | None) -> None:
        if gap != self._gap:
            self._gap = gap
            self.viewport().update()

    def _on_selected(self) -> None:
        if self._restoring:
            return
        self._kept = set(self.selected)
        current = self.current
        self._current = (current, self.currentIndex().row()) if current else None
        self.chosen.emit()

    def _restore(self) -> None:
        """Choose again what was chosen, or what stands in its place now."""
        movable = self._issues.movable
        self.setDragDropMode(
            QAbstractItemView.DragDropMode.DragDrop if movable else QAbstractItemView.DragDropMode.NoDragDrop
        )
        positions = self._issues.positions(self._kept)
        if not positions and self._kept and self._current:
            last = len(self._issues.entries) - 1
            near = [at for at in (self._current[1], self._current[1] + 1, last) if self._issues.row_at(at)]
            positions = near[:1]
        self._restoring = True
        selection = QItemSelection()
        for at in positions:
            index = self._issues.index(at)
            selection.select(index, index)
        model = self.selectionModel()
        model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        again = self._issues.positions({self._current[0]}) if self._current else []
        for now in (again or positions)[:1]:
            model.setCurrentIndex(self._issues.index(now), QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(self._issues.index(now))
        self._restoring = False
        self._on_selected()


def _is_ours(event: QKeyEvent) -> bool:
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    return event.key() in {*_OPENS, *_ACTS} or (event.text().isascii() and event.text().isdecimal())
