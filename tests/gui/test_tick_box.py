"""A box to tick can be seen, and told ticked from not, in both themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from carveout.gui.theme import load_theme, palette_of
from carveout.gui.tick_box import TickBox

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QImage
    from pytestqt.qtbot import QtBot


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours as WCAG 2 reckons it."""

    def light(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        red, green, blue = (part / 12.92 if part <= 0.04045 else pow((part + 0.055) / 1.055, 2.4) for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


def strongest(picture: QImage, ground: QColor) -> float:
    """Return the strongest contrast with the ground across the middle of the box's left edge."""
    middle = picture.height() // 2
    return max(contrast(picture.pixelColor(x, middle), ground) for x in range(8))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_its_frame_stands_out_from_the_ground_by_three_to_one_ticked_or_not(qtbot: QtBot, theme: str) -> None:
    box = TickBox("Contents")
    qtbot.addWidget(box)
    box.setPalette(palette_of(load_theme(theme)))
    ground = box.palette().window().color()
    empty = box.grab().toImage()
    QTest.keyClick(box, Qt.Key.Key_Space)
    ticked = box.grab().toImage()
    assert box.isChecked()
    assert strongest(empty, ground) >= 3
    assert strongest(ticked, ground) >= 3
    assert ticked.pixelColor(7, 6) != empty.pixelColor(7, 6)


def test_what_cannot_be_ticked_looks_so(qtbot: QtBot) -> None:
    box = TickBox("Remedies")
    qtbot.addWidget(box)
    before = box.grab().toImage()
    box.setEnabled(False)
    assert box.grab().toImage() != before
