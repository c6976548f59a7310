"""Painting a row of the issues: what it is, where, what it says, who is to see to it and by when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from carveout.gui.glyphs import Glyph, glyph_of_severity, paint_glyph
from carveout.gui.inspector.annotation_chips import due_in_words, overdue
from carveout.gui.inspector.elision import quoted
from carveout.gui.inspector.pill import Tone, paint_pill, pill_size
from carveout.gui.issues.model import ENTRY, today
from carveout.gui.issues.rows import Heading, Row
from carveout.gui.visible import visible
from carveout.review.annotation import Severity, Status, Visibility

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject

    from carveout.gui.appearance import Appearance
    from carveout.gui.theme import Theme

HEIGHT = 56
"""Pixels of every entry: a list of a hundred thousand need not measure them."""
_ACROSS = 12
_GLYPH = 15
_KIND, _WHERE, _WHO, _DUE = 128, 96, 150, 144
_NARROW = 640
_LONGEST = 400
_SMALL = 12
_BAR = 3


class IssueDelegate(QStyledItemDelegate):
    """Paints headings and rows, all of one height; only those in sight are painted."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Ask for the same height for all."""
        return QSize(200, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint an entry in the theme's colours."""
        entry, theme = index.data(ENTRY), self._appearance.theme
        box = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        font: QFont = option.font
        painter.save()
        if isinstance(entry, Heading):
            _paint_heading(painter, box, entry, theme, font)
        elif isinstance(entry, Row):
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            if chosen:
                painter.fillRect(box, QColor(theme.accent_soft))
                painter.fillRect(QRectF(box.left(), box.top(), _BAR, box.height()), QColor(theme.accent))
            painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(theme.border))
            _paint_row(painter, box.adjusted(_ACROSS, 0, -_ACROSS, 0), entry, theme, font)
            if state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QColor(theme.accent))
                painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -1.5))
        painter.restore()


def _paint_heading(painter: QPainter, box: QRectF, heading: Heading, theme: Theme, font: QFont) -> None:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    line = QRectF(box.left() + _ACROSS, box.top() + box.height() / 2, box.width() - 2 * _ACROSS, box.height() / 2)
    name = _line(painter, line, visible(heading.name), bold, theme.text)
    line.setLeft(line.left() + name + 8)
    _line(painter, line, f"{heading.number:,}", font, theme.faint)
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(theme.border))


def _paint_row(painter: QPainter, box: QRectF, row: Row, theme: Theme, font: QFont) -> None:
    a, narrow = row.annotation, box.width() < _NARROW
    small = QFont(font)
    small.setPixelSize(_SMALL)
    upper = QRectF(box.left(), box.top() + 6, box.width(), box.height() / 2 - 6)
    lower = QRectF(box.left(), box.center().y(), box.width(), box.height() / 2 - 6)
    muted = theme.muted
    _paint_kind(painter, _part(upper, 0, _KIND), row, theme, font)
    _line(painter, _part(lower, 0, _KIND), a.status.capitalize(), small, theme.good if _resolved(row) else muted)
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    _line(painter, _part(upper, _KIND, _WHERE), visible(row.where), strong, theme.text)
    side = _WHO if narrow else _WHO + _DUE
    words = QRectF(box.left() + _KIND + _WHERE, upper.top(), box.width() - _KIND - _WHERE - side, upper.height())
    _line(painter, words, _flat(a.comment), font, muted if _resolved(row) else theme.text)
    below = QRectF(words.left(), lower.top(), words.width(), lower.height())
    _paint_below(painter, below, row, theme, small)
    who = QRectF(words.right() + 10, upper.top(), _WHO - 10, upper.height())
    _line(painter, who, visible(f"for {a.assignee}" if a.assignee else f"by {a.author}"), font, muted)
    glyph = Glyph.SHARED if a.visibility is Visibility.SHARED else Glyph.INTERNAL
    _line(painter, _part(lower, _KIND, _WHERE), glyph.value, small, muted, glyph, theme)
    if a.due:
        at = QRectF(who.left(), lower.top(), who.width(), lower.height()) if narrow else _part(upper, -_DUE, _DUE)
        late = overdue(a, today())
        _line(painter, at, due_in_words(a, today()), small, theme.bad if late else muted)


def _paint_kind(painter: QPainter, box: QRectF, row: Row, theme: Theme, font: QFont) -> None:
    a = row.annotation
    if _resolved(row):
        _line(painter, box, a.kind.capitalize(), font, theme.muted, Glyph.CLEARED, theme)
    elif a.severity:
        ink = {Severity.HIGH: theme.bad, Severity.MEDIUM: theme.medium}.get(a.severity, theme.muted)
        _line(painter, box, f"Issue, {a.severity}", font, ink, glyph_of_severity(a.severity), theme)
    else:
        _line(painter, box, a.kind.capitalize(), font, theme.text, Glyph.NOTED, theme)


def _paint_below(painter: QPainter, box: QRectF, row: Row, theme: Theme, font: QFont) -> None:
    """Paint the tags and the annotated words in what is left of the line."""
    left = box.left()
    for tag in row.annotation.tags:
        size = pill_size(visible(tag), font)
        if left + size.width() > box.right() - 60:
            break
        pill = QRectF(left, box.center().y() - 10, size.width(), 20)
        paint_pill(painter, pill, visible(tag), Tone.NEUTRAL, theme, font)
        left += size.width() + 4
    _line(
        painter,
        QRectF(left, box.top(), box.right() - left, box.height()),
        quoted(_flat(row.annotation.anchor.quote)),
        font,
        theme.muted,
    )


def _line(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    ink: str,
    glyph: Glyph | None = None,
    theme: Theme | None = None,
) -> float:
    """Paint one line, cut off where it has no room, behind a shape. Returns the width of its words."""
    left = box.left()
    if glyph is not None and theme is not None:
        paint_glyph(painter, glyph, QRectF(left, box.center().y() - _GLYPH / 2, _GLYPH, _GLYPH), theme)
        left += _GLYPH + 6
    metrics = QFontMetricsF(font)
    room = QRectF(left, box.top(), max(0.0, box.right() - left), box.height())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
    return metrics.horizontalAdvance(shown)


def _part(line: QRectF, left: float, width: float) -> QRectF:
    """Return a part of a line, from its left, or with a negative distance from its right."""
    at = line.left() + left if left >= 0 else line.right() + left
    return QRectF(at, line.top(), width - 8, line.height())


def _resolved(row: Row) -> bool:
    return row.annotation.status is Status.RESOLVED


def _flat(text: str) -> str:
    return visible(" ".join(text[:_LONGEST].split()))
