"""Where Tab stops, in the order in which a pane is read."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget


def stops_in(pane: QWidget) -> list[QWidget]:
    """Return the widgets of a pane that Tab stops at, line by line."""
    placed = {
        widget: widget.mapTo(pane, QPoint(0, 0))
        for widget in pane.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    return sorted(placed, key=lambda widget: (placed[widget].y(), placed[widget].x()))
