"""The shapes that tell a state or a severity without colour, in PDF's own operators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.memo.typesetting.rows import Figure
from carveout.memo.typesetting.signs import FLAG, Sign, flag
from carveout.memo.typesetting.words import ink

if TYPE_CHECKING:
    from carveout.memo.typesetting.rows import Mark

_ARM = 0.5523
"""How long the arms of a quarter of a circle are as a curve, against its radius."""
_LINE = 0.8


def drawn_mark(mark: Mark, top: float) -> str:
    """Return the drawing of a mark of a row whose top is at that height of the paper."""
    if isinstance(mark.figure, Sign):
        corner = f"{mark.x - FLAG / 2:.2f} {top - mark.middle - FLAG / 2:.2f}"
        return f"q 1 0 0 1 {corner} cm {flag(mark.figure, mark.colour)} Q"
    x, y, half = mark.x, top - mark.middle, mark.size / 2
    filled = ink(mark.colour)
    stroked = f"{filled[:-2]}RG {_LINE} w"
    match mark.figure:
        case Figure.TRIANGLE:
            corners = (x - half, y - half * 0.85), (x + half, y - half * 0.85), (x, y + half * 0.95)
            return f"{filled} {_polygon(*corners)} f"
        case Figure.DIAMOND:
            return f"{filled} {_polygon((x - half, y), (x, y - half), (x + half, y), (x, y + half))} f"
        case Figure.DISC:
            return f"{filled} {_right(x, y, half)} {_left(x, y, half)} f"
        case Figure.RING:
            return f"{stroked} {_right(x, y, half - _LINE / 2)} {_left(x, y, half - _LINE / 2)} s"
        case Figure.HALF:
            ring = f"{stroked} {_right(x, y, half - _LINE / 2)} {_left(x, y, half - _LINE / 2)} s"
            return f"{ring} {filled} {x:.2f} {y - half:.2f} m {_left(x, y, half)} f"


def _polygon(first: tuple[float, float], *others: tuple[float, float]) -> str:
    lines = " ".join(f"{x:.2f} {y:.2f} l" for x, y in others)
    return f"{first[0]:.2f} {first[1]:.2f} m {lines} h"


def _right(x: float, y: float, radius: float) -> str:
    """Return the right half of a circle, from its top down."""
    arm = _ARM * radius
    return (
        f"{x:.2f} {y + radius:.2f} m "
        f"{x + arm:.2f} {y + radius:.2f} {x + radius:.2f} {y + arm:.2f} {x + radius:.2f} {y:.2f} c "
        f"{x + radius:.2f} {y - arm:.2f} {x + arm:.2f} {y - radius:.2f} {x:.2f} {y - radius:.2f} c"
    )


def _left(x: float, y: float, radius: float) -> str:
    """Return the left half of a circle, from where the path is, its bottom, up."""
    arm = _ARM * radius
    return (
        f"{x - arm:.2f} {y - radius:.2f} {x - radius:.2f} {y - arm:.2f} {x - radius:.2f} {y:.2f} c "
        f"{x - radius:.2f} {y + arm:.2f} {x - arm:.2f} {y + radius:.2f} {x:.2f} {y + radius:.2f} c h"
    )
