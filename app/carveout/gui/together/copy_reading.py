"""Reading another copy of the matter on the desk, beside the window: it is verified whole, wherever it lies."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from carveout.gui.errand import Errand
from carveout.review.arrival import arrival
from carveout.store.copies import read_copy
from carveout.store.errors import MatterError

if TYPE_CHECKING:
    from carveout.gui.session import Session
    from carveout.review.arrival import Arrival
    from carveout.review.corrected import Corrected
    from carveout.review.log import Operation
    from carveout.store.copies import Copy
    from carveout.store.matter import Matter

_NOTICED = 250
"""Milliseconds after which somebody wonders what is going on."""


class CopyReading(QObject):
    """Reads one copy at a time, against the review as it is; another matter on the desk ends it.

    `read` carries the Copy and the Arrival that it would be, `refused` its path and the MatterError that says why it
    can't be merged. `began` and `ended` frame a reading that takes a while.
    """

    read = Signal(object, object)
    refused = Signal(object, object)
    began = Signal(str)
    ended = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        """Start with nothing under way."""
        super().__init__(parent)
        self._session = session
        self._errand: Errand | None = None
        self._asked = Path(), "", False
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_NOTICED)
        self._slow.timeout.connect(self._on_slow)
        session.opened.connect(self.cancel)

    @property
    def under_way(self) -> bool:
        """Whether a copy is being read."""
        return self._errand is not None

    def begin(self, path: Path, *, replaced: bool = False) -> None:
        """Read a copy, or with `replaced` what somebody put in the place of the matter's own file."""
        self.cancel()
        matter = self._session.matter
        if matter is None:
            return
        self._errand = errand = Errand(self)
        self._asked = path, matter.head, replaced
        errand.done.connect(partial(self._on_done, errand))
        self._slow.start()
        errand.begin(partial(_read, matter, matter.operations, matter.corrected, matter.head, path, replaced=replaced))

    def cancel(self) -> None:
        """Give up the copy under way; its reading ends by itself, and nobody hears of it."""
        if self._errand is not None:
            self._leave()

    def _on_slow(self) -> None:
        self.began.emit(f"Reading {self._asked[0].name}")

    def _on_done(self, errand: Errand, came: tuple[Copy, Arrival] | None, wrong: Exception | None) -> None:
        errand.deleteLater()
        matter = self._session.matter
        if errand is not self._errand or matter is None:
            return
        self._leave()
        path, head, replaced = self._asked
        if matter.head != head:
            self.begin(path, replaced=replaced)
        elif came is not None:
            self.read.emit(*came)
        elif isinstance(wrong, MatterError):
            self.refused.emit(path, wrong)
        elif wrong is not None:
            raise wrong

    def _leave(self) -> None:
        self._errand = None
        if self._slow.isActive():
            self._slow.stop()
        else:
            self.ended.emit()


def _read(
    matter: Matter, log: tuple[Operation, ...], on: Corrected, head: str, path: Path, *, replaced: bool
) -> tuple[Copy, Arrival]:
    """Read a copy of a matter, and what it would bring to its log and review as they were when it was asked for."""
    copy = read_copy(path, matter, replaced=replaced)
    return copy, arrival(log, on, copy.operations, head)
