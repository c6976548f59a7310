"""The type that the agreement is set in, and the measures that follow from it."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

SERIF = "Source Serif 4"
JAPANESE = "Noto Serif JP"
SANS = "Inter"

_POINTS = 12.5
_SAMPLE = "The statements are true and correct in all respects as of the date hereof."
_CHARACTERS = 76
_LEADING = 1.45


class Typography:
    """Fonts and measures at a magnification; measures are in logical pixels."""

    def __init__(self, magnification: float = 1.0) -> None:
        """Set the text `magnification` times as large as usual."""
        self.magnification = magnification
        self.body = QFont()
        self.body.setFamilies([SERIF, JAPANESE])
        self.body.setPointSizeF(_POINTS * magnification)
        self.semibold = _weighted(self.body, 1.0)
        self.title = _weighted(self.body, 1.25)
        self.subtitle = _weighted(self.body, 1.12)
        self.fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.fixed.setPointSizeF(_POINTS * magnification * 0.7)
        self.margin = QFont(SANS)
        self.margin.setPointSizeF(_POINTS * magnification * 0.66)
        metrics = QFontMetricsF(self.body)
        self.em = metrics.height() / 1.25
        self.zone = round(2.7 * self.em)
        """The column at the left that titles begin in and section numbers stand in."""
        self.column = self.zone + round(_CHARACTERS * metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE))
        """The whole width of the text, the zone included."""
        self.leading = 100 * _LEADING * self.em / metrics.height()
        """Height of a line in per cent of its font's own."""

    def width(self, label: str) -> float:
        """Return the width of a label with the gap that follows it."""
        return QFontMetricsF(self.semibold).horizontalAdvance(label) + 0.5 * self.em


def _weighted(font: QFont, size: float) -> QFont:
    weighted = QFont(font)
    weighted.setPointSizeF(font.pointSizeF() * size)
    weighted.setWeight(QFont.Weight.DemiBold)
    return weighted
