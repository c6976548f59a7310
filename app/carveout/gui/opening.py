"""Opening: a matter as it is; any other file by having a child process read it and make a matter of it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

from carveout.gui.bringing import Bringing, is_small
from carveout.gui.child import Child, ourselves, patience_for
from carveout.gui.choosing import choice_of
from carveout.gui.folders import backups_folder
from carveout.gui.holding import holder_of, lock_of
from carveout.gui.uncollected import nothing_collected
from carveout.gui.whereabouts import folder_for, matter_of
from carveout.store.errors import DamagedMatterError, MatterError, PassphraseNeededError
from carveout.store.naming import SUFFIX
from carveout.store.placing import clear_up_after
from carveout.store.recognition import looks_like_matter

if TYPE_CHECKING:
    from carveout.store.passphrase import Key

_NO_PLACE = "No matter could be made of {} ({}): move it to a folder of your own and open it there."
_NOTICED = 250
"""Milliseconds after which somebody wonders what is going on."""


class Opening(QObject):
    """Brings one file at a time to the desk.

    `opened` carries the Matter, and who else has it open, empty for nobody: else it is for reading only. `made` carries
    the path of a new matter, to be opened next. `failed` carries a sentence, and the path of a good backup or None.
    `asked` carries the Choice where several documents of a filing are agreements: `choose` goes on from there.
    `locked` carries the path of a matter that is protected: `open` it with its key.
    `began` and `ended` frame work that takes a while; `progressed` tells how far it is.
    """

    opened = Signal(object, str)
    made = Signal(object)
    failed = Signal(str, object)
    asked = Signal(object)
    locked = Signal(object)
    began = Signal(str)
    progressed = Signal(int, int, str)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with nothing under way."""
        super().__init__(parent)
        self._child: Child | None = None
        self._folder = Path()
        self._source: Path | None = None
        self._lock: QLockFile | None = None
        self._bringing: Bringing | None = None
        self._given_up: list[Bringing] = []
        self._asked = _Asked()
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_NOTICED)
        self._slow.timeout.connect(self._on_slow)
        self.at_once = False
        """Open matters of any size before `open` returns: there is no window yet that would stand still."""

    def open(self, path: Path, key: Key | None = None) -> None:
        """Open a matter, or read another file and make a matter of it; a reading under way is given up.

        `key` opens a matter that is protected.
        """
        self.cancel()
        path = path.absolute()
        if path.suffix.lower() == SUFFIX or looks_like_matter(path):
            self._open_matter(path, key)
            return
        known = matter_of(path)
        if known is not None:
            self._open_matter(known)
        else:
            self._read(path, more=("--choose",))

    def choose(self, path: Path, number: int | None) -> None:
        """Read one document of a filing, by its number, or all of it."""
        self.cancel()
        self._read(path, more=() if number is None else ("--document", str(number)))

    def paste(self, text: str) -> None:
        """Read text from the clipboard and make a matter of it; a reading under way is given up."""
        self.cancel()
        self._read(None, pasted=text.encode(errors="replace"))

    def make(self, path: Path, target: Path) -> None:
        """Read a file and make a matter of it at a place of its own, whatever was made of the file before."""
        self.cancel()
        self._read(path, target=target)

    def cancel(self) -> None:
        """Give up what is under way; what lies on the desk stays."""
        self._give_up_bringing()
        if self._child is not None:
            self._child.cancel()

    def leave(self) -> None:
        """Give up what is under way, and wait until no part of it goes on: the window closes."""
        self.cancel()
        for bringing in self._given_up:
            bringing.wait()
            bringing.put_away()
        self._given_up.clear()

    def release(self) -> None:
        """Let others write to the matter that was opened last."""
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _read(
        self, path: Path | None, *, pasted: bytes = b"", more: tuple[str, ...] = (), target: Path | None = None
    ) -> None:
        named = f"“{path.name}”" if path else "what was pasted"
        try:
            self._folder = target.parent if target else folder_for(path)
        except OSError as error:
            self.failed.emit(_NO_PLACE.format(named, error.strerror), None)
            return
        command = ourselves("matter", str(path or "-"), "-o", str(target or self._folder), "--limits", *more)
        self._source = path
        size = len(pasted) if path is None else _size(path)
        self._child = Child(command, self, fed=pasted, patience=patience_for(f"Reading {named}", size))
        self._child.progressed.connect(self.progressed)
        self._child.succeeded.connect(self._on_made)
        self._child.asked.connect(self._on_asked)
        self._child.failed.connect(self._on_refused)
        self._child.cancelled.connect(self._leave)
        self.began.emit(f"Reading {path.name if path else named}")
        self._child.start()

    def _on_made(self, printed: bytes) -> None:
        self._leave()
        self.made.emit(Path(os.fsdecode(printed).removesuffix("\n").removesuffix("\r")))

    def _on_asked(self, printed: bytes) -> None:
        self._leave()
        if self._source is not None:
            self.asked.emit(choice_of(self._source, printed))

    def _on_refused(self, sentence: str) -> None:
        self._leave()
        self.failed.emit(sentence, None)

    def _leave(self) -> None:
        if self._child is not None:
            clear_up_after(self._child.process, self._folder)
            self._child.deleteLater()
            self._child = None
        self.ended.emit()

    def _open_matter(self, path: Path, key: Key | None = None) -> None:
        path = Path(os.path.realpath(path))
        lock = lock_of(path)
        held = self._lock is not None and self._lock.fileName() == lock.fileName()
        mine = held or lock.tryLock(0)
        taken = not mine and lock.error() is QLockFile.LockError.LockFailedError
        asked = _Asked(lock if mine and not held else None, held=held, by=holder_of(lock) if taken else "")
        bringing = Bringing(path, backups_folder(), self, read_only=taken, key=key)
        if self.at_once or is_small(path):
            bringing.run()
            self._take(bringing, asked)
        else:
            self._bringing, self._asked = bringing, asked
            bringing.finished.connect(self._on_brought)
            bringing.start()
            self._slow.start()

    def _on_slow(self) -> None:
        if self._bringing is not None:
            self.began.emit(f"Opening {self._bringing.path.name}")

    def _on_brought(self) -> None:
        brought = self.sender()
        if brought in self._given_up:
            self._given_up.remove(brought)
            brought.put_away()
        elif self._bringing is not None:
            bringing, self._bringing = self._bringing, None
            self._end_bringing()
            self._take(bringing, self._asked)

    def _give_up_bringing(self) -> None:
        if self._bringing is not None:
            self._given_up.append(self._bringing)
            self._bringing = None
            self._end_bringing()
            self._asked.let_go()

    def _end_bringing(self) -> None:
        if self._slow.isActive():
            self._slow.stop()
        else:
            self.ended.emit()

    def _take(self, bringing: Bringing, asked: _Asked) -> None:
        came = bringing.taken()
        bringing.deleteLater()
        if isinstance(came, MatterError):
            asked.let_go()
            if isinstance(came, PassphraseNeededError):
                self.locked.emit(bringing.path)
                return
            self.failed.emit(str(came), came.backup if isinstance(came, DamagedMatterError) else None)
            return
        if not asked.held:
            self.release()
            self._lock = asked.lock
        with nothing_collected():
            self.opened.emit(came, asked.by)


@dataclass(frozen=True)
class _Asked:
    """How a matter was asked for: the lock that was taken for it, or held before; or who else has it."""

    lock: QLockFile | None = None
    held: bool = False
    by: str = ""

    def let_go(self) -> None:
        """Give back the lock that was taken."""
        if self.lock is not None:
            self.lock.unlock()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0
