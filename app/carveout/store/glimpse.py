"""The bare text of a matter, for the instant before it is opened."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from typing import TYPE_CHECKING

from carveout.store.recognition import glance

if TYPE_CHECKING:
    from pathlib import Path


def text_of(path: Path) -> str | None:
    """Return the canonical text of a matter, None where it can't be had at once.

    Only for a file that is known to be as it was when it was last verified: the text is held against its own hash,
    and nothing else is looked at.
    """
    try:
        with glance(path) as connection:
            reading, sha256 = connection.execute("SELECT reading, reading_sha256 FROM document").fetchone()
        record = zlib.decompress(reading)
        if hashlib.sha256(record).hexdigest() != sha256:
            return None
        text = json.loads(record)["text"]
    except (sqlite3.Error, zlib.error, ValueError, KeyError, TypeError):
        return None
    return text if isinstance(text, str) else None
