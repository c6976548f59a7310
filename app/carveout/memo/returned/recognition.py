"""Telling a memo from other files by its bytes alone: nothing of it is parsed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.agreement.intake.decoding import LARGEST

if TYPE_CHECKING:
    from pathlib import Path

_SIGN = b"%PDF-"
_WITHIN = 1024
"""Bytes within which a PDF says that it is one, as readers take it."""
_ENCLOSED = (b"/AFRelationship", b"/application#2Fjson", b"carveout")
"""What a PDF holds that encloses our copy, however other programs write its strings."""


def looks_like_pdf(path: Path) -> bool:
    """Tell whether a file is a PDF, as its first bytes say; no file is none."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return _SIGN in file.read(_WITHIN)
    except OSError:
        return False


def encloses_copy(path: Path) -> bool:
    """Tell whether a file is a PDF that seems to enclose a copy for programs.

    A program that packs all of a PDF anew may hide that; then the memo has to be chosen.
    """
    try:
        if not looks_like_pdf(path) or path.stat().st_size > LARGEST:
            return False
        content = path.read_bytes()
    except OSError:
        return False
    return all(sign in content for sign in _ENCLOSED)
