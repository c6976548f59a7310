"""The list of the palette: one row chosen at a time, while the keys stay with the field above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from carveout.gui.finding.delegate import PaletteDelegate

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from carveout.gui.appearance import Appearance
    from carveout.gui.finding.model import PaletteModel


class PaletteView(QListView):
    """Shows the rows. `taken` carries the number of the row that was clicked."""

    taken = Signal(int)

    def __init__(self, model: PaletteModel, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("found")
        self.setAccessibleName("What was found")
        self._model = model
        self.setModel(model)
        self.setItemDelegate(PaletteDelegate(appearance, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)

    @property
    def chosen(self) -> int:
        """The row that is chosen, -1 for none."""
        return self.currentIndex().row()

    def choose(self, row: int) -> None:
        """Choose a row, and bring it into sight with a heading above it."""
        self.setCurrentIndex(self._model.index(row))
        above = self._model.index(row - 1)
        if self._model.item(row - 1) is None and above.isValid():
            self.scrollTo(above)  # its heading
        self.scrollTo(self.currentIndex())

    def choose_first(self) -> None:
        """Choose the first row that can be taken, with the heading above it in sight."""
        self.setCurrentIndex(self._model.index(self._model.next(-1, 1)))
        self.scrollToTop()

    def step(self, step: int) -> None:
        """Choose the next row that can be taken, down for 1 and up for -1; behind the last comes the first."""
        here = self.chosen
        row = self._model.next(here, step)
        if row == here:
            row = self._model.next(-1 if step > 0 else len(self._model.rows), step)
        self.choose(row)

    def turn_page(self, step: int) -> None:
        """Choose a row one window's height further down or up."""
        left, row = self.viewport().height(), self.chosen
        while left > 0:
            further = self._model.next(row, step)
            if further == row:
                break
            row = further
            left -= self.sizeHintForIndex(self._model.index(row)).height()
        self.choose(row)

    def rows_height(self) -> int:
        """Return the height in pixels of all rows."""
        return sum(self.sizeHintForIndex(self._model.index(row)).height() for row in range(len(self._model.rows)))

    def sizeHint(self) -> QSize:
        """Ask for all rows."""
        return QSize(400, self.rows_height())

    def _on_clicked(self, index: QModelIndex) -> None:
        if self._model.item(index.row()) is not None:
            self.taken.emit(index.row())
