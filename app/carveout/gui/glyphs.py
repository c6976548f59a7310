"""The small shapes that tell a clause's state and its carve-outs apart: by form first, by colour only after."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPixmapCache, QPolygonF

from carveout.agreement.content import CarveoutKind
from carveout.review.annotation import Severity
from carveout.review.mark import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.gui.theme import Theme


class Glyph(StrEnum):
    """A shape, and what it says in words: tooltips and screen readers use the value."""

    UNREAD = "unread"
    READ = "read"
    NOTED = "noted"
    CLEARED = "cleared"
    HIGH = "open issue, high"
    MEDIUM = "open issue, medium"
    LOW = "open issue, low"
    EXCEPTION = "exception"
    INCLUSION = "inclusion"
    DISCLOSURE = "disclosure"
    CORRECTED = "corrected by hand"
    INTERNAL = "internal"
    SHARED = "to share"
    SIGNED_OFF = "cleared, second-read"
    CONFLICT = "conflict"


_OF_STATE = {
    State.UNREAD: Glyph.UNREAD,
    State.READ: Glyph.READ,
    State.NOTED: Glyph.NOTED,
    State.CLEARED: Glyph.CLEARED,
}
_OF_SEVERITY = {Severity.HIGH: Glyph.HIGH, Severity.MEDIUM: Glyph.MEDIUM, Severity.LOW: Glyph.LOW}


def glyph_of_state(state: State, issue: Severity | None) -> Glyph:
    """Return the shape of a clause's state; its worst open issue, where it has one, says more than the state."""
    return glyph_of_severity(issue) if issue else _OF_STATE[state]


def glyph_of_severity(severity: Severity) -> Glyph:
    """Return the shape of an open issue."""
    return _OF_SEVERITY[severity]


def glyph_of_carveout(kind: CarveoutKind) -> Glyph:
    """Return the shape of a carve-out: whatever takes out shares one, but for what a schedule discloses."""
    if kind is CarveoutKind.INCLUSION:
        return Glyph.INCLUSION
    return Glyph.DISCLOSURE if kind is CarveoutKind.DISCLOSURE else Glyph.EXCEPTION


_COLOURS = {
    Glyph.UNREAD: "faint",
    Glyph.READ: "accent",
    Glyph.NOTED: "accent",
    Glyph.CLEARED: "good",
    Glyph.HIGH: "bad",
    Glyph.MEDIUM: "medium",
    Glyph.LOW: "muted",
    Glyph.EXCEPTION: "carveout",
    Glyph.INCLUSION: "inclusion",
    Glyph.DISCLOSURE: "carveout",
    Glyph.CORRECTED: "muted",
    Glyph.INTERNAL: "muted",
    Glyph.SHARED: "accent",
    Glyph.SIGNED_OFF: "good",
    Glyph.CONFLICT: "carveout",
}
"""Each shape's colour, by its name in a theme."""


def colour_of(glyph: Glyph, theme: Theme) -> QColor:
    """Return the colour that a shape has in a theme."""
    return QColor(getattr(theme, _COLOURS[glyph]))


