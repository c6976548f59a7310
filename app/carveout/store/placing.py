"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import uuid
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """Make an empty file beside `path`, readable by its owner alone, to be filled and put in place by the caller.

    Whatever is still there at the end is taken away. Raises OSError.
    """
    made = path.with_name(f".{uuid.uuid4().hex}.carveout-part")
    os.close(os.open(made, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        yield made
    finally:
        made.unlink(missing_ok=True)
        journal_of(made).unlink(missing_ok=True)


def put_in_place(made: Path, path: Path) -> None:
    """Give the file its name, in place of the one that had it, and have the folder's entry reach the disk."""
    made.replace(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps the rollback journal of a file."""
    return path.with_name(f"{path.name}-journal")
