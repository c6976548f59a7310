"""The heights of a grid's rows: those in sight are found at once, the others in later turns of the event loop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from carveout.gui.grid.grid import Heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QTableView

    from carveout.gui.grid.delegate import GridDelegate
    from carveout.gui.grid.grid import Cell, Row

_AT_ONCE = 40
"""Rows that are fitted in one turn: to lay the words of one out takes a third of a millisecond."""


class Fitting(QObject):
    """Makes rows as high as their words, from the first on; a row that is not fitted yet is of some height."""

    def __init__(self, view: QTableView, delegate: GridDelegate) -> None:
        super().__init__(view)
        self._view = view
        self._delegate = delegate
        self._rows: Sequence[Row | Heading] = ()
        self._widths: Sequence[int] = ()
        self._font = view.font()
        self._fitted = 0
        self._measured: dict[tuple[int, int], int] = {}
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._go_on)

    def begin(self, rows: Sequence[Row | Heading], widths: Sequence[int], font: QFont) -> None:
        """Fit rows to columns of these widths in pixels: so many now as fill the window, the others soon."""
        self._rows, self._widths, self._font = rows, widths, font
        self._fitted = 0
        self._measured.clear()
        self.reach(self._view.verticalScrollBar().value())

    def forget(self) -> None:
        """Fit nothing more: the rows are about to be others."""
        self._rows, self._fitted = (), 0
        self._turn.stop()

    def reach(self, top: int) -> None:
        """Fit at once what is in the window where that begins `top` pixels below the first row."""
        self._turn.stop()
        behind = top + self._view.viewport().height()
        while self._fitted < len(self._rows) and self._view.rowViewportPosition(self._fitted) + self._scrolled < behind:
            self._fit_next()
        self._go_on()

    def through(self, row: int) -> bool:
        """Fit at once all rows to this one. Returns False where they were."""
        before = self._fitted
        while self._fitted <= min(row, len(self._rows) - 1):
            self._fit_next()
        return self._fitted > before

    @property
    def _scrolled(self) -> int:
        return self._view.verticalHeader().offset()

    def _go_on(self) -> None:
        for _ in range(min(_AT_ONCE, len(self._rows) - self._fitted)):
            self._fit_next()
        if self._fitted < len(self._rows):
            self._turn.start()

    def _fit_next(self) -> None:
        row, heights = self._rows[self._fitted], self._view.verticalHeader()
        cells: tuple[Cell | Heading, ...] = (row,) if isinstance(row, Heading) else row.cells
        needed = max((self._height(*one) for one in zip(cells, self._widths, strict=False)), default=0)
        if heights.sectionSize(self._fitted) != needed:
            heights.resizeSection(self._fitted, needed)
        self._fitted += 1

    def _height(self, cell: Cell | Heading, width: int) -> int:
        same = (id(cell), width)  # many rows share a cell, and telling by its words takes longer
        if same not in self._measured:
            self._measured[same] = self._delegate.height(cell, width, self._font)
        return self._measured[same]
