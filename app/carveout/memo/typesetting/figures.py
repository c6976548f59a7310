"""The shapes that tell a state or a severity without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.memo.typesetting.rows import Figure
from carveout.memo.typesetting.signs import FLAG, Sign

if TYPE_CHECKING:
    from carveout.memo.typesetting.paper import Paper
    from carveout.memo.typesetting.rows import Mark


def draw_mark(paper: Paper, mark: Mark, top: float) -> None:
    """Draw a mark of a row whose top is at that height of the paper."""
    if isinstance(mark.figure, Sign):
        paper.flag(mark.figure, mark.colour, mark.x - FLAG / 2, top - mark.middle - FLAG / 2)
        return
    x, y, half = mark.x, top - mark.middle, mark.size / 2
    paper.setFillColor(mark.colour)
    paper.setStrokeColor(mark.colour)
    paper.setLineWidth(0.8)
    match mark.figure:
        case Figure.TRIANGLE:
            _polygon(paper, (x - half, y - half * 0.85), (x + half, y - half * 0.85), (x, y + half * 0.95))
        case Figure.DIAMOND:
            _polygon(paper, (x - half, y), (x, y - half), (x + half, y), (x, y + half))
        case Figure.DISC:
            paper.circle(x, y, half, stroke=0, fill=1)
        case Figure.RING:
            paper.circle(x, y, half - 0.4, stroke=1, fill=0)
        case Figure.HALF:
            paper.circle(x, y, half - 0.4, stroke=1, fill=0)
            paper.wedge(x - half, y - half, x + half, y + half, 90, 180, stroke=0, fill=1)


def _polygon(paper: Paper, first: tuple[float, float], *others: tuple[float, float]) -> None:
    path = paper.beginPath()
    path.moveTo(*first)
    for point in others:
        path.lineTo(*point)
    path.close()
    paper.drawPath(path, stroke=0, fill=1)
