"""Cutting a long text into slices that a cell of a spreadsheet holds."""

from __future__ import annotations

LONGEST = 32_767
"""What a cell holds at most, in UTF-16 code units; Excel calls a file with more damaged."""
_SAFE = LONGEST // 2
"""Code points that fit whatever they are."""


def sliced(text: str) -> list[str]:
    """Return the text in slices of at most LONGEST UTF-16 code units, which together are the text; one if it fits."""
    if len(text) <= _SAFE or len(text) + sum(one > "\uffff" for one in text) <= LONGEST:
        return [text]
    return [text[at : at + _SAFE] for at in range(0, len(text), _SAFE)]
