"""The flags at the right of the text: one for each annotation, with its number."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPen

from carveout.gui.glyphs import glyph_of_severity, paint_glyph
from carveout.gui.text.strips import line_reaching
from carveout.review.annotation import Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QFont, QPainter

    from carveout.agreement.span import Span
    from carveout.gui.text.marks import Flag, Marks
    from carveout.gui.text.page import Page
    from carveout.gui.theme import Theme

_PADDING = 6.0
_GAP = 3.0
_BETWEEN = 2.0
_ROUND = 4.0


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
    height = metrics.height() + 4
    digit, shape = metrics.horizontalAdvance("0"), metrics.ascent() + _GAP
    middle = below = 0.0
    behind = -1
    for flag in marks.flags(part):
        position = page.offsets.position(flag.annotation.anchor.span.start)
        if (
            position >= behind
        ):  # else the line is that of the flag before: dozens begin on one where there are thousands
            line, behind = line_reaching(page.document, position)
            middle = (line.top + line.bottom) / 2
        top = max(middle - height / 2, below)
        if top > bottom:
            return
        below = top + height + _BETWEEN
        width = digit * len(str(flag.number)) + 2 * _PADDING + (shape if _raised(flag) else 0.0)
        yield PlacedFlag(flag, QRectF(left, top, width, height))


def paint_flags(painter: QPainter, flags: Iterable[PlacedFlag], font: QFont, theme: Theme) -> None:
    """Paint flags: filled while they are open, an issue with the shape of its severity."""
    metrics = QFontMetricsF(font)
    side, below_middle = metrics.ascent(), (metrics.ascent() - metrics.descent()) / 2
    looks: dict[tuple[Severity | None, bool], _Look] = {}
    painter.setFont(font)
    for placed in flags:
        box, severity = placed.box, _raised(placed.flag)
        kind = severity, placed.flag.annotation.status is Status.OPEN
        look = looks.get(kind) or looks.setdefault(kind, _look(*kind, theme))
        painter.setPen(look.edge)
        painter.setBrush(look.ground)
        painter.drawRoundedRect(box, _ROUND, _ROUND)
        left, middle = box.left() + _PADDING, box.center().y()
        if severity:
            paint_glyph(painter, glyph_of_severity(severity), QRectF(left, middle - side / 2, side, side), theme)
            left += side + _GAP
        painter.setPen(look.ink)
        painter.drawText(QPointF(left, middle + below_middle), str(placed.flag.number))


@dataclass(frozen=True, slots=True)
class _Look:
    """What a flag is filled with, its edge, and the colour of its number."""

    ground: QBrush
    edge: QPen
    ink: QPen


def _raised(flag: Flag) -> Severity | None:
    """Return the severity of an issue that is open."""
    return flag.annotation.severity if flag.annotation.status is Status.OPEN else None


def _look(severity: Severity | None, still_open: bool, theme: Theme) -> _Look:  # noqa: FBT001 (a key's two halves)
    if not still_open:
        return _Look(QBrush(Qt.BrushStyle.NoBrush), QPen(QColor(theme.border)), QPen(QColor(theme.muted)))
    match severity:
        case Severity.HIGH:
            ground, ink = theme.bad_soft, theme.bad
        case Severity.MEDIUM:
            ground, ink = theme.medium_soft, theme.medium
        case _:
            ground, ink = theme.accent_soft, theme.accent
    return _Look(QBrush(QColor(ground)), QPen(Qt.PenStyle.NoPen), QPen(QColor(ink)))
