"""The way on from a matter that is damaged: its backup, copied beside it."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from carveout.gui.whereabouts import free_place

if TYPE_CHECKING:
    from pathlib import Path

    from carveout.gui.bars import NoticeBar
    from carveout.gui.session import Session


class Restoring(QObject):
    """Offers a good backup. `restored` carries the path of its copy, to be opened then and there."""

    restored = Signal(object)

    def __init__(self, session: Session, notice: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._notice = notice

    def offer(self, sentence: str, damaged: Path, backup: Path) -> None:
        """Say why a matter can't be opened, and offer its backup."""
        self._notice.tell(sentence, "Open the backup", partial(self._restore, damaged, backup))

    def _restore(self, damaged: Path, backup: Path) -> None:
        """Copy the backup beside the damaged matter and open that: backups themselves make room for newer ones."""
        from carveout.store.backup import restore  # noqa: PLC0415  (not before the window shows)
        from carveout.store.errors import MatterError  # noqa: PLC0415

        try:
            target = free_place(damaged)
            restore(backup, target)
        except (MatterError, OSError) as error:
            self._notice.tell(f"The backup could not be copied: {error}")
            return
        self.restored.emit(target)
        if self._session.matter is not None and self._session.matter.path.name == target.name:
            self._notice.tell(_told_of(backup, target))


def _told_of(backup: Path, target: Path) -> str:
    """Return a sentence that says from when a backup is, and where its copy is now."""
    made = dt.datetime.fromtimestamp(backup.stat().st_mtime, dt.UTC).astimezone()
    return f"This is the backup of {made:%d %B %Y, %H:%M}, now in “{target.name}”."
