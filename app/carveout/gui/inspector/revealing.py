"""Keeping in sight what the inspector was asked to show, or what somebody writes in it."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

_AROUND = 24
"""Pixels that stay free above and below what is shown."""


class Revealing(QObject):
    """Scrolls an area to one of the widgets in its content, once the layout has given that its place."""

    def __init__(self, area: QScrollArea, content: QWidget) -> None:
        super().__init__(area)
        self._area = area
        self._content = content
        self._wanted: QWidget | None = None
        self._revealed: QWidget | None = None
        content.installEventFilter(self)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to a widget in the next turn of the event loop."""
        self._wanted = self._revealed = widget
        QTimer.singleShot(0, self._scroll_to_wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what somebody writes in sight while what stands above it grows."""
        if event.type() is QEvent.Type.Resize and watched is self._content and self._revealed is not None:
            revealed, focused = self._revealed, QApplication.focusWidget()
            if shiboken6.isValid(revealed) and focused is not None and revealed.isAncestorOf(focused):
                self.reveal(revealed)
        return super().eventFilter(watched, event)

    def _scroll_to_wanted(self) -> None:
        if self._wanted is not None and shiboken6.isValid(self._wanted) and self._wanted.isVisible():
            self._area.ensureWidgetVisible(self._wanted, 0, _AROUND)
        self._wanted = None
