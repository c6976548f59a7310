"""What a child prints of a memo that can be looked at while it is made, lot by lot."""

from __future__ import annotations

_LONGEST = 12
"""Digits beyond which no length is one."""


class Lots:
    """Takes apart what `carveout memo --first-pages` prints: lots, each after a line with its length, then the memo."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._held = bytearray()

    def take(self, printed: bytes) -> list[bytes]:
        """Take what was printed next, and return the lots that are whole now."""
        self._held += printed
        found = []
        while (lot := self._next()) is not None:
            found.append(lot)
        return found

    def rest(self) -> bytes:
        """Return what follows the lots: the memo, where all of it was printed."""
        return bytes(self._held)

    def _next(self) -> bytes | None:
        length = bytes(self._held[:_LONGEST]).partition(b"\n")[0]
        if not length.isdigit():
            return None
        begin = len(length) + 1
        end = begin + int(length)
        if len(self._held) < end:
            return None
        lot = bytes(self._held[begin:end])
        del self._held[:end]
        return lot
