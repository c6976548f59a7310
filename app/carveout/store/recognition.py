"""Telling a matter from any other file, by its first bytes alone."""

from __future__ import annotations

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
