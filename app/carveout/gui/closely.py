"""The close reading of the matter on the desk: made by a child process after the outline shows, and filled in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from carveout.agreement.record.closely import read_closely_from
from carveout.gui.child import Child, ourselves, patience_for

if TYPE_CHECKING:
    from carveout.gui.session import Session

_WORK = "The close reading"
_NOT_OF_THIS = "It changed in the meantime: open it again."
_AFTER_THE_FIRST_PAINT = 150
"""Milliseconds from a matter's opening, or from a correction of its outline, to the start of the work."""


class CloseReading(QObject):
    """Has the reading on the desk read closely whenever it is another: one was opened, or its outline corrected."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._child: Child | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_THE_FIRST_PAINT)
        self._soon.timeout.connect(self._start)
        session.opened.connect(self._begin)
        session.outlined.connect(self._begin)

    def stop(self) -> None:
        """Give up what is under way."""
        self._soon.stop()
        if self._child is not None:
            child, self._child = self._child, None
            child.cancel()
            child.deleteLater()

    def _begin(self) -> None:
        self.stop()
        if self._session.matter is not None:
            self._soon.start()

    def _start(self) -> None:
        matter, reading = self._session.matter, self._session.reading
        if matter is None or reading is None:
            return
        patience = patience_for(_WORK, len(reading.text))
        self._child = Child(ourselves("close", str(matter.path), "--limits"), self, patience=patience, key=matter.key)
        self._child.succeeded.connect(self._on_read)
        self._child.failed.connect(self._on_failed)
        self._child.start()

    def _on_read(self, printed: bytes) -> None:
        self.stop()
        reading = self._session.reading
        if reading is not None:
            try:
                closer = read_closely_from(reading, json.loads(printed))
            except ValueError:
                self._session.miss_close_reading(_NOT_OF_THIS)
                return
            self._session.take_close_reading(closer)

    def _on_failed(self, why: str) -> None:
        self.stop()
        self._session.miss_close_reading(why)
