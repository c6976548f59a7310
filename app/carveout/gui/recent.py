"""File > Open recent: the matters opened last."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from carveout.gui.inspector.links import button_text
from carveout.gui.labels import plain_tooltip

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from carveout.gui.settings import Settings


class RecentMenu(QMenu):
    """Filled as it is shown. `chosen` carries the path of a matter."""

    chosen = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__("Open &recent", parent)
        self._settings = settings
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self._fill)
        self.triggered.connect(self._on_triggered)

    def _fill(self) -> None:
        self.clear()
        for path in self._settings.recent:
            action = self.addAction(button_text(path.stem))
            action.setData(str(path))
            action.setToolTip(plain_tooltip(str(path)))
        if self.isEmpty():
            self.addAction("No matters yet").setEnabled(False)

    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(Path(action.data()))
