"""The flags at the right of the text: one for each annotation, with its number."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPen

from carveout.gui.glyphs import glyph_of_severity, paint_glyph
from carveout.gui.text.strips import line_at
from carveout.review.annotation import Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFont, QPainter

    from carveout.agreement.span import Span
    from carveout.gui.text.marks import Flag, Marks
    from carveout.gui.text.page import Page
    from carveout.gui.theme import Theme

_PADDING = 6.0
_GAP = 3.0
_BETWEEN = 2.0
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip


@dataclass(frozen=True, slots=True)
class PlacedFlag:
    """A flag and the box that it takes, in pixels of the document."""

    flag: Flag
    box: QRectF


def placed_flags(
    page: Page, marks: Marks, part: Span, left: float, font: QFont, bottom: float = inf
) -> Iterator[PlacedFlag]:
    """Yield the flags of a part of the text, each at the line where its words begin, or below the one before it.

    None that would stand below `bottom` is looked at: where there are thousands, most would.
    """
    metrics = QFontMetricsF(font)
    below = 0.0
    for flag in marks.flags(part):
        position = page.offsets.position(flag.annotation.anchor.span.start)
        strip = line_at(page.document, position)
        width = metrics.horizontalAdvance(str(flag.number)) + 2 * _PADDING
        if _raised(flag):
            width += metrics.ascent() + _GAP
        box = QRectF(left, 0, width, metrics.height() + 4)
        box.moveCenter(QPointF(box.center().x(), (strip.top + strip.bottom) / 2))
        box.moveTop(max(box.top(), below))
        if box.top() > bottom:
            return
        below = box.bottom() + _BETWEEN
        yield PlacedFlag(flag, box)


def paint_flag(painter: QPainter, placed: PlacedFlag, font: QFont, theme: Theme) -> None:
    """Paint a flag: filled while it is open, an issue with the shape of its severity."""
    flag, box = placed.flag, placed.box
    open_still = flag.annotation.status is Status.OPEN
    ground, ink = _colours(flag, theme)
    painter.setPen(Qt.PenStyle.NoPen if open_still else QPen(QColor(theme.border)))
    painter.setBrush(QColor(ground) if open_still else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 4, 4)
    inner = box.adjusted(_PADDING, 0, -_PADDING, 0)
    severity = _raised(flag)
    if severity:
        side = QFontMetricsF(font).ascent()
        paint_glyph(
            painter, glyph_of_severity(severity), QRectF(inner.left(), box.center().y() - side / 2, side, side), theme
        )
        inner.setLeft(inner.left() + side + _GAP)
    painter.setFont(font)
    painter.setPen(QColor(ink if open_still else theme.muted))
    painter.drawText(inner, _MIDDLE, str(flag.number))


def _raised(flag: Flag) -> Severity | None:
    """Return the severity of an issue that is open."""
    return flag.annotation.severity if flag.annotation.status is Status.OPEN else None


def _colours(flag: Flag, theme: Theme) -> tuple[str, str]:
    match _raised(flag):
        case Severity.HIGH:
            return theme.bad_soft, theme.bad
        case Severity.MEDIUM:
            return theme.medium_soft, theme.medium
    return theme.accent_soft, theme.accent
