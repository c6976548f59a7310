"""Pressing buttons by Space, which is also the key of an action."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget


class Pressing(QObject):
    """Lets Space press the button of a window that has the focus, whatever action has Space for a key."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        """Take Space from the actions while a button has the focus."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Space
            and isinstance(window, QWidget)
            and isinstance(window.focusWidget(), QAbstractButton)
        ):
            event.accept()
            return True
        return super().eventFilter(window, event)
