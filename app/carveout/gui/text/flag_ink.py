"""Painting the flags at the right of the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPen

from carveout.gui.glyphs import glyph_of_severity, glyph_pixmap
from carveout.gui.text.flags import GAP, PADDING
from carveout.review.annotation import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFont, QPainter

    from carveout.gui.text.flags import PlacedFlag
    from carveout.gui.theme import Theme

_ROUND = 4.0


def paint_flags(painter: QPainter, flags: Iterable[PlacedFlag], font: QFont, theme: Theme) -> None:
    """Paint flags: filled while they are open, with the shape of the gravest issue that they stand for."""
    metrics = QFontMetricsF(font)
    side, below_middle = round(metrics.ascent()), (metrics.ascent() - metrics.descent()) / 2
    ratio = painter.device().devicePixelRatio()
    looks: dict[tuple[Severity | None, bool], _Look] = {}
    painter.setFont(font)
    for placed in flags:
        box, severity = placed.box, placed.severity
        kind = severity, placed.open
        look = looks.get(kind) or looks.setdefault(kind, _look(*kind, theme))
        painter.setPen(look.edge)
        painter.setBrush(look.ground)
        painter.drawRoundedRect(box, _ROUND, _ROUND)
        left, middle = box.left() + PADDING, box.center().y()
        if severity:
            shape = glyph_pixmap(glyph_of_severity(severity), side, theme, ratio)
            painter.drawPixmap(QPointF(left, middle - side / 2), shape)
            left += side + GAP
        painter.setPen(look.ink)
        painter.drawText(QPointF(left, middle + below_middle), placed.words)


@dataclass(frozen=True, slots=True)
class _Look:
    """What a flag is filled with, its edge, and the colour of its number."""

    ground: QBrush
    edge: QPen
    ink: QPen


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
