"""The shapes that tell a state or a severity without colour, in PDF's own operators."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from carveout.memo.typesetting.rows import Figure
from carveout.memo.typesetting.signs import FLAG, Sign, flag
from carveout.memo.typesetting.words import ink

if TYPE_CHECKING:
    from carveout.memo.typesetting.rows import Mark
    from carveout.memo.typesetting.style import Colour

_ARM = 0.5523
"""How long the arms of a quarter of a circle are as a curve, against its radius."""
_LINE = 0.8


def drawn_mark(mark: Mark, top: float) -> str:
    """Return the drawing of a mark of a row whose top is at that height of the paper."""
    if isinstance(mark.figure, Sign):
        corner = f"{mark.x - FLAG / 2:.2f} {top - mark.middle - FLAG / 2:.2f}"
        return f"q 1 0 0 1 {corner} cm {flag(mark.figure, mark.colour)} Q"
    shape = _shape(mark.figure, mark.size, mark.colour)
    return f"q 1 0 0 1 {mark.x:.2f} {top - mark.middle:.2f} cm {shape} Q"


@lru_cache(maxsize=256)
def _shape(figure: Figure, size: float, colour: Colour) -> str:
    """Return the drawing of a figure around the origin."""
    half = size / 2
    filled = ink(colour)
    stroked = f"{filled[:-2]}RG {_LINE} w"
    ring = f"{stroked} {_right(half - _LINE / 2)} {_left(half - _LINE / 2)} s"
    match figure:
        case Figure.TRIANGLE:
            return f"{filled} {_polygon((-half, -half * 0.85), (half, -half * 0.85), (0, half * 0.95))} f"
        case Figure.DIAMOND:
            return f"{filled} {_polygon((-half, 0), (0, -half), (half, 0), (0, half))} f"
        case Figure.DISC:
            return f"{filled} {_right(half)} {_left(half)} f"
        case Figure.RING:
            return ring
        case Figure.HALF:
            return f"{ring} {filled} 0 {-half:.3f} m {_left(half)} f"


def _polygon(first: tuple[float, float], *others: tuple[float, float]) -> str:
    lines = " ".join(f"{x:.3f} {y:.3f} l" for x, y in others)
    return f"{first[0]:.3f} {first[1]:.3f} m {lines} h"


def _right(radius: float) -> str:
    """Return the right half of a circle, from its top down."""
    r, arm = f"{radius:.3f}", f"{_ARM * radius:.3f}"
    return f"0 {r} m {arm} {r} {r} {arm} {r} 0 c {r} -{arm} {arm} -{r} 0 -{r} c"


def _left(radius: float) -> str:
    """Return the left half of a circle, from where the path is, its bottom, up."""
    r, arm = f"{radius:.3f}", f"{_ARM * radius:.3f}"
    return f"-{arm} -{r} -{r} -{arm} -{r} 0 c -{r} {arm} -{arm} {r} 0 {r} c h"
