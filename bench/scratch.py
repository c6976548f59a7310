"""Where harnesses keep their files: in memory where the system has such a place, for the disk would take the time."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_IN_MEMORY = "/dev/shm"  # noqa: S108 (only as the parent of a folder of our own)


@contextmanager
def scratch() -> Iterator[Path]:
    """Make a folder of our own and take it away at the end."""
    where = _IN_MEMORY if os.access(_IN_MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=where) as folder:
        yield Path(folder)
