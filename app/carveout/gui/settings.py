"""What the window remembers between two days: nothing of an agreement's or a note's words."""

from __future__ import annotations

import getpass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

_RECENT = 8


class Settings:
    """Typed access to the one settings file."""

    def __init__(self) -> None:
        """Open the file that the application's names point to."""
        self._kept = QSettings()

    @property
    def author(self) -> str:
        """The name that notes are signed with: what the reviewer gave, or what the system calls her."""
        return str(self._kept.value("reviewer/name", "")) or _system_name()

    @author.setter
    def author(self, name: str) -> None:
        self._kept.setValue("reviewer/name", name)

    @property
    def theme(self) -> str:
        """`light`, `dark` or `system`."""
        return str(self._kept.value("window/theme", "system"))

    @theme.setter
    def theme(self, choice: str) -> None:
        self._kept.setValue("window/theme", choice)

    @property
    def recent(self) -> tuple[Path, ...]:
        """The matters opened last, the newest first; those that are gone are left out."""
        kept = self._kept.value("matters/recent", [])
        paths = kept if isinstance(kept, list) else [kept] if isinstance(kept, str) else []
        return tuple(path for path in map(Path, paths) if path.is_file())

    def note_opened(self, path: Path) -> None:
        """Put a matter at the head of the recent ones."""
        others = [str(other) for other in self.recent if other != path]
        self._kept.setValue("matters/recent", [str(path), *others][:_RECENT])

    def layout(self, part: str) -> QByteArray:
        """Return how a part of the window was laid out, empty where it never was."""
        kept = self._kept.value(f"layout/{part}")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def keep_layout(self, part: str, state: QByteArray) -> None:
        """Remember how a part of the window is laid out."""
        self._kept.setValue(f"layout/{part}", state)

    def last_place(self, matter: str) -> int | None:
        """Return the clause that the reviewer was at in a matter, by the matter's id."""
        kept = self._kept.value(f"places/{matter}")
        return int(kept) if isinstance(kept, str | int) and str(kept).isdecimal() else None

    def keep_place(self, matter: str, clause: int) -> None:
        """Remember the clause that the reviewer is at in a matter."""
        self._kept.setValue(f"places/{matter}", clause)


def documents_folder() -> Path:
    """Return the folder for matters whose source can't have them beside it."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)) / "Carveout"


def backups_folder() -> Path:
    """Return the folder of the reviewer's own that backups of matters go to."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)) / "backups"


def _system_name() -> str:
    try:
        import pwd  # noqa: PLC0415  (not on Windows)

        full = pwd.getpwnam(getpass.getuser()).pw_gecos.split(",")[0].strip()
    except (ImportError, KeyError, OSError):
        full = ""
    try:
        return full or getpass.getuser()
    except (KeyError, OSError):
        return "Reviewer"
