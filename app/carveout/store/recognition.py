"""Telling a matter from any other file, by its first bytes alone; and of which document it says that it is."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from carveout.store.passphrase import MARK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_A_GLANCE = 0.3
_LONGEST = 200_000_000
_STEPS = 10_000

MAGIC = b"SQLite format 3\0"
"""What the file of a matter begins with."""


def looks_like_matter(path: Path) -> bool:
    """Tell whether a file begins as a matter does; what isn't there or can't be read doesn't."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(MAGIC)).startswith((MAGIC, MARK))
    except (OSError, ValueError):
        return False


@contextmanager
def glance(path: Path) -> Iterator[sqlite3.Connection]:
    """Connect to a matter of which nothing is verified, for one look at it. Raises sqlite3.Error and ValueError.

    What the file makes of that look, a view in place of a table, may not compute for long or fill the memory.
    """
    uri = f"{path.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True, timeout=0)) as connection:
        connection.execute("PRAGMA trusted_schema = 0")
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
        ends = time.monotonic() + _A_GLANCE
        connection.set_progress_handler(lambda: time.monotonic() > ends, _STEPS)
        yield connection


def source_of(path: Path) -> str | None:
    """Return the hash of the document that a matter says it is of, None for any other file.

    Nothing is verified: that is for opening it.
    """
    if not looks_like_matter(path):
        return None
    try:
        with glance(path) as connection:
            (sha256,) = connection.execute("SELECT sha256 FROM document LIMIT 1").fetchone()
    except (sqlite3.Error, TypeError, ValueError):
        return None
    return sha256 if isinstance(sha256, str) else None
