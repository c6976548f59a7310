"""The buttons that bring a workspace's pages to the front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence


class PageRow(QWidget):
    """A button for each page, the first chosen, which takes the focus for the row.

    `chosen` carries the position of the one that was pressed.
    """

    chosen = Signal(int)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for position, name in enumerate(names):
            button = QPushButton(name, self)
            button.setCheckable(True)
            button.setProperty("look", "segment")
            self._group.addButton(button, position)
            layout.addWidget(button)
        layout.addStretch(1)
        self.choose(0)
        self._group.idClicked.connect(self._on_clicked)

    @property
    def page(self) -> int:
        """The position of the page that is chosen."""
        return self._group.checkedId()

    def choose(self, page: int) -> None:
        """Choose a page, which the signal doesn't tell."""
        button = self._group.button(page)
        button.setChecked(True)
        self.setFocusProxy(button)

    def turn(self, by: int) -> None:
        """Go on to another page as if its button were pressed, the first after the last."""
        self._on_clicked((self.page + by) % len(self._group.buttons()))

    def _on_clicked(self, page: int) -> None:
        self.choose(page)
        self.chosen.emit(page)
