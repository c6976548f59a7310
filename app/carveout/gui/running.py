"""That Carveout is running, noted on the disk: what is still there at a later start was left by one that died."""

from __future__ import annotations

import faulthandler
import json
import re
import uuid
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import QLockFile

from carveout.gui.reports import dumped_places, own_folder, private, versions, write_report

if TYPE_CHECKING:
    from pathlib import Path

_DIED = re.compile(r"^(?:Fatal Python error|Windows fatal exception): (.+)$", re.MULTILINE)
_TAKEN = re.compile(r"^took (\w+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Desk:
    """What lay on the desk: the matter's path and id, the clause, and the offset of the first word in sight."""

    path: str
    matter: str
    clause: int
    top: int


class Running:
    """One run of Carveout, from `begin` to `end`.

    While it lasts there is a note of it beside its lock: the versions, each action by its name, and where Python was
    when a signal ended the process. Beside that is what lies on the desk. None of it outlives a run that ends well.
    """

    def __init__(self) -> None:
        self._note: TextIO | None = None
        self._lock: QLockFile | None = None
        self._stem = own_folder() / "running" / uuid.uuid4().hex

    def begin(self) -> Desk | None:
        """Begin, after making reports of the runs that died. Return what lay on the desk of the last of them."""
        folder = self._stem.parent
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            died = sorted((path for path in folder.glob("*.note") if _is_left(path)), key=lambda p: p.stat().st_mtime)
            left = [_reported(path) for path in died]
            self._lock = QLockFile(f"{self._stem}.lock")
            self._lock.setStaleLockTime(0)
            self._lock.tryLock(0)
            self._note = private(self._stem.with_suffix(".note"))
            self._write(f"on {versions()}")
            faulthandler.enable(self._note)
        except OSError:
            return None  # Carveout runs as well where it can't tell afterwards how it ended
        return left[-1] if left else None

    def take(self, action: str) -> None:
        """Note that an action was taken."""
        self._write(f"took {action}")

    def lay(self, desk: Desk | None) -> None:
        """Note what lies on the desk, or that nothing does."""
        place = self._stem.with_suffix(".desk")
        with suppress(OSError):
            if desk is None or self._note is None:
                place.unlink(missing_ok=True)
                return
            fresh = place.with_suffix(".fresh")
            fresh.unlink(missing_ok=True)
            with private(fresh) as file:
                json.dump([desk.path, desk.matter, desk.clause, desk.top], file)
            fresh.replace(place)

    def end(self) -> None:
        """End well: leave nothing behind."""
        if self._note is None:
            return
        faulthandler.disable()
        self._note.close()
        self._note = None
        with suppress(OSError):
            _clear_up(self._stem)
        if self._lock is not None:
            self._lock.unlock()

    def _write(self, line: str) -> None:
        if self._note is not None:
            with suppress(OSError):
                self._note.write(f"{line}\n")
                self._note.flush()


def _is_left(note: Path) -> bool:
    """Tell whether nobody runs any more who wrote a note."""
    lock = QLockFile(str(note.with_suffix(".lock")))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        return False
    lock.unlock()
    return True


def _reported(note: Path) -> Desk | None:
    """Make a report of a run that died, and return what lay on its desk."""
    told = note.read_text(encoding="utf-8", errors="replace")
    died, taken = _DIED.search(told), _TAKEN.findall(told)
    first = told.partition("\n")[0]
    what = [
        f"Ended unexpectedly: {died[1] if died else 'without a word, as when it is killed or the power goes'}",
        f"Action taken last: {taken[-1] if taken else 'none'}",
    ]
    write_report(what, dumped_places(told), on=first.removeprefix("on ") if first.startswith("on ") else None)
    try:
        desk = Desk(*json.loads(note.with_suffix(".desk").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        desk = None
    _clear_up(note.with_suffix(""))
    return desk


def _clear_up(stem: Path) -> None:
    for ending in (".desk", ".fresh", ".note"):
        stem.with_suffix(ending).unlink(missing_ok=True)
