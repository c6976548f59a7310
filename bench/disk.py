"""A disk under a harness's child that tells every write, and refuses the one that it is told to.

The library is made of disk.c when it is wanted, and preloaded: SQLite and Python then write through it. Linux, with a
compiler.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from struct import Struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parents[1]
_RECORD = Struct("=5q")


@dataclass(frozen=True, slots=True)
class Call:
    """One call that succeeded: o(pen), c(lose), w(rite), t(runcate), s(ync), u(nlink), r(ename), l(ink).

    An open has the file's path, whether it may make the file and whether it empties it; a write its offset and bytes;
    a truncation the size as its offset; a rename or link two paths with a line's end between them.
    """

    what: str
    fd: int
    at: int
    path: str
    bytes: bytes = b""
    empties: bool = False


def compiler() -> str | None:
    """Return the compiler that makes the library, None where there is none or the system has no preloading."""
    return shutil.which("cc") or shutil.which("gcc") if sys.platform == "linux" else None


def library_in(folder: Path) -> Path:
    """Make the library."""
    made = folder / "disk.so"
    command = [compiler() or "cc", "-shared", "-fPIC", "-O1", "-o", str(made), str(Path(__file__).with_suffix(".c"))]
    subprocess.run(command, check=True)
    return made


def run_on(library: Path, under: Path, log: Path | None, command: Sequence[str]) -> str:
    """Run a module of ours on such a disk, `under` a folder, and return what it printed."""
    environment = {**os.environ, "LD_PRELOAD": str(library), "DISK_UNDER": str(under), "PYTHONPATH": _path()}
    if log is not None:
        environment["DISK_LOG"] = str(log)
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout


def calls_in(log: Path) -> Iterator[Call]:
    """Yield what was called, in order."""
    told = memoryview(log.read_bytes())
    at = 0
    while at < len(told):
        what, a, b, c, length = _RECORD.unpack_from(told, at)
        at += _RECORD.size
        path = os.fsdecode(bytes(told[at : at + length]))
        at += length
        kind = chr(what)
        written = bytes(told[at : at + c]) if kind == "w" else b""
        at += len(written)
        yield Call(kind, a, b, path, written, empties=kind == "o" and bool(c))


class Refusing:
    """The preloaded library, inside the child."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(None)

    def refuse(self, nth: int, error: int) -> None:
        """Have the n-th write, truncation or sync from now on fail, once; 0 has none fail."""
        self._library.disk_refuse(ctypes.c_long(nth), ctypes.c_int(error))

    @property
    def refused(self) -> bool:
        """Tell whether the call came and was refused."""
        return bool(self._library.disk_refused())


def _path() -> str:
    return os.pathsep.join(filter(None, [str(ROOT / "app"), os.environ.get("PYTHONPATH", "")]))
