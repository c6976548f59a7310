"""Where matters are kept: beside their source where that can be, else in the reviewer's documents."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from carveout.agreement.intake.decoding import LARGEST
from carveout.assets import RESOURCES
from carveout.gui.folders import documents_folder
from carveout.store.naming import free_name, matters_named


def matter_of(source: Path) -> Path | None:
    """Return the matter that was made of this very source before, where there is one."""
    try:
        kept = list(matters_named(folder_for(source), source.stem))
        sha256 = _sha256(source) if kept else ""
    except OSError:
        return None
    return next((matter for matter, of in kept if of == sha256), None)


def free_place(source: Path) -> Path:
    """Return the first name for a new matter of a source that no file has, its folder made. Raises OSError."""
    return free_name(folder_for(source), source.stem)


def folder_for(source: Path | None) -> Path:
    """Return the folder for a source's matter, made where it wasn't there. Raises OSError.

    That is the source's own where it can be written to and isn't part of Carveout; what was pasted has none.
    """
    if source is not None:
        beside = Path(os.path.realpath(source)).parent
        if os.access(beside, os.W_OK) and not beside.is_relative_to(os.path.realpath(RESOURCES)):
            return beside
    folder = documents_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _sha256(path: Path) -> str:
    """Return the hash of a file that could be read, and "none" for what is no such file."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
        return "none"
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
