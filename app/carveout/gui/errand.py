"""Work that the window doesn't wait for: done in a thread of its own, and what came of it taken up in the window's."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from carveout.gui.uncollected import nothing_collected

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = "errand"
"""What the thread of one is called."""


class Errand(QObject):
    """One piece of work at a time.

    `done` carries what it returned, and None; or None, and the Exception that it raised. Whoever ends the application
    meanwhile ends it when the work is done.
    """

    done = Signal(object, object)
    _returned = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._returned.connect(self._on_returned)

    def begin(self, work: Callable[[], object]) -> None:
        """Begin the work, which touches nothing of the window's."""
        threading.Thread(target=self._run, args=(work,), name=NAME).start()

    def _run(self, work: Callable[[], object]) -> None:
        came: object = None
        wrong: Exception | None = None
        try:
            with nothing_collected():
                came = work()
        except Exception as error:  # noqa: BLE001  (whoever began it takes it up, in the window's thread)
            wrong = error
        if isValid(self):
            self._returned.emit(came, wrong)

    def _on_returned(self, came: object, wrong: Exception | None) -> None:
        self.done.emit(came, wrong)  # now in the window's thread, whatever it is connected to
