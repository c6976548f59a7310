"""Telling a memo from a copy of a matter by its first bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SIGN = b"%PDF-"
_WITHIN = 1024
"""Bytes within which a PDF says that it is one, as readers take it."""


def looks_like_pdf(path: Path) -> bool:
    """Tell whether a file is a PDF, as its first bytes say; no file is none."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return _SIGN in file.read(_WITHIN)
    except OSError:
        return False
