"""A list of what was done, each row of which may have a place in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from carveout.gui.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carveout.review.trail import Spot

    Row = tuple[str, Spot | None]

_MOST = 2_000
"""Rows that are shown at most."""


class Listing(QListWidget):
    """Rows of text; `chosen` carries the Spot of one that was activated, where it has any."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("listing")
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._spots: list[Spot | None] = []
        self.itemActivated.connect(self._on_chosen)

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Show these rows, the first of them chosen."""
        self.clear()
        self._spots = []
        for text, spot in list(rows)[:_MOST]:
            item = QListWidgetItem(visible(text))
            item.setToolTip(visible(text))
            self.addItem(item)
            self._spots.append(spot)
        self.setCurrentRow(0)

    def _on_chosen(self, item: QListWidgetItem) -> None:
        spot = self._spots[self.row(item)]
        if spot is not None:
            self.chosen.emit(spot)
