"""Keeping in sight what the inspector was asked to show, what somebody writes in it, and what she looks at."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

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

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """Leave what counsel looks at where she sees it, whatever changes above it in the meantime.

        That is what has the focus, or was shown to her last, while it is in sight; else what begins first in
        the part of the pane that is in sight, unless she hasn't scrolled at all.
        """
        looked_at = self._looked_at()
        before = self._top_of(looked_at) if looked_at else 0
        yield
        if looked_at is not None and shiboken6.isValid(looked_at) and looked_at.isVisible():
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.value() + self._top_of(looked_at) - before)

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

    def _looked_at(self) -> QWidget | None:
        for one in (QApplication.focusWidget(), self._revealed):
            if one is not None and shiboken6.isValid(one) and self._is_in_sight(one):
                return one
        scrolled = self._area.verticalScrollBar().value()
        return self._first_below(scrolled) if scrolled else None

    def _first_below(self, top: int) -> QWidget | None:
        middle = self._content.width() // 2
        for y in range(top, top + self._area.viewport().height(), _AROUND):
            found = self._content.childAt(QPoint(middle, y))
            if found is not None and found.layout() is None and self._top_of(found) >= top:
                return found
        return None

    def _is_in_sight(self, widget: QWidget) -> bool:
        return self._content.isAncestorOf(widget) and not widget.visibleRegion().isEmpty()

    def _top_of(self, widget: QWidget) -> int:
        return widget.mapTo(self._content, QPoint()).y()
