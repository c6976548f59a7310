"""How long a reading may take and how much memory it may use: several times what the longest agreements need."""

from __future__ import annotations

MEMORY = 1 << 30
"""Bytes of memory."""
_SECONDS = 10


def seconds_for(size: int) -> int:
    """Return the seconds of processor time for a source of `size` bytes: ten, and ten more for each megabyte begun."""
    return _SECONDS * (1 + -(-size // 1_000_000))
