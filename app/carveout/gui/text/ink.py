"""Painting what is marked in the text: grounds under the words, lines below them."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from carveout.agreement.span import Span
from carveout.gui.text.lanes import lanes
from carveout.gui.text.marks import Tone
from carveout.gui.text.strips import strips

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.gui.text.marks import Marks
    from carveout.gui.text.page import Page
    from carveout.gui.text.strips import Strip
    from carveout.gui.theme import Theme

_UNDERLINED = 1.6
_DOTTED = 1.0
_THIN = 0.8
_LIGHT = 0.55
"""How much of the accent is in the line below a reference."""
_CHANGED = 1.6
_CARET = 4.5
_OVERLAP, _LANE, _FOOT = 1.2, 2.8, 3.0
_FOUND, _FOUND_RADIUS = 0.9, 2.0
_BARE = frozenset({Tone.TERM, Tone.REFERENCE})
"""What has a line below its words and no ground."""
_BELOW = {Tone.TERM: 0.0, Tone.REFERENCE: -1.5}
"""Pixels from the descender to the line, where it is not 1: a reference's has to be seen above a carve-out's."""


def paint_grounds(painter: QPainter, page: Page, marks: Marks, part: Span, theme: Theme) -> None:
    """Paint the grounds of what is carved out and brought back in a part of the text; the words come after."""
    for span, tone in marks.tones(part):
        if tone in _BARE:
            continue
        ground = QColor(theme.good_soft if tone is Tone.INCLUSION else theme.highlight)
        for strip in strips_of(page, span, part):
            painter.fillRect(box_of(strip), ground)


def paint_noted(painter: QPainter, page: Page, marks: Marks, part: Span, theme: Theme) -> None:
    """Paint the grounds of annotated words, and a line below those of each annotation that overlaps others.

    A line has a foot where the annotation begins and ends.
    """
    shown = [(cluster, strips_of(page, cluster.span, part)) for cluster in marks.noted(part)]
    ground = QColor(theme.noted)
    for _, covered in shown:
        for strip in covered:
            painter.fillRect(box_of(strip), ground)
    painter.setPen(QPen(QColor(theme.accent), _OVERLAP))
    drawn: list[QLineF] = []
    for cluster, covered in shown:
        for span, lane in lanes(cluster):
            some = covered if span == cluster.span else strips_of(page, span, part)
            drawn += _line_below(some, lane, begins=span.start >= part.start, ends=span.end <= part.end)
    painter.drawLines(drawn)


def paint_lines(painter: QPainter, page: Page, marks: Marks, part: Span, theme: Theme) -> None:
    """Paint the lines below what is marked: solid for what is carved out, dashed for what is brought back in."""
    for span, tone in marks.tones(part):
        painter.setPen(_pen(tone, theme))
        for strip in strips_of(page, span, part):
            below = strip.bottom + _BELOW.get(tone, 1.0)
            painter.drawLine(QLineF(strip.left, below, strip.right, below))


def paint_changes(painter: QPainter, page: Page, marks: Marks, part: Span, theme: Theme) -> None:
    """Paint the tracked changes in a part: a line under what was put in, a caret where words were taken out."""
    for span, tone in marks.changes(part):
        painter.setPen(QPen(QColor(theme.good if tone is Tone.INSERTED else theme.bad), _CHANGED))
        for strip in strips_of(page, span, part):
            if tone is Tone.INSERTED:
                painter.drawLine(QLineF(strip.left, strip.bottom + 1, strip.right, strip.bottom + 1))
            else:
                foot = QPointF(strip.left, strip.bottom + 1)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.drawPolyline([foot + QPointF(-_CARET, _CARET), foot, foot + QPointF(_CARET, _CARET)])
                break


def paint_frame(painter: QPainter, page: Page, span: Span, part: Span, theme: Theme) -> None:
    """Draw one line around the words that counsel was led to."""
    around = QPainterPath()
    around.setFillRule(Qt.FillRule.WindingFill)
    for strip in strips_of(page, span, part):
        around.addRect(box_of(strip).adjusted(-1.5, -1.5, 1.5, 2.5))
    painter.setPen(QPen(QColor(theme.accent), 1.4, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(around.simplified())


def paint_found(
    painter: QPainter, page: Page, found: tuple[Span, ...], part: Span, frame: Span | None, theme: Theme
) -> None:
    """Draw a thin box around each of the words in a part that were looked for, given in order, but those framed."""
    painter.setPen(QPen(QColor(theme.accent), _FOUND))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for span in found[bisect_left(found, Span(part.start, part.start)) : bisect_left(found, Span(part.end, part.end))]:
        for strip in strips_of(page, span, part) if span != frame else ():
            painter.drawRoundedRect(box_of(strip), _FOUND_RADIUS, _FOUND_RADIUS)


def strips_of(page: Page, span: Span, part: Span) -> list[Strip]:
    """Return the strips of those words of a span that stand in a part of the text."""
    start, end = max(span.start, part.start), min(span.end, part.end)
    return strips(page.document, page.offsets.position(start), page.offsets.position(end)) if start < end else []


def box_of(strip: Strip) -> QRectF:
    """Return the ground of a strip, a little larger than its letters."""
    return QRectF(strip.left - 1, strip.top - 1, strip.right - strip.left + 2, strip.bottom - strip.top + 2)


def _line_below(shown: list[Strip], lane: int, *, begins: bool, ends: bool) -> Iterator[QLineF]:
    for at, strip in enumerate(shown):
        below = strip.bottom + _LANE * (lane + 1)  # clear of what a carve-out has below its words
        yield QLineF(strip.left, below, strip.right, below)
        if begins and at == 0:
            yield QLineF(strip.left, below - _FOOT, strip.left, below)
        if ends and at == len(shown) - 1:
            yield QLineF(strip.right, below - _FOOT, strip.right, below)


def _pen(tone: Tone, theme: Theme) -> QPen:
    if tone is Tone.CARVEOUT:
        return QPen(QColor(theme.carveout), _UNDERLINED)
    if tone is Tone.REFERENCE:
        light = QColor(theme.accent)
        light.setAlphaF(_LIGHT)
        return QPen(light, _THIN)
    pen = QPen(QColor(theme.inclusion if tone is Tone.INCLUSION else theme.accent), _UNDERLINED)
    if tone is Tone.TERM:
        pen.setWidthF(_DOTTED)
    pen.setDashPattern([4, 2] if tone is Tone.INCLUSION else [1, 2.5])
    return pen
