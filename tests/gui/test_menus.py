"""The table of actions, the menus made from it, and the sheets that tell of both."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenuBar

from carveout import __version__
from carveout.gui.actions import TABLE
from carveout.gui.labels import PlainLabel
from carveout.gui.recent import RecentMenu
from carveout.gui.sheets import Sheet, about_sheet, keys_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from carveout.gui.application import Desk


def said(within: QWidget) -> list[str]:
    return [label.text() for label in within.findChildren(PlainLabel)]


def test_no_key_has_two_meanings() -> None:
    keys = Counter(QKeySequence(key) for entry in TABLE for key in entry.keys)
    assert [key.toString() for key, times in keys.items() if times > 1] == []


def test_every_key_is_one_that_a_keyboard_has() -> None:
    assert [key for entry in TABLE for key in entry.keys if QKeySequence(key).isEmpty()] == []


@pytest.mark.parametrize("menu", sorted({entry.menu for entry in TABLE}))
def test_no_letter_stands_for_two_actions_of_a_menu(menu: str) -> None:
    texts = [entry.text for entry in TABLE if entry.menu == menu]
    letters = Counter(text[text.index("&") + 1].lower() for text in texts if "&" in text)
    assert [letter for letter, times in letters.items() if times > 1] == []


def test_the_menus_are_in_the_order_of_the_table(desk: Desk) -> None:
    (bar,) = desk.window.findChildren(QMenuBar)
    assert [action.text() for action in bar.actions()] == list(dict.fromkeys(entry.menu for entry in TABLE))


def test_every_action_that_a_menu_shows_is_of_the_table(desk: Desk) -> None:
    assert list(desk.window.menus.actions) == [entry.name for entry in TABLE]


def test_the_recent_matters_are_listed_when_the_menu_opens(desk: Desk, matter_file: Path) -> None:
    (menu,) = desk.window.findChildren(RecentMenu)
    menu.aboutToShow.emit()
    (none,) = menu.actions()
    assert not none.isEnabled()
    desk.open(matter_file)
    desk.window.papers.close_matter()
    menu.aboutToShow.emit()
    (recent,) = menu.actions()
    assert recent.text() == matter_file.stem
    recent.trigger()
    assert desk.session.matter is not None


def test_the_sheet_of_keys_names_every_key(desk: Desk) -> None:
    sheet = keys_sheet(desk.window)
    sheet.open()
    shown = said(sheet)
    for entry in TABLE:
        for key in entry.keys:
            assert QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) in shown
            assert entry.text.replace("&", "").rstrip("…") in shown
    assert sheet.height() <= 720
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_f1_opens_the_sheet_of_keys(desk: Desk) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_F1)
    (sheet,) = desk.window.findChildren(Sheet)
    assert sheet.windowTitle() == "Keyboard"
    sheet.reject()


def test_about_tells_the_version_the_licences_and_that_nothing_leaves_the_machine(desk: Desk) -> None:
    sheet = about_sheet(desk.window)
    told = "\n".join(said(sheet))
    sheet.deleteLater()
    for part in (__version__, "Apache", "LGPL", "Open Font License", "leaves this machine"):
        assert part in told
