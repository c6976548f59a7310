"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import uuid
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from carveout.store.errors import MatterExistsError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


_PART = ".carveout-part"


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """Make an empty file beside `path`, readable by its owner alone, to be filled and put in place by the caller.

    Whatever is still there at the end is taken away. Raises OSError.
    """
    made = path.with_name(f".{os.getpid()}-{uuid.uuid4().hex}{_PART}")
    os.close(os.open(made, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        yield made
    finally:
        made.unlink(missing_ok=True)
        journal_of(made).unlink(missing_ok=True)


def clear_up_after(process: int, folder: Path) -> None:
    """Take away what a process that was killed left unfinished in a folder."""
    with suppress(OSError):
        for unfinished in folder.glob(f".{process}-*{_PART}*"):
            unfinished.unlink(missing_ok=True)


def put_in_place(made: Path, path: Path) -> None:
    """Give the file its name, in place of the one that had it. Raises OSError."""
    made.replace(path)
    _settle(path.parent)


def put_in_free_place(made: Path, path: Path) -> None:
    """Give the file a name that no other has. Raises MatterExistsError, and OSError."""
    try:
        _name(made, path)
    except FileExistsError as error:
        raise MatterExistsError(path) from error
    _settle(path.parent)


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps the rollback journal of a file."""
    return path.with_name(f"{path.name}-journal")


def settle(*paths: Path) -> None:
    """Have the system put what it holds of these files on the disk. Raises OSError; a file that isn't there is none."""
    for path in paths:
        with suppress(FileNotFoundError):
            held = os.open(path, os.O_RDWR)
            try:
                os.fsync(held)
            finally:
                os.close(held)


def _name(made: Path, path: Path) -> None:
    try:
        os.link(made, path)
    except FileExistsError:
        raise
    except OSError:  # This file system knows no second name for a file: hold the name, then replace what holds it.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        made.replace(path)


def _settle(folder: Path) -> None:
    # The file's bytes are on the disk already; its entry in the folder isn't until the folder is synced.
    if os.name == "posix":
        entry = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(entry)
        finally:
            os.close(entry)
