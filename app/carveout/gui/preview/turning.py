"""The row above the pages: which one is in front, how large they are, and the keys of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from carveout.gui.labels import PlainLabel, plain_tooltip

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.gui.preview.pages_view import PagesView

_FIELD, _SIZE = 52, 48
"""Pixels of the page's number, and of the size."""


class Turning(QWidget):
    """Says where the reader is in the pages, and leads to any of them."""

    def __init__(self, pages: PagesView, parent: QWidget | None = None) -> None:
        """Follow the pages of a view."""
        super().__init__(parent)
        self._pages = pages
        self._going_on = False
        self.number = QLineEdit(self)
        self.number.setFixedWidth(_FIELD)
        self.number.setAccessibleName("Page")
        self.number.setToolTip(plain_tooltip("Type a page's number and press Enter"))
        self._of = PlainLabel("", self, name="muted")
        self._size = PlainLabel("", self, name="muted")
        self._size.setFixedWidth(_SIZE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(PlainLabel("Page", self, name="muted"))
        row.addWidget(self.number)
        row.addWidget(self._of)
        row.addStretch(1)
        smaller = self._button("\u2212", "Smaller (Ctrl+-)", self._on_smaller)
        larger = self._button("+", "Larger (Ctrl++)", self._on_larger)
        wide = self._button("Fit width", "As wide as there is room (Ctrl+0)", pages.fit)
        for widget in (smaller, self._size, larger, wide):
            row.addWidget(widget)
        self.number.returnPressed.connect(self._on_number)
        pages.turned.connect(self._tell)
        pages.zoomed.connect(self._tell)
        self._tell()

    def go_on(self, going_on: bool) -> None:  # noqa: FBT001  (it is what there is to say)
        """Say whether more pages are to come."""
        self._going_on = going_on
        self._tell()

    def _button(self, text: str, tip: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("look", "quiet")
        button.setToolTip(plain_tooltip(tip))
        button.setAccessibleName(tip.partition(" (")[0])
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _tell(self) -> None:
        self.setEnabled(bool(self._pages.count))
        self.number.setText(str(self._pages.page) if self._pages.count else "")
        self.number.setValidator(QIntValidator(1, max(1, self._pages.count), self.number))
        so_far = " so far" if self._going_on else ""
        self._of.setText(f"of {self._pages.count:,}{so_far}" if self._pages.count else "")
        self._size.setText(f"{self._pages.zoom:.0%}" if self._pages.count else "")

    def _on_number(self) -> None:
        self._pages.go(int(self.number.text()))
        self._pages.setFocus()

    def _on_larger(self) -> None:
        self._pages.magnify(1)

    def _on_smaller(self) -> None:
        self._pages.magnify(-1)
