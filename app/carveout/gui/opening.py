"""Opening: a matter as it is; any other file by reading it in a child process and making a matter of it."""

from __future__ import annotations

import json
import os
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal

from carveout.gui.child import Child, ourselves
from carveout.gui.settings import backups_folder
from carveout.gui.whereabouts import SUFFIX, free_place, matter_of
from carveout.store.errors import DamagedMatterError, MatterError
from carveout.store.matter import create_matter, open_matter
from carveout.store.recognition import looks_like_matter

_NOT_MADE = "No matter could be made of “{}” ({}); move it to a folder of your own and open it there."
_CHANGED = "“{}” was changed while it was being read; open it again."


class Opening(QObject):
    """Brings one file at a time to the desk.

    `opened` carries the Matter, and whether another window has it open: then it is for reading only. `made` carries
    the path of a new matter, to be opened next. `failed` carries a sentence, and the path of a good backup or None.
    `began` and `ended` frame the reading; `progressed` tells how far it is.
    """

    opened = Signal(object, bool)
    made = Signal(object)
    failed = Signal(str, object)
    began = Signal(str)
    progressed = Signal(int, int, str)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with nothing under way."""
        super().__init__(parent)
        self._child: Child | None = None
        self._source: Path | None = None
        self._lock: QLockFile | None = None

    def open(self, path: Path) -> None:
        """Open a matter, or read another file and make a matter of it; a reading under way is given up."""
        self.cancel()
        path = path.absolute()
        if path.suffix.lower() == SUFFIX or looks_like_matter(path):
            self._open_matter(path)
            return
        known = matter_of(path)
        if known is not None:
            self._open_matter(known)
        else:
            self._read(path)

    def cancel(self) -> None:
        """Give up the reading under way; what lies on the desk stays."""
        if self._child is not None:
            self._child.cancel()

    def release(self) -> None:
        """Let others write to the matter that was opened last."""
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _read(self, path: Path) -> None:
        self._source = path
        self._child = Child(ourselves("inspect", str(path), "--json"), self)
        self._child.progressed.connect(self.progressed)
        self._child.succeeded.connect(self._on_read)
        self._child.failed.connect(self._on_refused)
        self._child.cancelled.connect(self._leave)
        self.began.emit(f"Reading {path.name}")
        self._child.start()

    def _on_read(self, printed: bytes) -> None:
        source = self._source
        self._leave()
        if source is None:
            return
        try:
            target = _make_matter(source, printed)
        except MatterError as error:
            self.failed.emit(str(error), None)
        except OSError as error:
            self.failed.emit(_NOT_MADE.format(source.name, error.strerror), None)
        except ValueError:
            self.failed.emit(_CHANGED.format(source.name), None)
        else:
            self.made.emit(target)

    def _on_refused(self, sentence: str) -> None:
        self._leave()
        self.failed.emit(sentence, None)

    def _leave(self) -> None:
        if self._child is not None:
            self._child.deleteLater()
            self._child = None
        self._source = None
        self.ended.emit()

    def _open_matter(self, path: Path) -> None:
        path = Path(os.path.realpath(path))
        lock = QLockFile(str(path.with_name(f".{path.name}.lock")))
        lock.setStaleLockTime(0)
        held = self._lock is not None and self._lock.fileName() == lock.fileName()
        mine = held or lock.tryLock(0)
        taken = not mine and lock.error() is QLockFile.LockError.LockFailedError
        try:
            matter = open_matter(path, read_only=taken, backups=backups_folder())
        except MatterError as error:
            if mine and not held:
                lock.unlock()
            self.failed.emit(str(error), error.backup if isinstance(error, DamagedMatterError) else None)
            return
        if not held:
            self.release()
            self._lock = lock if mine else None
        self.opened.emit(matter, taken)


def _make_matter(source: Path, printed: bytes) -> Path:
    """Make a matter of a source and what its reading printed. Raises MatterError, OSError and ValueError."""
    from carveout.agreement.record import from_record  # noqa: PLC0415  (a matter's record comes by the store)

    target = free_place(source)
    create_matter(target, from_record(json.loads(printed)), source.read_bytes()).close()
    return target
