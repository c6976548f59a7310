"""What a matter's file is called: as its document, with a number where that name is taken."""

from __future__ import annotations

import errno
import os
import re
from typing import TYPE_CHECKING

from carveout.store.recognition import source_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SUFFIX = ".carveout"
_LONGEST = 200
"""Bytes of a name: with a number, the suffix and what SQLite and the lock add, it stays below every system's limit."""
_LONGEST_TITLE = 100
_MOST = 100
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200b-\u200f\u2028-\u202e\u2066-\u2069]+')


def free_name(folder: Path, stem: str) -> Path:
    """Return the first name for a matter of a document that no file has. Raises FileExistsError where all are taken."""
    for candidate in _names(folder, stem):
        if not os.path.lexists(candidate):
            return candidate
    raise FileExistsError(errno.EEXIST, f"there are {_MOST} matters of that name already", str(folder / stem))


def matters_named(folder: Path, stem: str) -> Iterator[tuple[Path, str]]:
    """Yield the matters under those names, each with the hash of its document, by its own word."""
    for candidate in _names(folder, stem):
        if not os.path.lexists(candidate):
            return
        sha256 = source_of(candidate)
        if sha256 is not None:
            yield candidate, sha256


def stem_of(title: str) -> str:
    """Return a title as every system takes it for a file's name, empty where nothing of it is left."""
    return " ".join(_NOT_IN_NAMES.sub(" ", title).split()).strip(". ")[:_LONGEST_TITLE].rstrip(". ")


def _names(folder: Path, stem: str) -> Iterator[Path]:
    stem = os.fsdecode(os.fsencode(stem)[:_LONGEST]).encode("utf-8", "ignore").decode() or "Matter"
    for number in range(1, _MOST + 1):
        yield folder / f"{stem}{f' {number}' if number > 1 else ''}{SUFFIX}"
