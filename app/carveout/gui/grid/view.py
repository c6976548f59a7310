"""The grid on the screen: columns share the width, rows are as high as their words, arrows walk, Enter leads on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from carveout.gui.grid.delegate import GridDelegate
from carveout.gui.grid.fitting import Fitting
from carveout.gui.grid.grid import Cell, Heading
from carveout.gui.grid.model import GridModel

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from PySide6.QtGui import QFont, QResizeEvent, QShowEvent

    from carveout.gui.appearance import Appearance
    from carveout.gui.grid.grid import Column, Grid, Row
    from carveout.gui.grid.model import Index

_NARROWEST = 0.8
"""The part of what it needs that a column keeps in a narrow window, before the grid is scrolled sideways."""
_OPENS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class GridView(QTableView):
    """Shows a Grid. `chosen` carries the key of the row that is chosen and the column; `followed` carries a Target."""

    chosen = Signal(object, int)
    followed = Signal(object)

    def __init__(
        self, name: str, appearance: Appearance, parent: QWidget | None = None, *, by_row: bool = False
    ) -> None:
        """Make an empty grid; `name` says to a person what it holds. `by_row` chooses rows rather than cells."""
        super().__init__(parent)
        self.setObjectName("grid")
        self.setAccessibleName(name)
        self._grid = GridModel(self)
        self._delegate = GridDelegate(appearance, self, by_row=by_row)
        self._rows = Fitting(self)
        self.setModel(self._grid)
        self.setItemDelegate(self._delegate)
        behaviour = QAbstractItemView.SelectionBehavior
        self.setSelectionBehavior(behaviour.SelectRows if by_row else behaviour.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self._fits = False
        self._fitted: tuple[list[int], str] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._fit)
        self._lay_out_headers()
        appearance.changed.connect(self.viewport().update)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(self._on_opened)

    @property
    def grid(self) -> Grid:
        """What is shown."""
        return self._grid.grid

    @property
    def key(self) -> Hashable | None:
        """The key of the row that is chosen."""
        index = self.currentIndex()
        return self.grid.rows[index.row()].key if index.isValid() else None

    def show_grid(self, grid: Grid) -> None:
        """Show another grid; the choice stays on its row where that is still there, or else goes near it."""
        before, key = self.currentIndex(), self.key
        at, column = (before.row(), before.column()) if before.isValid() else (0, 0)
        top = self.verticalScrollBar().value()
        self._rows.forget()
        self._grid.show(grid)
        self._fitted = None
        self.clearSpans()
        for row, shown in enumerate(grid.rows):
            if isinstance(shown, Heading) and len(grid.columns) > 1:
                self.setSpan(row, 0, 1, len(grid.columns))
        self._fit()
        found = self._grid.row_of(key) if key is not None else None
        self._rows.reach(top)
        self.verticalScrollBar().setValue(top)
        if grid.rows:
            self._choose_near(at if found is None else found, min(column, len(grid.columns) - 1))

    def choose(self, key: Hashable, column: int = 0) -> bool:
        """Choose a row and bring it into view. Returns False where it isn't there."""
        row = self._grid.row_of(key)
        if row is None:
            return False
        index = self._grid.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell into view where it will stay."""
        self._rows.through(index.row())
        super().scrollTo(index, hint)

    def event(self, event: QEvent) -> bool:
        """Keep Enter from the window's shortcuts."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and event.key() in _OPENS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead on, on Enter; walk over headings."""
        if event.key() in _OPENS and self.currentIndex().isValid():
            self._on_opened(self.currentIndex())
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        now = self.currentIndex()
        if now.isValid() and now != before and isinstance(self.grid.rows[now.row()], Heading):
            self._choose_near(now.row(), now.column(), up=now.row() < before.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit what changed out of sight."""
        super().showEvent(event)
        if not self._fits:
            self._fit()
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Fit the rows to another font, once the style has settled on one: it tries several."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fitted = None
        if event.type() is QEvent.Type.FontChange:
            self._fits = False
            self._soon.start()

    def _lay_out_headers(self) -> None:
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(20)

    def _fit(self) -> None:
        """Give the columns their widths and the rows the heights that follow; out of sight, when they come into it."""
        self._fits = self.isVisible()
        if not self._fits:
            return
        font = self.font()
        widths = _shared(self.grid.columns, self.viewport().width())
        if self._fitted == (widths, font.key()):  # a workspace that comes to the front is given its size twice
            return
        self._fitted = (widths, font.key())
        for at, width in enumerate(widths):
            self.horizontalHeader().resizeSection(at, width)
        self._rows.begin(len(self.grid.rows), _heights(self.grid.rows, widths, font, self._delegate))

    def _choose_near(self, row: int, column: int, *, up: bool = False) -> None:
        """Choose the row, or the nearest that is no heading: below it first, unless the way is `up`."""
        rows = self.grid.rows
        below = [at for at in range(row, len(rows)) if not isinstance(rows[at], Heading)]
        above = [at for at in range(min(row, len(rows) - 1), -1, -1) if not isinstance(rows[at], Heading)]
        found = (above or below) if up else (below or above)
        if found:
            index = self._grid.index(found[0], max(0, column))
            self.setCurrentIndex(index)
            if all(isinstance(above, Heading) for above in rows[: found[0]]):
                self.scrollToTop()
            else:
                self.scrollTo(index)

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid() and not isinstance(self.grid.rows[index.row()], Heading):
            self.chosen.emit(self.grid.rows[index.row()].key, index.column())

    def _on_opened(self, index: QModelIndex) -> None:
        cell = self._grid.cell(index.row(), index.column())
        row = self.grid.rows[index.row()]
        cells = () if isinstance(row, Heading) else row.cells
        goes = cell.goes if isinstance(cell, Cell) else None
        goes = goes or next((one.goes for one in cells if one.goes), None)
        if goes is not None:
            self.followed.emit(goes)


def _heights(
    rows: Sequence[Row | Heading], widths: Sequence[int], font: QFont, delegate: GridDelegate
) -> Callable[[int], int]:
    """Return what tells the height in pixels that a row takes in columns of these widths."""
    measured: dict[tuple[int, int], int] = {}

    def of_cell(cell: Cell | Heading, width: int) -> int:
        same = (id(cell), width)  # many rows share a cell, and telling by its words takes longer
        if same not in measured:
            measured[same] = delegate.height(cell, width, font)
        return measured[same]

    def of_row(number: int) -> int:
        row = rows[number]
        cells: tuple[Cell | Heading, ...] = (row,) if isinstance(row, Heading) else row.cells
        return max((of_cell(*one) for one in zip(cells, widths, strict=False)), default=0)

    return of_row


def _shared(columns: Sequence[Column], width: int) -> list[int]:
    """Return the widths of columns in pixels: a width too small for all narrows those with a share, a little."""
    left = width - sum(column.least for column in columns)
    if left >= 0:
        shares = sum(column.share for column in columns) or 1
        return [column.least + left * column.share // shares for column in columns]
    flexible = sum(column.least for column in columns if column.share)
    kept = max(_NARROWEST, 1 + left / flexible) if flexible else 1
    return [int(column.least * kept) if column.share else column.least for column in columns]
