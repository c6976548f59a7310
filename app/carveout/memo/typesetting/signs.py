"""How highlights are told apart without colour: by a sign in the flag beside them, and by the rule above the words."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carveout.memo.typesetting.style import Colour

FLAG = 11.0
"""The side of the square that a flag is drawn in, in points."""
RULE = 0.55
"""How thick the rule above highlighted words is, in points."""
RAISED = 1.2
"""How far above the words' box the rule reaches, clear of their ascenders, in points."""


class Sign(StrEnum):
    """What a flag bears."""

    POINT = "exclamation mark"
    QUERY = "question mark"
    CARET = "caret"
    LINES = "lines"


DASHES: Mapping[Sign, tuple[float, float] | None] = {
    Sign.POINT: (1.0, 0.0),
    Sign.QUERY: (0.9, 1.6),
    Sign.CARET: (4.0, 2.0),
    Sign.LINES: None,
}
"""The rule above the words: how long its dashes are and how far apart, in points; none at all."""

_DRAWN = {
    Sign.POINT: "1 J 1.2 w 5.5 9 m 5.5 6.7 l S 5.5 5 m 5.5 4.95 l S",
    Sign.QUERY: "1 J 0.9 w 4.1 7.9 m 4.1 9.4 6.9 9.4 6.9 7.9 c 6.9 7 5.5 7.1 5.5 6.2 c S 5.5 4.8 m 5.5 4.75 l S",
    Sign.CARET: "1 J 0.9 w 3.2 5.1 m 5.5 8.5 l 7.8 5.1 l S",
    Sign.LINES: "2.8 8 m 8.2 8 l S 2.8 5.8 m 6.8 5.8 l S",
}
_STROKE = "0.365 0.392 0.427 RG"


def flag(sign: Sign, colour: Colour) -> str:
    """Return what draws a flag, in a square of `FLAG` points from its lower left corner."""
    red, green, blue = colour
    return (
        f"{red:.3f} {green:.3f} {blue:.3f} rg {_STROKE} 0.6 w 1 j "
        f"1 3.6 m 1 10 l 10 10 l 10 3.6 l 5.2 3.6 l 3 1.2 l 3 3.6 l h B {_DRAWN[sign]}"
    )


def rule(sign: Sign, left: float, right: float, top: float) -> str:
    """Return what draws the rule above highlighted words, whose box ends at `top`; empty where the sign has none."""
    dashes = DASHES[sign]
    if dashes is None:
        return ""
    on, off = dashes
    pattern = f"[{on:.1f} {off:.1f}] 0 d " if off else "[] 0 d "
    middle = top + RAISED - RULE / 2
    return f"{pattern}{_STROKE} {RULE:.1f} w {left:.2f} {middle:.2f} m {right:.2f} {middle:.2f} l S"
