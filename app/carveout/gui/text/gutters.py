"""The margins of the sheet: what stands in them, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetricsF

if TYPE_CHECKING:
    from carveout.gui.text.margin import Margin
    from carveout.gui.text.typography import Typography

_EDGE = 14.0
_GAP = 10.0
_BAR_ROOM = 24.0


@dataclass(frozen=True, slots=True)
class Gutters:
    """Where the margins stand, in pixels of the document.

    `left` and `right` are their widths. Pages begin at `pages`, line numbers end at `lines`, the bar of the current
    clause stands at `bar`, and flags begin `flags` pixels to the right of the text.
    """

    left: float
    right: float
    pages: float
    lines: float
    bar: float
    flags: float


def gutters(margin: Margin, typography: Typography) -> Gutters:
    """Return the margins that have room for the longest number in them."""
    metrics = QFontMetricsF(typography.margin)
    columns = [metrics.horizontalAdvance(widest) for widest in (margin.widest_page, margin.widest_line) if widest]
    lines = _EDGE + sum(columns) + _GAP * max(0, len(columns) - 1)
    left = lines + _BAR_ROOM
    return Gutters(left, 3.4 * typography.em, _EDGE, lines, left - _BAR_ROOM / 2, 0.7 * typography.em)
