"""Which stylesheet each part of the window wears: those out of sight are dressed when they are next shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QChildEvent, QEvent, QObject
from PySide6.QtWidgets import QWidget

from carveout.gui.uncollected import nothing_collected

if TYPE_CHECKING:
    from collections.abc import Iterator


class Dressing(QObject):
    """Has the rooms of the window wear a stylesheet: the children of its corridors, and whatever those get later.

    A corridor wears none itself. Qt dresses a widget together with all that it holds, seen or not, which takes 0.1 ms
    for each: worn by the window, a stylesheet would be put on five workspaces to change the colours of one.
    """

    def __init__(self, *corridors: QWidget) -> None:
        """Dress the children of `corridors`, the first of which holds all others; nothing is worn yet."""
        super().__init__(corridors[0])
        self._corridors = corridors
        self._worn = ""
        for corridor in corridors:
            corridor.installEventFilter(self)
        for child in self._children():
            self._take(child)

    def wear(self, stylesheet: str) -> None:
        """Put a stylesheet on the rooms that are in sight, on the others when they are shown; on all the first time."""
        every = not self._worn
        self._worn = stylesheet
        with nothing_collected():  # a forgotten widget could go while Qt dresses all: it would dress a dead one
            for room in self._children():
                if every or room.isVisible():
                    self._dress(room)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take in what a corridor gets, before it is seen; dress a room that is shown."""
        if event.type() is QEvent.Type.ChildPolished and isinstance(event, QChildEvent) and watched in self._corridors:
            child = event.child()
            if isinstance(child, QWidget):
                self._take(child)
        elif event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched not in self._corridors:
            self._dress(watched)
        return False

    def _children(self) -> Iterator[QWidget]:
        for corridor in self._corridors:
            for child in corridor.children():
                if isinstance(child, QWidget) and child not in self._corridors:
                    yield child

    def _take(self, child: QWidget) -> None:
        if child not in self._corridors:
            child.installEventFilter(self)
            self._dress(child)

    def _dress(self, room: QWidget) -> None:
        if room.styleSheet() != self._worn:
            room.setStyleSheet(self._worn)


def worn_by(widget: QWidget) -> str:
    """Return the stylesheet that a widget wears: its own, or that of the closest around it that has one."""
    around: QWidget | None = widget
    while around is not None:
        if around.styleSheet():
            return around.styleSheet()
        around = around.parentWidget()
    return ""