def paint_glyph(painter: QPainter, glyph: Glyph, box: QRectF, theme: Theme) -> None:
    """Paint a shape as large as fits into the middle of `box`."""
    side = min(box.width(), box.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(box.center())
    colour = colour_of(glyph, theme)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, max(1.2, side / 10), c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _PAINT[glyph](painter, square, colour)
    painter.restore()


def glyph_pixmap(glyph: Glyph, side: int, theme: Theme, ratio: float = 1.0) -> QPixmap:
    """Return a shape on a transparent square of `side` logical pixels, painted once for each look of it."""
    key, pixmap = f"glyph {glyph} {side} {ratio} {theme.name}", QPixmap()
    if QPixmapCache.find(key, pixmap):
        return pixmap
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_glyph(painter, glyph, QRectF(0, 0, side, side), theme)
    painter.end()
    QPixmapCache.insert(key, pixmap)
    return pixmap


def _inset(square: QRectF, share: float) -> QRectF:
    by = square.width() * share
    return square.adjusted(by, by, -by, -by)


def _ring(painter: QPainter, square: QRectF, _colour: QColor) -> None:
    painter.drawEllipse(_inset(square, 0.14))


def _half(painter: QPainter, square: QRectF, colour: QColor) -> None:
    disc = _inset(square, 0.14)
    painter.drawEllipse(disc)
    painter.setBrush(colour)
    painter.drawChord(disc, 90 * 16, 180 * 16)


def _dotted_ring(painter: QPainter, square: QRectF, colour: QColor) -> None:
    painter.drawEllipse(_inset(square, 0.14))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(_inset(square, 0.36))


def _disc(painter: QPainter, square: QRectF, colour: QColor) -> None:
    painter.setBrush(colour)
    painter.drawEllipse(_inset(square, 0.14))


def _triangle(square: QRectF) -> QPolygonF:
    return QPolygonF([QPointF(square.center().x(), square.top()), square.bottomRight(), square.bottomLeft()])


def _full_triangle(painter: QPainter, square: QRectF, colour: QColor) -> None:
    painter.setBrush(colour)
    painter.drawPolygon(_triangle(_inset(square, 0.14)))


def _open_triangle(painter: QPainter, square: QRectF, _colour: QColor) -> None:
    painter.drawPolygon(_triangle(_inset(square, 0.14)))


def _small_triangle(painter: QPainter, square: QRectF, colour: QColor) -> None:
    painter.setBrush(colour)
    painter.drawPolygon(_triangle(_inset(square, 0.3)))


def _minus(painter: QPainter, square: QRectF, _colour: QColor) -> None:
    painter.drawEllipse(_inset(square, 0.07))
    arm = square.width() * 0.2
    painter.drawLine(QLineF(square.center() - QPointF(arm, 0), square.center() + QPointF(arm, 0)))


def _plus(painter: QPainter, square: QRectF, colour: QColor) -> None:
    _minus(painter, square, colour)
    arm = square.width() * 0.2
    painter.drawLine(QLineF(square.center() - QPointF(0, arm), square.center() + QPointF(0, arm)))


def _boxed_bar(painter: QPainter, square: QRectF, _colour: QColor) -> None:
    painter.drawRoundedRect(_inset(square, 0.16), 1, 1)
    arm = square.width() * 0.18
    painter.drawLine(QLineF(square.center() - QPointF(arm, 0), square.center() + QPointF(arm, 0)))


def _pencil(painter: QPainter, square: QRectF, _colour: QColor) -> None:
    outline = ((0.62, 0.16), (0.84, 0.38), (0.38, 0.84), (0.14, 0.86), (0.16, 0.62))
    side = square.width()
    painter.drawPolygon(QPolygonF([square.topLeft() + QPointF(x, y) * side for x, y in outline]))


def _lock(painter: QPainter, square: QRectF, colour: QColor) -> None:
    side, at = square.width(), square.topLeft()
    painter.drawArc(QRectF(at.x() + 0.3 * side, at.y() + 0.12 * side, 0.4 * side, 0.6 * side), 0, 180 * 16)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(at.x() + 0.2 * side, at.y() + 0.44 * side, 0.6 * side, 0.42 * side), 1, 1)


def _handed_on(painter: QPainter, square: QRectF, colour: QColor) -> None:
    side, at = square.width(), square.topLeft()
    one, others = QPointF(0.22, 0.5), (QPointF(0.78, 0.2), QPointF(0.78, 0.8))
    for other in others:
        painter.drawLine(QLineF(at + one * side, at + other * side))
    painter.setBrush(colour)
    for point in (one, *others):
        painter.drawEllipse(at + point * side, 0.11 * side, 0.11 * side)


def _two_discs(painter: QPainter, square: QRectF, colour: QColor) -> None:
    painter.setBrush(colour)
    side = square.width() * 0.5
    for left in (0.0, square.width() - side):
        painter.drawEllipse(QRectF(square.left() + left, square.center().y() - side / 2, side, side))


def _parted(painter: QPainter, square: QRectF, _colour: QColor) -> None:
    """Two arrows' heads that point at each other."""
    side = square.width()
    for xs in ((0.08, 0.42, 0.08), (0.92, 0.58, 0.92)):
        corners = [square.topLeft() + QPointF(x, y) * side for x, y in zip(xs, (0.2, 0.5, 0.8), strict=True)]
        painter.drawPolyline(QPolygonF(corners))


_PAINT: dict[Glyph, Callable[[QPainter, QRectF, QColor], None]] = {
    Glyph.UNREAD: _ring,
    Glyph.READ: _half,
    Glyph.NOTED: _dotted_ring,
    Glyph.CLEARED: _disc,
    Glyph.HIGH: _full_triangle,
    Glyph.MEDIUM: _open_triangle,
    Glyph.LOW: _small_triangle,
    Glyph.EXCEPTION: _minus,
    Glyph.INCLUSION: _plus,
    Glyph.DISCLOSURE: _boxed_bar,
    Glyph.CORRECTED: _pencil,
    Glyph.INTERNAL: _lock,
    Glyph.SHARED: _handed_on,
    Glyph.SIGNED_OFF: _two_discs,
    Glyph.CONFLICT: _parted,
}
