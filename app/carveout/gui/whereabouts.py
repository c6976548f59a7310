"""Where matters are kept: beside their source where that can be, else in the reviewer's documents."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from carveout.agreement.intake.decoding import LARGEST
from carveout.assets import RESOURCES
from carveout.gui.settings import documents_folder
from carveout.store.errors import MatterError
from carveout.store.matter import open_matter

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIX = ".carveout"
_LONGEST = 200
"""Bytes of a name: with a number, the suffix and what SQLite and the lock add, it stays below every system's limit."""
_MOST = 100


def matter_of(source: Path) -> Path | None:
    """Return the matter that was made of this very source before, where there is one."""
    sha256 = ""
    for candidate in _names(source):
        if not os.path.lexists(candidate):
            return None
        try:
            with open_matter(candidate, read_only=True) as matter:
                sha256 = sha256 or _sha256(source)
                if matter.reading.source.sha256 == sha256:
                    return candidate
        except (MatterError, OSError):
            continue
    return None


def free_place(source: Path) -> Path:
    """Return the first name for a new matter of a source that no file has, its folder made. Raises OSError."""
    for candidate in _names(source):
        if not os.path.lexists(candidate):
            candidate.parent.mkdir(parents=True, exist_ok=True)
            return candidate
    raise FileExistsError(errno.EEXIST, f"there are {_MOST} matters of that name already", str(source))


def _names(source: Path) -> Iterator[Path]:
    folder = _folder(source)
    stem = os.fsdecode(os.fsencode(source.stem)[:_LONGEST]).encode("utf-8", "ignore").decode() or "Matter"
    for number in range(1, _MOST + 1):
        yield folder / f"{stem}{f' {number}' if number > 1 else ''}{SUFFIX}"


def _folder(source: Path) -> Path:
    """Return the source's own folder where it can be written to and isn't part of Carveout."""
    beside = Path(os.path.realpath(source)).parent
    if os.access(beside, os.W_OK) and not beside.is_relative_to(os.path.realpath(RESOURCES)):
        return beside
    return documents_folder()


def _sha256(path: Path) -> str:
    """Return the hash of a file that could be read, and "none" for what is no such file."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
        return "none"
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
