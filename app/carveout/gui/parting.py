"""Parting with widgets that were shown and are not needed any more, without holding the window up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_IN_A_TURN = 4
"""Widgets that go in one turn of the event loop: a card with all that it holds takes a millisecond."""


class Parting(QObject):
    """Deletes what is handed to it, a few widgets in each turn of the event loop."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._leaving: list[QWidget] = []
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._step)

    def part_with(self, widget: QWidget) -> None:
        """Delete a hidden widget soon. The caller forgets it."""
        self._leaving.append(widget)
        self._turn.start()

    def _step(self) -> None:
        for widget in self._leaving[:_IN_A_TURN]:
            widget.deleteLater()
        del self._leaving[:_IN_A_TURN]
        if self._leaving:
            self._turn.start()
