"""Collecting cycles in the window's thread alone: a widget that another thread collects takes the process with it."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from carveout.gui.uncollected import is_held

if TYPE_CHECKING:
    from carveout.gui.session import Session

_EVERY = 1_000
"""Milliseconds between two looks."""


class Cycles(QObject):
    """Collects from time to time in the thread that it was made in, and in no other, until it is gone.

    What a document holds is looked through once, when another takes its place on the desk, and then left out: it stays
    as long as the document does, and a look through all of it would hold the window up.
    """

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        parent.destroyed.connect(gc.enable)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        session.opened.connect(self._on_opened)
        session.closely_read.connect(self._leave_out)

    def look(self) -> None:
        """Collect what has become enough, the young before the old, unless that is held off."""
        if is_held():
            return
        for generation in reversed(range(3)):
            if gc.get_count()[generation] >= gc.get_threshold()[generation]:
                gc.collect(generation)
                return

    def _on_opened(self) -> None:
        gc.unfreeze()
        gc.collect()
        self._leave_out()

    def _leave_out(self) -> None:
        gc.freeze()
