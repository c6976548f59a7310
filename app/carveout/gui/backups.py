"""Backups of the matter on the desk, made by a child process as it comes, goes and is worked on."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from carveout.gui.child import Child, left_behind, ourselves
from carveout.gui.folders import backups_folder
from carveout.gui.whereabouts import free_place
from carveout.store.placing import clear_up_after

if TYPE_CHECKING:
    from carveout.gui.session import Session
    from carveout.store.matter import Matter


WHILE_WORKING = 10 * 60 * 1000
"""Milliseconds from an edit to the backup that holds it, while the matter lies on the desk."""


class Backups(QObject):
    """Keeps verified copies of what is worked on. `failed` carries a sentence where none could be made."""

    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._child: Child | None = None
        self._of = Path()
        self.due = QTimer(self)
        self.due.setSingleShot(True)
        self.due.setInterval(WHILE_WORKING)
        self.due.timeout.connect(self.make)
        session.changed.connect(self._on_changed)

    def make(self) -> None:
        """Back up the open matter, if there is one that can be changed."""
        self.stop()
        if self._session.matter is None or not self._session.writable:
            return
        self._of = self._session.matter.path
        self._child = Child(_command(self._of), self, key=self._session.matter.key)
        self._child.failed.connect(self._on_failed)
        self._child.succeeded.connect(self._end)
        self._child.start()

    def stop(self) -> None:
        """Give up the backup under way, and the next one: the matter is about to be closed."""
        self.due.stop()
        self._end()

    def _end(self) -> None:
        if self._child is not None:
            from carveout.store.backup import shelf_of  # noqa: PLC0415  (not before the window shows)

            child, self._child = self._child, None
            child.cancel()
            clear_up_after(child.process, shelf_of(self._of, backups_folder()))
            child.deleteLater()

    def make_behind(self, matter: Matter) -> None:
        """Back up a matter that has left the desk; the window may be gone before that is done."""
        left_behind(_command(matter.path), matter.key)

    def _on_changed(self) -> None:
        if not self.due.isActive():
            self.due.start()

    def _on_failed(self, sentence: str) -> None:
        self._end()
        self.failed.emit(f"No backup could be made: {sentence}")

    def bring(self, backup: Path, damaged: Path) -> Path | None:
        """Copy a backup beside the damaged matter and return it: backups themselves make room for newer ones."""
        from carveout.store.backup import restore  # noqa: PLC0415
        from carveout.store.errors import MatterError  # noqa: PLC0415

        try:
            target = free_place(damaged)
            restore(backup, target)
        except (MatterError, OSError) as error:
            self.failed.emit(f"The backup could not be copied: {error}")
            return None
        return target


def _command(matter: Path) -> tuple[str, ...]:
    return ourselves("backup", str(matter), str(backups_folder()))


def told_of(backup: Path, target: Path) -> str:
    """Return a sentence that says from when a backup is, and where its copy is now."""
    made = dt.datetime.fromtimestamp(backup.stat().st_mtime, dt.UTC).astimezone()
    return f"This is the backup of {made:%d %B %Y, %H:%M}, now in “{target.name}”."
