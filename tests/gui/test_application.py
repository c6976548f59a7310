"""What the application is dressed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget

from carveout.gui.theme import load_theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

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


@pytest.mark.parametrize("name", ["dark", "light"])
def test_what_opens_over_the_window_wears_its_theme(desk: Desk, matter_file: Path, name: str, qtbot: QtBot) -> None:
    desk.open(matter_file)
    desk.appearance.choose(name)
    window, page = desk.window, load_theme(name).page
    opened = window.menus.bar.actions()[0].menu()
    assert isinstance(opened, QMenu)
    for menu in (opened, window.text.menu(), window.outline.view.menu()):
        menu.popup(window.mapToGlobal(QPoint(40, 40)))
        assert ground_of(menu) == page
        menu.close()
    window.workspaces.show_issues()
    issues = window.workspaces.issues
    issues.narrowing.open_menu(issues.narrowing.order)
    chosen = QApplication.activePopupWidget()
    assert isinstance(chosen, QMenu)
    assert ground_of(chosen) == page
    chosen.close()
    QToolTip.showText(window.mapToGlobal(QPoint(40, 40)), "Told", window.outline.field)
    tips = [one for one in QApplication.topLevelWidgets() if one.metaObject().className() == "QTipLabel"]
    assert [ground_of(tip) for tip in tips if tip.isVisible()] == [page]
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def ground_of(popup: QWidget) -> str:
    """Return the colour just within a popup's edge."""
    return popup.grab().toImage().pixelColor(2, 2).name()


def test_a_second_window_in_the_same_home_is_as_the_first(new_desk: Callable[[], Desk]) -> None:
    first = new_desk()
    first.settings.author = "A. Reader"
    assert new_desk().session.author == "A. Reader"
