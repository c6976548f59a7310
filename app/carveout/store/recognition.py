"""Telling a matter from any other file, by its first bytes alone; and of which document it says that it is."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MAGIC = b"SQLite format 3\0"
"""What the file of a matter begins with."""


def looks_like_matter(path: Path) -> bool:
    """Tell whether a file begins as a matter does; what isn't there or can't be read doesn't."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except (OSError, ValueError):
        return False


def source_of(path: Path) -> str | None:
    """Return the hash of the document that a matter says it is of, None for any other file.

    Nothing is verified: that is for opening it.
    """
    if not looks_like_matter(path):
        return None
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=0)) as connection:
            connection.execute("PRAGMA trusted_schema = 0")
            (sha256,) = connection.execute("SELECT sha256 FROM document LIMIT 1").fetchone()
    except (sqlite3.Error, TypeError, ValueError):
        return None
    return sha256 if isinstance(sha256, str) else None
