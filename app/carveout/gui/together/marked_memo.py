"""Reading a marked memo back: in a process of its own, as any PDF is read, against the matter on the desk."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from carveout.gui.child import Child, ourselves, patience_for
from carveout.review.arrival import arrival
from carveout.review.record_returned import returned_from_record
from carveout.review.returning import operations_of

if TYPE_CHECKING:
    from pathlib import Path

    from carveout.gui.session import Session

_CHANGED = "The review changed while “{}” was read; choose it again."
_TOO_LONG = "“{}” took too long to be read, so nothing was taken from it; ask for another copy of it."
_NO_ANSWER = "“{}” could not be read, so nothing was taken from it; ask for another copy of it."


class MarkedMemo(QObject):
    """Reads one memo at a time.

    `read` carries its name, what it would bring, as the operations of a log and as an Arrival, and how many of its
    notes stand on no words; `failed` a sentence. `began` and `ended` frame the work; `progressed` tells how far it is.
    """

    read = Signal(str, object, object, int)
    failed = Signal(str)
    began = Signal(str)
    progressed = Signal(int, int, str)
    ended = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Start with nothing under way."""
        super().__init__(parent)
        self._session = session
        self._child: Child | None = None
        self._name = ""
        self._asked = ("", "")
        session.opened.connect(self.cancel)

    def begin(self, path: Path) -> None:
        """Read a memo against the matter on the desk, as it is saved; one under way is given up."""
        self.cancel()
        matter = self._session.matter
        if matter is None:
            return
        self._name, self._asked = path.name, (matter.id, matter.head)
        size = len(matter.reading.text) + (path.stat().st_size if path.exists() else 0)
        patience = replace(patience_for(path.name, size), sentence=_TOO_LONG.format(path.name))
        command = ourselves("returned", str(matter.path), str(path.absolute()), "--limits")
        self._child = Child(command, self, patience=patience, key=matter.key)
        self._child.progressed.connect(self.progressed)
        self._child.succeeded.connect(self._on_read)
        self._child.failed.connect(self._on_failed)
        self._child.cancelled.connect(self._leave)
        self.began.emit(f"Reading {path.name}")
        self._child.start()

    def cancel(self) -> None:
        """Give up the memo under way."""
        if self._child is not None:
            self._child.cancel()

    def _on_read(self, printed: bytes) -> None:
        self._leave()
        matter = self._session.matter
        if matter is None or (matter.id, matter.head) != self._asked:
            self.failed.emit(_CHANGED.format(self._name))
            return
        try:
            returned = returned_from_record(json.loads(printed))
        except ValueError:
            self.failed.emit(_NO_ANSWER.format(self._name))
            return
        now = dt.datetime.now(dt.UTC)
        theirs = (
            *matter.operations,
            *operations_of(returned, matter.operations, matter.corrected, matter.head, now),
        )
        found = arrival(matter.operations, matter.corrected, theirs, matter.head)
        self.read.emit(self._name, theirs, found, returned.elsewhere)

    def _on_failed(self, sentence: str) -> None:
        self._leave()
        self.failed.emit(sentence)

    def _leave(self) -> None:
        if self._child is not None:
            self._child.deleteLater()
            self._child = None
        self.ended.emit()
