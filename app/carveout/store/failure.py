"""What SQLite and the operating system say when reading or writing fails, as the error that a person can act on."""

from __future__ import annotations

import errno
import sqlite3
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from carveout.store.errors import (
    DamagedMatterError,
    DiskFailedError,
    DiskFullError,
    MatterBusyError,
    ReadOnlyMatterError,
    UnreadableMatterError,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carveout.store.errors import MatterError

_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_WRITING = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


def database_errors() -> tuple[type[Exception], ...]:
    """Return what SQLite and, once it is in use, SQLCipher raise: errors of two families with the same codes."""
    cipher = sys.modules.get("sqlcipher3.dbapi2")
    return (sqlite3.Error, cipher.Error) if cipher else (sqlite3.Error,)


def integrity_errors() -> tuple[type[Exception], ...]:
    """Return what they raise for a row that the schema forbids."""
    cipher = sys.modules.get("sqlcipher3.dbapi2")
    return (sqlite3.IntegrityError, cipher.IntegrityError) if cipher else (sqlite3.IntegrityError,)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what the disk refuses inside, while the matter at `path` is written, into a MatterError."""
    try:
        yield
    except integrity_errors():
        raise  # A row that the schema forbids is a mistake of ours.
    except database_errors() as error:
        raise _while_writing(path, error) from error
    except OSError as error:
        raise _refused(path, error) from error


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what the disk refuses inside, while the matter at `path` is read, into a MatterError."""
    try:
        yield
    except database_errors() as error:
        raise _while_reading(path, error) from error
    except UnicodeDecodeError as error:  # SQLite quotes a damaged schema in its message, as no text at all.
        raise DamagedMatterError(path) from error
    except OSError as error:
        raise _not_given(path, error) from error


def _while_writing(path: Path, error: Exception) -> MatterError:
    # A quota or a limit on the size of files reaches SQLite as a failed write, not as a full disk.
    if _extended(error) == sqlite3.SQLITE_IOERR_WRITE:
        return DiskFullError(path)
    match _primary(error):
        case sqlite3.SQLITE_FULL:
            return DiskFullError(path)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return MatterBusyError(path)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return ReadOnlyMatterError(path)
        case sqlite3.SQLITE_IOERR:
            return DiskFailedError(path)
    return DamagedMatterError(path)


def _while_reading(path: Path, error: Exception) -> MatterError:
    match _primary(error):
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return MatterBusyError(path)
        case sqlite3.SQLITE_READONLY:
            return UnreadableMatterError(
                f"“{path.name}” was being saved when the computer stopped, and can't be put right where it is "
                "read-only; copy it, with the file that ends in -journal, to a folder of your own and open the copy."
            )
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_IOERR:
            return UnreadableMatterError(f"“{path.name}” can't be read from its disk; copy it elsewhere and try again.")
    return DamagedMatterError(path)


def _refused(path: Path, error: OSError) -> MatterError:
    if error.errno in _NO_SPACE:
        return DiskFullError(path)
    if error.errno in _NO_WRITING:
        return ReadOnlyMatterError(path)
    return DiskFailedError(path)


def _not_given(path: Path, error: OSError) -> MatterError:
    if isinstance(error, FileNotFoundError):
        return UnreadableMatterError(
            f"There is no file “{path.name}” here any more; look for it where it was moved to."
        )
    if isinstance(error, PermissionError):
        return UnreadableMatterError(f"You may not read “{path.name}”; ask its owner for permission.")
    return UnreadableMatterError(f"“{path.name}” can't be read from its disk; copy it elsewhere and try again.")


def _extended(error: Exception) -> int:
    # What Python's own module raises, such as for text that isn't UTF-8, bears no code.
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)


def _primary(error: Exception) -> int:
    return _extended(error) & 0xFF
