"""Reports of what went wrong: kinds, places in our own code, versions, ids. No word or name of anybody's document."""

from __future__ import annotations

import datetime as dt
import os
import platform
import re
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import PySide6
from PySide6.QtCore import QStandardPaths, qVersion

import carveout

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType

MOST = 20
"""Reports that are kept; the oldest make room."""
_OURS = Path(carveout.__file__).parent
_DUMPED = re.compile(r'File "(?P<file>[^"]+)", line (?P<line>\d+) in (?P<name>[\w.<>]+)')


def own_folder() -> Path:
    """Return the folder for what Carveout writes for itself."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation))


def reports_folder() -> Path:
    """Return the folder of the reports."""
    return own_folder() / "reports"


def reports() -> tuple[Path, ...]:
    """Return the reports, the newest first."""
    try:
        return tuple(sorted(reports_folder().glob("*.txt"), reverse=True))
    except OSError:
        return ()


def versions() -> str:
    """Return the versions of everything that a failure may hang on, in one line."""
    from carveout.store.connection import sqlite_version  # noqa: PLC0415  (only where something went wrong)

    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    return (
        f"Carveout {carveout.__version__}, Python {platform.python_version()}, PySide6 {PySide6.__version__}, "
        f"Qt {qVersion()}, SQLite {sqlite_version()}, {system}"
    )


def places_of(trace: TracebackType | None) -> tuple[str, ...]:
    """Return the places in our own code that an exception came through, where it was raised first."""
    frames = [
        (f.f_code.co_filename, line, f.f_code.co_qualname if hasattr(f.f_code, "co_qualname") else f.f_code.co_name)
        for f, line in traceback.walk_tb(trace)
    ]
    return tuple(_place(*frame) for frame in reversed(frames) if Path(frame[0]).is_relative_to(_OURS))


def dumped_places(dump: str) -> tuple[str, ...]:
    """Return the places in our own code that a dump of faulthandler names."""
    found = [(one["file"], int(one["line"]), one["name"]) for one in _DUMPED.finditer(dump)]
    return tuple(_place(*one) for one in found if Path(one[0]).is_relative_to(_OURS))


def write_report(what: Iterable[str], places: Iterable[str], *, on: str | None = None) -> Path:
    """Write a report and return where: lines that say what happened, the places, and the versions. Raises OSError.

    `on` are the versions that it happened on where they aren't those of now. Nobody else may read the report.
    """
    now = dt.datetime.now(dt.UTC)
    lines = [f"{now:%d %B %Y, %H:%M:%S} UTC", *what, "Places in Carveout, the last first:"]
    lines += [f"  {place}" for place in places] or ["  none"]
    lines.append(on or versions())
    folder = reports_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"{now:%Y-%m-%dT%H-%M-%S-%f}.txt"
    with private(path) as file:
        file.write("\n".join(lines) + "\n")
    for old in reports()[MOST:]:
        old.unlink(missing_ok=True)
    return path


def private(path: Path) -> TextIO:
    """Open a new file that nobody else may read. Raises OSError."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o600), "w", encoding="utf-8")


def _place(file: str, line: int, name: str) -> str:
    return f"{Path(file).relative_to(_OURS).as_posix()}:{line} {name}"
