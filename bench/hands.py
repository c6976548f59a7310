"""Hands at random on the window in front: every event is given to what is in front at that very moment.

The test library keeps hold of a window while it turns the event loop between the keys of a chord and between a press
and its release. Where that closes the window, it gives the next event to one that is gone, and the process ends. Here
nothing comes between the look at what is in front and the event.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

NOT_TAKEN = "not accepted by receiving widget"
"""In what the test library says of an event that nobody wants, which is no failure here."""


class Hands:
    """Presses keys and buttons in the popup, dialog or window in front; `window` is the one behind them all."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    @property
    def front(self) -> QWidget:
        """What takes the events now."""
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self._window

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key and let it go, as a shortcut where it is one."""
        QTest.keyPress(self._focus(), key, modifiers)
        QTest.keyRelease(self._focus(), key, modifiers)

    def write(self, field: QWidget, words: str) -> None:
        """Type words into a field."""
        for character in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character))

    def press(
        self, at: QPoint, button: Qt.MouseButton, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a button of the mouse."""
        self._mouse(QEvent.Type.MouseButtonPress, at, button, button, modifiers)

    def press_again(self, at: QPoint, button: Qt.MouseButton) -> None:
        """Press a button so soon after the last time that it is a double click."""
        self._mouse(QEvent.Type.MouseButtonDblClick, at, button, button)

    def release(
        self, at: QPoint, button: Qt.MouseButton, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Let a button of the mouse go."""
        self._mouse(QEvent.Type.MouseButtonRelease, at, button, Qt.MouseButton.NoButton, modifiers)

    def move(self, at: QPoint, held: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
        """Move the mouse, a button held or none."""
        self._mouse(QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton, held)

    def turn_wheel(self, at: QPoint, turn: int) -> None:
        """Turn the wheel by so many eighths of a degree."""
        window = self._native()
        if window is None:
            return
        event = QWheelEvent(
            QPointF(at),
            QPointF(window.mapToGlobal(at)),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003  (Qt's: not inverted)
        )
        QApplication.sendEvent(window, event)

    def _mouse(
        self,
        kind: QEvent.Type,
        at: QPoint,
        button: Qt.MouseButton,
        held: Qt.MouseButton,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        window = self._native()
        if window is not None:
            place = QPointF(window.mapToGlobal(at))
            QApplication.sendEvent(window, QMouseEvent(kind, QPointF(at), place, button, held, modifiers))

    def _native(self) -> QWindow | None:
        window: QWindow | None = self.front.windowHandle()  # a widget that was never shown has none
        return self._window.windowHandle() if window is None else window

    def _focus(self) -> QWidget:
        front = self.front
        focus: QWidget | None = front.focusWidget()
        return front if focus is None else focus
