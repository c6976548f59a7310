"""Where words stand: a plain search, many times faster than a pattern that tries every place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.span import Span


def places(lower: str, cue: str, within: Span) -> Iterator[int]:
    """Yield where words stand in a stretch of folded text, in order; they don't overlap."""
    at = lower.find(cue, within.start, within.end)
    while at >= 0:
        yield at
        at = lower.find(cue, at + len(cue), within.end)
