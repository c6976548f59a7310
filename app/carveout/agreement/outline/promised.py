"""What a table of contents promises of a clause: where its heading ends, and that words after a number are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_CLOSES = ".:;-–—)\n"
"""What may stand after a heading without being a word of the clause."""
_LONGEST = 400


def promised_end(text: str, start: int, end: int, headings: Sequence[str]) -> int | None:
    """Return where the longest of some folded headings ends that opens `text` at `start`; None where none does.

    A heading ends with its words: where they go on, it was promised for another clause, or in other words.
    """
    if not headings:
        return None
    ends = [reached for heading in headings if (reached := _reached(text, start, min(end, start + _LONGEST), heading))]
    return max(ends, default=None)


def _reached(text: str, start: int, end: int, heading: str) -> int | None:
    matched, at = 0, start
    for at in range(start, end):
        one = text[at]
        if not one.isalnum():
            continue
        small = one.lower()
        if not heading.startswith(small, matched):
            return None
        matched += len(small)
        if matched == len(heading):
            return end if at + 1 == end else _closed(text, at + 1, end)
    return None


def _closed(text: str, at: int, end: int) -> int | None:
    """Return where what closes a heading ends, None in the middle of a word or a sentence."""
    if text[at].isalnum():
        return None
    stop = at
    while stop < end and text[stop] in _CLOSES:
        stop += 1
    after = stop
    while after < end and text[after] in " \n":
        after += 1
    opens = after >= end or not text[after].islower()
    return stop if opens else None
