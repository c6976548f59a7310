"""Backups of the matter on the desk: made as it comes and goes, and brought out where a matter is damaged."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from carveout.gui.settings import backups_folder
from carveout.gui.whereabouts import free_place

if TYPE_CHECKING:
    from pathlib import Path

    from carveout.gui.session import Session


class Backups(QObject):
    """Keeps verified copies of what is worked on. `failed` carries a sentence where none could be made."""

    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def make(self) -> None:
        """Back up the open matter, if there is one."""
        from carveout.store.backup import back_up  # noqa: PLC0415  (not before the window shows)
        from carveout.store.errors import MatterError  # noqa: PLC0415

        if self._session.matter is None:
            return
        try:
            back_up(self._session.matter, backups_folder())
        except MatterError as error:
            self.failed.emit(f"No backup could be made: {error}")

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


def told_of(backup: Path, target: Path) -> str:
    """Return a sentence that says from when a backup is, and where its copy is now."""
    made = dt.datetime.fromtimestamp(backup.stat().st_mtime, dt.UTC).astimezone()
    return f"This is the backup of {made:%d %B %Y, %H:%M}, now in “{target.name}”."
