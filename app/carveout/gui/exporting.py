"""Exporting the memo and other papers, in a child process that reads the matter as it is saved."""

from __future__ import annotations

from glob import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from carveout.gui.child import Child, ourselves

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from carveout.store.passphrase import Key


class Exporting(QObject):
    """Writes one paper at a time. `exported` carries its path, `failed` a sentence."""

    exported = Signal(object)
    failed = Signal(str)
    began = Signal(str)
    progressed = Signal(int, int, str)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with nothing under way."""
        super().__init__(parent)
        self._child: Child | None = None
        self._target: Path | None = None

    def export(
        self, matter: Path, target: Path, key: Key | None = None, command: Sequence[str] = ("memo",), fed: bytes = b""
    ) -> None:
        """Write the memo of a matter, or what a command writes that is fed on standard input.

        What stands there stays until the new one is whole.
        """
        self.cancel()
        self._target = target
        self._child = Child(ourselves(*command, str(matter), "-o", str(target)), self, fed=fed, key=key)
        self._child.progressed.connect(self.progressed)
        self._child.succeeded.connect(self._on_written)
        self._child.failed.connect(self._on_refused)
        self._child.cancelled.connect(self._on_cancelled)
        self.began.emit(f"Writing {target.name}")
        self._child.start()

    def cancel(self) -> None:
        """Give up the paper under way."""
        if self._child is not None:
            self._child.cancel()

    def _on_written(self, _printed: bytes) -> None:
        target = self._leave()
        self.exported.emit(target)

    def _on_refused(self, sentence: str) -> None:
        self._leave()
        self.failed.emit(sentence)

    def _on_cancelled(self) -> None:
        target = self._leave()
        if target is not None:
            for unfinished in target.parent.glob(f".{escape(target.name[:60])}.*.tmp"):
                unfinished.unlink(missing_ok=True)

    def _leave(self) -> Path | None:
        target, self._target = self._target, None
        if self._child is not None:
            self._child.deleteLater()
            self._child = None
        self.ended.emit()
        return target
