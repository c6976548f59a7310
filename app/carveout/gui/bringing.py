"""Opening a large matter beside the window's own thread: it is verified from end to end, which takes a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QThread

from carveout.gui.uncollected import nothing_collected
from carveout.store.errors import MatterError
from carveout.store.matter import open_matter

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QObject

    from carveout.store.matter import Matter
    from carveout.store.passphrase import Key

_SMALL = 300_000
"""Bytes of a matter that opens before anybody notices."""


def is_small(path: Path) -> bool:
    """Tell whether a matter opens at once, or can't be opened at all, which shows as fast."""
    try:
        return path.stat().st_size <= _SMALL
    except OSError:
        return True


class Bringing(QThread):
    """Opens one matter. Once `finished`, either `matter` or `error` is there."""

    def __init__(self, path: Path, backups: Path, parent: QObject, *, read_only: bool, key: Key | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.path = path
        self._backups = backups
        self._read_only = read_only
        self.matter: Matter | None = None
        self.error: Exception | None = None

    def run(self) -> None:
        """Open it; what goes wrong is for whoever asked, in the thread that asked."""
        try:
            with nothing_collected():
                self.matter = open_matter(self.path, read_only=self._read_only, backups=self._backups, key=self._key)
                self.matter.prepare()
        except Exception as error:  # noqa: BLE001  (`taken` raises what is no MatterError where it is noticed)
            self.error = error

    def taken(self) -> Matter | MatterError:
        """Return what came of it."""
        if isinstance(self.error, MatterError):
            return self.error
        if self.matter is None:
            raise self.error or RuntimeError("The matter was not opened.")
        return self.matter

    def put_away(self) -> None:
        """Close what nobody wants any more."""
        if self.matter is not None:
            self.matter.close()
        self.deleteLater()
