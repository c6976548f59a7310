"""Having the memo made for its preview: in a child process, in memory alone, and anew when the wishes change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from carveout.gui.child import Child, ourselves
from carveout.gui.preview.lots import Lots

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.memo.instructions import Instructions
    from carveout.store.matter import Matter

_QUIET = 400
"""Milliseconds without another wish after which a memo is begun."""


class Making(QObject):
    """Makes the memo of one matter. `made` carries the PDF, `failed` a sentence; `asked` says that another is wanted.

    While it is under way, `begun` carries a PDF of its first pages, and then perhaps another of more.

    The memo is privileged: it goes from the child to the window through a pipe, and never to the disk.
    """

    asked = Signal()
    progressed = Signal(int, int, str)
    begun = Signal(bytes)
    made = Signal(bytes)
    failed = Signal(str)
    cancelled = Signal()

    def __init__(
        self, matter: Matter, command: Callable[[Instructions], tuple[str, ...]], parent: QObject | None = None
    ) -> None:
        """Make the memos of a matter by the command of our own that `command` returns for their instructions."""
        super().__init__(parent)
        self._path, self._key = matter.path, matter.key
        self._command = command
        self._wanted: Instructions | None = None
        self._child: Child | None = None
        self._lots = Lots()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._begin)

    def make(self, instructions: Instructions, *, at_once: bool = False) -> None:
        """Make a memo once nothing else is wished for a moment, or at once; the one under way is given up."""
        self.give_up()
        self._wanted = instructions
        self.asked.emit()
        self._soon.start(0 if at_once else _QUIET)

    def make_again(self) -> None:
        """Make the memo that was wished for last."""
        if self._wanted is not None:
            self.make(self._wanted, at_once=True)

    def cancel(self) -> None:
        """Give up what is under way because a person says so."""
        if self._soon.isActive() or self._child is not None:
            self.give_up()
            self.cancelled.emit()

    def give_up(self) -> None:
        """Give up what is under way, and say nothing."""
        self._soon.stop()
        child, self._child = self._child, None
        if child is not None:
            child.blockSignals(True)  # noqa: FBT003  (Qt's signature)
            child.cancel()
            child.deleteLater()

    def _begin(self) -> None:
        if self._wanted is None:
            return
        command = ourselves(*self._command(self._wanted), str(self._path), "-o", "-", "--first-pages")
        self._lots = Lots()
        self._child = Child(command, self, fed=self._wanted.logo, key=self._key, heard=True)
        self._child.printed.connect(self._on_printed)
        self._child.progressed.connect(self.progressed)
        self._child.succeeded.connect(self._on_made)
        self._child.failed.connect(self._on_failed)
        self._child.start()

    def _on_printed(self, printed: bytes) -> None:
        for lot in self._lots.take(printed):
            self.begun.emit(lot)

    def _on_made(self) -> None:
        self._leave()
        self.made.emit(self._lots.rest())

    def _on_failed(self, sentence: str) -> None:
        self._leave()
        self.failed.emit(sentence)

    def _leave(self) -> None:
        if self._child is not None:
            self._child.deleteLater()
            self._child = None
