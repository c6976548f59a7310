"""Writing what we hand in: to a temporary file beside the target, then into its place, so that none is seen half."""

from __future__ import annotations

import errno
import os
import secrets
from functools import partial
from typing import TYPE_CHECKING

from carveout.agreement.progress import silent
from carveout.memo.parts.whole import whole
from carveout.memo.typesetting.document import typeset
from carveout.memo.typesetting.glyphs import Glyphs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import BinaryIO

    from carveout.agreement.progress import Report
    from carveout.memo.memo import Memo


_BUFFER = 1 << 18


class MemoError(Exception):
    """A paper could not be written. Its text is one sentence for a person: what happened, and what to do."""


def write(memo: Memo, target: Path, report: Report = silent) -> None:
    """Write the memo as a PDF that only its owner can read.

    What stood at the target stays until the whole memo is on the disk; a symbolic link there is replaced, not
    followed. Whatever the report raises ends the work and leaves no file. Raises MemoError where it can't be written.
    """
    put(target, partial(print_to, memo=memo, report=report))


def print_to(out: BinaryIO, memo: Memo, report: Report = silent) -> None:
    """Write the memo as a PDF to an open file, page by page. Whatever the report raises ends the work."""
    glyphs = Glyphs()
    typeset(whole(memo, glyphs), glyphs, out, report)


def put(target: Path, write_to: Callable[[BinaryIO], object]) -> None:
    """Have a paper written as `write` writes the memo. Raises MemoError where it can't be written."""
    try:
        if target.is_dir() and not target.is_symlink():
            raise MemoError(f"“{target.name}” is a folder; choose a name for the file inside it.")
        _put(write_to, target)
    except OSError as error:
        raise MemoError(_told(error, target)) from error


def _put(write_to: Callable[[BinaryIO], object], target: Path) -> None:
    beside = target.with_name(f".{target.name[:60]}.{secrets.token_hex(4)}.tmp")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        with os.fdopen(descriptor, "wb", _BUFFER) as file:
            write_to(file)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _sync_folder(target)


def _sync_folder(target: Path) -> None:
    """Make the new name outlast a power cut, where the system lets a folder be synced."""
    try:
        folder = os.open(target.parent, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(folder)
    except OSError:
        return
    finally:
        os.close(folder)


def _told(error: OSError, target: Path) -> str:
    name = target.name
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return f"The disk has no room for “{name}”, so it was not written; free some space and export again."
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return f"“{name}” may not be written there; choose another folder, or ask for permission to this one."
        case errno.ENOENT | errno.ENOTDIR if not target.parent.is_dir():
            return f"The folder for “{name}” is not there; choose another and export again."
        case errno.ENAMETOOLONG:
            return "That file name is too long for the disk; choose a shorter one."
        case _:
            return f"“{name}” could not be written ({error.strerror}); choose another folder and export again."
