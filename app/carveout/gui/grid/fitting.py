"""The heights of a table's rows: those in sight are found at once, the others in later turns of the event loop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QTableView

_AT_ONCE = 40
"""Rows that are fitted in one turn: to lay the words of one out takes a third of a millisecond."""


class Fitting(QObject):
    """Makes rows as high as their words, from the first on; a row that is not fitted yet is of some height."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._count = 0
        self._height: Callable[[int], int] = int
        self._fitted = 0
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._go_on)

    def begin(self, count: int, height: Callable[[int], int]) -> None:
        """Fit so many rows to the `height` that each takes, in pixels: what fills the window now, the others soon."""
        self._count, self._height = count, height
        self._fitted = 0
        self.reach(self._view.verticalScrollBar().value())

    def forget(self) -> None:
        """Fit nothing more: the rows are about to be others."""
        self._count = self._fitted = 0
        self._turn.stop()

    def reach(self, top: int) -> None:
        """Fit at once what is in the window where that begins `top` pixels below the first row."""
        self._turn.stop()
        behind = top + self._view.viewport().height()
        while self._fitted < self._count and self._view.rowViewportPosition(self._fitted) + self._scrolled < behind:
            self._fit_next()
        self._go_on()

    def through(self, row: int) -> None:
        """Fit at once all rows to this one, so that it stands where it will stay."""
        before = self._fitted
        while self._fitted <= min(row, self._count - 1):
            self._fit_next()
        if self._fitted > before:
            self._view.updateGeometries()  # else the scroll bar hears of it a turn later

    @property
    def _scrolled(self) -> int:
        return self._view.verticalHeader().offset()

    def _go_on(self) -> None:
        for _ in range(min(_AT_ONCE, self._count - self._fitted)):
            self._fit_next()
        if self._fitted < self._count:
            self._turn.start()

    def _fit_next(self) -> None:
        heights, needed = self._view.verticalHeader(), self._height(self._fitted)
        if heights.sectionSize(self._fitted) != needed:
            heights.resizeSection(self._fitted, needed)
        self._fitted += 1
