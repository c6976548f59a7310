"""Opening: a matter as it is; any other file by reading it in a child process and making a matter of it."""

from __future__ import annotations

import hashlib
import json
import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

from carveout.assets import RESOURCES
from carveout.gui.child import Child
from carveout.gui.settings import backups_folder, documents_folder
from carveout.store.errors import DamagedMatterError, MatterError
from carveout.store.matter import create_matter, open_matter

if TYPE_CHECKING:
    from pathlib import Path

    from carveout.store.matter import Matter

SUFFIX = ".carveout"
_MATTER = b"SQLite format 3\0"
_READING = "Reading"


class Opening(QObject):
    """Brings one file at a time to the desk.

    `opened` carries the Matter, and a sentence to tell or nothing. `failed` carries a sentence, and the path of a
    good backup or None. `began` and `ended` frame the work; `progressed` tells how far it is.
    """

    opened = Signal(object, str)
    failed = Signal(str, object)
    began = Signal(str)
    progressed = Signal(int, int, str)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with nothing under way."""
        super().__init__(parent)
        self._child: Child | None = None
        self._source: Path | None = None
        self._content = b""
        self._lock: QLockFile | None = None

    def open(self, path: Path) -> None:
        """Open a matter, or read another file and make a matter of it; what was under way is given up."""
        self.cancel()
        try:
            with path.open("rb") as file:
                beginning = file.read(len(_MATTER))
                if beginning == _MATTER or path.suffix == SUFFIX:
                    self._open_matter(path)
                    return
                self._content = beginning + file.read()
        except IsADirectoryError:
            self.failed.emit(f"“{path.name}” is a folder; open a file in it.", None)
        except FileNotFoundError:
            self.failed.emit(f"There is no file “{path.name}” any more; choose another.", None)
        except PermissionError:
            self.failed.emit(f"You may not read “{path.name}”; ask for permission, or open a copy of your own.", None)
        except OSError as error:
            self.failed.emit(f"“{path.name}” can't be read ({error.strerror}); open a copy of it.", None)
        else:
            self._open_source(path)

    def cancel(self) -> None:
        """Give up what is under way; what lies on the desk stays."""
        if self._child is not None:
            self._child.cancel()
            self._child.wait()

    def release(self) -> None:
        """Let others write to the matter that was opened last."""
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _open_source(self, path: Path) -> None:
        known = self._matter_of(path)
        if known is not None:
            self._open_matter(known)
            return
        self._source = path
        self._child = Child(["inspect", str(path), "--json"], self)
        self._child.progressed.connect(self.progressed)
        self._child.succeeded.connect(self._on_read)
        self._child.failed.connect(self._on_refused)
        self._child.cancelled.connect(self._leave)
        self.began.emit(f"{_READING} {path.name}")
        self._child.start()

    def _on_read(self, printed: bytes) -> None:
        from carveout.agreement.record import from_record  # noqa: PLC0415  (a matter's record comes by the store)

        path, content = self._source, self._content
        self._leave()
        if path is None:
            return
        try:
            target = _free(path, _folder_for(path))
            create_matter(target, from_record(json.loads(printed)), content).close()
        except (MatterError, OSError, ValueError) as error:
            told = str(error) if isinstance(error, MatterError) else "The matter could not be made; open it again."
            self.failed.emit(told, None)
        else:
            self._open_matter(target)

    def _on_refused(self, sentence: str) -> None:
        self._leave()
        self.failed.emit(sentence, None)

    def _leave(self) -> None:
        if self._child is not None:
            self._child.deleteLater()
            self._child = None
        self._content = b""
        self._source = None
        self.ended.emit()

    def _open_matter(self, path: Path) -> None:
        path = path.resolve()
        lock = QLockFile(str(path.with_name(f".{path.name}.lock")))
        lock.setStaleLockTime(0)
        held = self._lock if self._lock is not None and self._lock.fileName() == lock.fileName() else None
        mine = held is not None or lock.tryLock(0)
        taken = not mine and lock.error() is QLockFile.LockError.LockFailedError
        try:
            matter = open_matter(path, read_only=taken, backups=backups_folder())
        except MatterError as error:
            if mine and held is None:
                lock.unlock()
            self.failed.emit(str(error), error.backup if isinstance(error, DamagedMatterError) else None)
            return
        if held is None:
            self.release()
            self._lock = lock if mine else None
        self.opened.emit(matter, _told(matter, taken=taken))

    def _matter_of(self, path: Path) -> Path | None:
        """Return the matter that was made of this very file before, where there is one."""
        sha256 = hashlib.sha256(self._content).hexdigest()
        for candidate in _candidates(path, _folder_for(path)):
            if not candidate.exists():
                return None
            try:
                with open_matter(candidate, read_only=True) as matter:
                    if matter.reading.source.sha256 == sha256:
                        return candidate
            except MatterError:
                continue
        return None


def _told(matter: Matter, *, taken: bool) -> str:
    if taken:
        return f"“{matter.path.name}” is open in another window, so it is shown here for reading only."
    if matter.read_only:
        return f"“{matter.path.name}” can't be changed where it is; copy it to a folder of your own to annotate it."
    return ""


def _folder_for(path: Path) -> Path:
    """Return the folder for a source's matter: beside it where that can be written, and isn't Carveout's own."""
    beside = path.resolve().parent
    if os.access(beside, os.W_OK) and not beside.is_relative_to(RESOURCES.resolve()):
        return beside
    folder = documents_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _candidates(path: Path, folder: Path) -> list[Path]:
    return [folder / f"{path.stem}{number}{SUFFIX}" for number in ("", *(f" {n}" for n in range(2, 100)))]


def _free(path: Path, folder: Path) -> Path:
    return next((c for c in _candidates(path, folder) if not c.exists()), folder / f"{path.stem}{SUFFIX}")
