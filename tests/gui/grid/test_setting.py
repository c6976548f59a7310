"""Blocks laid out: marks lie under their words, whatever characters stand before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter
from tests.gui.test_theme import LEGIBLE, contrast

from carveout.gui.grid.grid import Block, Face, Run
from carveout.gui.grid.setting import Laid, ink_of

if TYPE_CHECKING:
    from carveout.gui.appearance import Appearance


def ground_at(block: Block, appearance: Appearance) -> list[str]:
    """Return the ground that each column of pixels of a block has, as `marked` or `plain`."""
    assert QGuiApplication.instance() is not None
    font = QFont("Inter")
    font.setPixelSize(12)
    image = QImage(300, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(appearance.theme.page))
    painter = QPainter(image)
    Laid(block, font, 300).draw(painter, QPointF(0, 0), appearance.theme)
    painter.end()
    marked = QColor(appearance.theme.highlight)
    return ["marked" if image.pixelColor(x, 1) == marked else "plain" for x in range(300)]


def test_marks_lie_under_their_own_words(appearance: Appearance) -> None:
    shown = ground_at(Block((Run("one "), Run("two", marked=True), Run(" three")), Face.LABEL), appearance)
    first = shown.index("marked")
    last = len(shown) - shown[::-1].index("marked")
    assert 5 < first < last < 100
    assert "plain" not in shown[first:last]


def test_marks_count_characters_beyond_the_basic_plane_and_those_written_out(appearance: Appearance) -> None:
    plain = ground_at(Block((Run("\N{OLD ITALIC LETTER A}\u202e "), Run("two", marked=True)), Face.LABEL), appearance)
    assert "marked" in plain
    nothing = ground_at(Block((Run("\N{OLD ITALIC LETTER A}\u202e "), Run("two")), Face.LABEL), appearance)
    assert "marked" not in nothing


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("face", list(Face))
def test_words_are_legible_marked_or_not_and_in_a_chosen_row(appearance: Appearance, name: str, face: Face) -> None:
    appearance.choose(name)
    theme = appearance.theme
    for ground in (theme.page, theme.accent_soft):
        assert contrast(ink_of(face, theme).name(), ground) >= LEGIBLE
    image = QImage(300, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.highlight))
    font = QFont("Inter")
    painter = QPainter(image)
    Laid(Block((Run("IHIHIH", marked=True),), face), font, 300).draw(painter, QPointF(0, 0), theme)
    painter.end()
    inks = {image.pixelColor(x, y).name() for x in range(60) for y in range(20)}
    assert max(contrast(ink, theme.highlight) for ink in inks) >= LEGIBLE
