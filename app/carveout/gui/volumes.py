"""What is said of the place where a matter lies, once for each place."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QStorageInfo

if TYPE_CHECKING:
    from pathlib import Path

    from carveout.gui.settings import Settings

_REMOTE = (
    "“{name}” is on a network drive, where a lost connection can interrupt a save: copy it to this computer to work "
    "on it. Its backups are kept on this computer."
)
_SYNCED = (
    "{service} synchronizes the folder of “{name}”: close it here before anybody opens it on another computer, or "
    "there will be two versions of it."
)


def told_of_place(matter: Path, settings: Settings) -> str:
    """Return what somebody should know of a matter's place, in a sentence; empty where it is safe, or was said."""
    from carveout.store.volume import is_remote, synchronizer_of  # noqa: PLC0415  (not before the window shows)

    service = synchronizer_of(matter)
    if not service and not is_remote(matter, _kind_of(matter)):
        return ""
    if not settings.note_told(str(matter.parent)):
        return ""
    if service:
        sentence = _SYNCED.format(name=matter.name, service=service)
        return sentence[0].upper() + sentence[1:]
    return _REMOTE.format(name=matter.name)


def _kind_of(matter: Path) -> str:
    """Return what Qt calls the file system; empty on Linux, which tells more than Qt passes on."""
    if sys.platform == "linux":
        return ""
    return bytes(QStorageInfo(str(matter.parent)).fileSystemType().data()).decode("ascii", "replace")
