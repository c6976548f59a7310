"""What the application is dressed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from carveout.gui.theme import load_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.gui.application import Desk


def test_the_faces_of_the_window_are_its_own(desk: Desk) -> None:
    assert {"Inter", "Source Serif 4"} <= set(QFontDatabase.families())
    assert desk.window.fontInfo().family() == "Inter"


def test_the_window_has_an_icon(desk: Desk) -> None:
    picture = desk.window.windowIcon().pixmap(64, 64).toImage()
    assert len({picture.pixel(x, y) for x in range(64) for y in range(64)}) > 2


def test_another_theme_is_put_on_at_once(desk: Desk) -> None:
    for name in ("dark", "light"):
        desk.appearance.choose(name)
        ground = QApplication.palette().color(QPalette.ColorRole.Window).name()
        assert ground == load_theme(name).window
        assert desk.window.grab().toImage().pixelColor(300, 400).name() == ground


def test_a_second_window_in_the_same_home_is_as_the_first(new_desk: Callable[[], Desk]) -> None:
    first = new_desk()
    first.settings.author = "A. Reader"
    assert new_desk().session.author == "A. Reader"
