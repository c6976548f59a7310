"""Collecting cycles in the window's thread alone: a widget that another thread collects takes the process with it."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from carveout.gui.uncollected import is_held

if TYPE_CHECKING:
    from carveout.gui.session import Session

_EVERY = 1_000
"""Milliseconds between two looks."""
_AFTER = 500
"""Milliseconds from another document on the desk to a look through all: the window shows the document first."""
AWAY = 3_000
"""Milliseconds for which another application is in front before the reviewer has turned to it: dialogs come and go."""
_DOCUMENTS = 50
"""Documents that are opened between two looks through all, where nobody turns to another application meanwhile."""


class Cycles(QObject):
    """Collects from time to time in the thread that it was made in, and in no other, until it is gone.

    What a document holds is left out as soon as it lies on the desk: it goes with the document, and a look through all
    of it would hold the window up. That waits until another application is in front, or some documents have come.
    """

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        parent.destroyed.connect(gc.enable)
        self._came = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._renewal = QTimer(self)
        self._renewal.setSingleShot(True)
        self._renewal.setInterval(_AFTER)
        self._renewal.timeout.connect(self._renew)
        self._away = QTimer(self)
        self._away.setSingleShot(True)
        self._away.setInterval(AWAY)
        self._away.timeout.connect(self._renew)
        session.opened.connect(self._on_opened)
        session.closely_read.connect(self._leave_out)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_state)

    def look(self) -> None:
        """Collect what has become enough, the young before the old, unless that is held off."""
        if is_held():
            return
        for generation in reversed(range(3)):
            if gc.get_count()[generation] >= gc.get_threshold()[generation]:
                gc.collect(generation)
                return

    def _on_opened(self) -> None:
        self._leave_out()
        self._came += 1
        if self._came >= _DOCUMENTS:
            self._renewal.start()

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._away.stop()
        elif self._came:
            self._away.start()

    def _renew(self) -> None:
        if is_held():
            self._renewal.start()
            return
        self._came = 0
        gc.unfreeze()
        gc.collect()
        self._leave_out()

    def _leave_out(self) -> None:
        gc.freeze()
