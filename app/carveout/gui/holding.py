"""Who may write to a matter: the window that holds its lock, for as long as that window lives."""

from __future__ import annotations

import os
import platform
import time
from pathlib import Path

from PySide6.QtCore import QLockFile

_BEING_WRITTEN = 0.03
"""Seconds in which a window that has just taken the lock says who it is."""


def lock_of(matter: Path) -> QLockFile:
    """Return the lock of a matter. A window that was killed doesn't hold it any more; one that sleeps does."""
    lock = QLockFile(str(matter.with_name(f".{matter.name}.lock")))
    lock.setStaleLockTime(0)
    return lock


def holder_of(lock: QLockFile) -> str:
    """Return who holds a lock that could not be taken, as words that follow on “is open”."""
    began = time.perf_counter()
    *_, process, host, _ = lock.getLockInfo()
    while not process and time.perf_counter() - began < _BEING_WRITTEN:
        *_, process, host, _ = lock.getLockInfo()
    if not process or process == os.getpid():
        return "in another window"
    if not host or host == platform.node():
        return f"in another window on this computer (process {process})"
    return f"on the computer “{host}” (process {process}; if it isn't, delete “{Path(lock.fileName()).name}”)"
