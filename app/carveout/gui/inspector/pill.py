"""Pills: a word or two with a shape, on the soft ground of their own colour."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from carveout.gui.glyphs import paint_glyph
from carveout.gui.visible import visible
from carveout.review.annotation import Severity
from carveout.review.mark import Verdict

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent

    from carveout.gui.appearance import Appearance
    from carveout.gui.glyphs import Glyph
    from carveout.gui.theme import Theme

_PADDING = 8
_GAP = 4
_RADIUS = 4.0


class Tone(StrEnum):
    """What a colour says."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    CARVEOUT = "carveout"
    GOOD = "good"
    MEDIUM = "medium"
    BAD = "bad"


TONE_OF_SEVERITY = {Severity.HIGH: Tone.BAD, Severity.MEDIUM: Tone.MEDIUM, Severity.LOW: Tone.NEUTRAL}
TONE_OF_VERDICT = {Verdict.ACCEPT: Tone.GOOD, Verdict.NARROW: Tone.MEDIUM, Verdict.STRIKE: Tone.BAD}


def ground_and_ink(tone: Tone, theme: Theme) -> tuple[QColor, QColor]:
    """Return the colours of a pill's ground and of its words."""
    ground, ink = {
        Tone.NEUTRAL: (theme.page, theme.muted),
        Tone.ACCENT: (theme.accent_soft, theme.accent),
        Tone.CARVEOUT: (theme.carveout_soft, theme.carveout),
        Tone.GOOD: (theme.good_soft, theme.good),
        Tone.MEDIUM: (theme.medium_soft, theme.medium),
        Tone.BAD: (theme.bad_soft, theme.bad),
    }[tone]
    return QColor(ground), QColor(ink)


def pill_size(text: str, font: QFont, glyph: Glyph | None = None) -> QSize:
    """Return the size in pixels that a pill takes for its words."""
    metrics = QFontMetricsF(font)
    shape = metrics.ascent() + (_GAP if text else 0) if glyph else 0
    return QSize(round(metrics.horizontalAdvance(text) + shape + 2 * _PADDING + 1), round(metrics.height() + 6))


def paint_pill(
    painter: QPainter, box: QRectF, text: str, tone: Tone, theme: Theme, font: QFont, glyph: Glyph | None = None
) -> None:
    """Paint a pill that fills the box, its words elided where they don't fit."""
    ground, ink = ground_and_ink(tone, theme)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.border)) if tone is Tone.NEUTRAL else Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    inner = box.adjusted(_PADDING, 0, -_PADDING, 0)
    metrics = QFontMetricsF(font)
    if glyph:
        side = metrics.ascent()
        paint_glyph(painter, glyph, QRectF(inner.left(), inner.center().y() - side / 2, side, side), theme)
        inner.setLeft(inner.left() + side + _GAP)
    painter.setPen(ink)
    painter.setFont(font)
    words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width() + 1)
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
    painter.restore()


class Pill(QWidget):
    """A pill as a widget of its own; a screen reader reads its words."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pill")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._appearance = appearance
        self._text = ""
        self._tone = Tone.NEUTRAL
        self._glyph: Glyph | None = None

    def text(self) -> str:
        """Return the pill's words."""
        return self._text

    def say(self, text: str, tone: Tone, glyph: Glyph | None = None) -> None:
        """Show these words in this tone, behind this shape."""
        self._text, self._tone, self._glyph = visible(text), tone, glyph
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room for all of the words."""
        return pill_size(self._text, self.font(), self._glyph)

    def minimumSizeHint(self) -> QSize:
        """Make do with the shape and a few letters."""
        return self.sizeHint().boundedTo(QSize(48, self.sizeHint().height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill in the theme's colours."""
        painter = QPainter(self)
        theme = self._appearance.theme
        paint_pill(painter, QRectF(self.rect()), self._text, self._tone, theme, self.font(), self._glyph)
