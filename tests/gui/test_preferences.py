"""Everything that the reviewer may choose, on one sheet, each choice in force at once and the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from tests.gui.test_theme import contrast

from carveout.gui.preferences_sheet import PreferencesSheet
from carveout.review.reviewer import Reviewer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from carveout.gui.application import Desk

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def sheet(desk: Desk, matter_file: Path, qtbot: QtBot) -> Iterator[PreferencesSheet]:
    """The sheet over the window with the deal."""
    desk.open(matter_file)
    desk.window.menus.actions["preferences"].trigger()
    made = desk.window.findChild(PreferencesSheet)
    assert made is not None
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.close()


def test_a_name_signs_what_is_written_from_now_on(desk: Desk, sheet: PreferencesSheet) -> None:
    QTest.keyClicks(sheet.name, " B. Counsel ")
    assert (desk.session.author, desk.settings.author) == ("B. Counsel", "B. Counsel")
    assert sheet.initials.text() == "BC"


def test_nobody_signs_with_nothing(desk: Desk, sheet: PreferencesSheet) -> None:
    before = desk.session.author
    QTest.keyClick(sheet.name, Qt.Key.Key_Delete)
    assert sheet.name.text() == ""
    assert desk.session.author == before


def test_initials_of_her_own_stay_while_the_name_changes(desk: Desk, sheet: PreferencesSheet) -> None:
    sheet.initials.selectAll()
    QTest.keyClicks(sheet.initials, "xyzw")
    QTest.keyClicks(sheet.name, "Bea")
    assert desk.settings.reviewer == Reviewer("Bea", "xyz", "blue")


def test_a_colour_is_chosen_by_mouse_and_by_arrow_keys(desk: Desk, sheet: PreferencesSheet) -> None:
    QTest.mouseClick(sheet.colour.buttons["teal"], LEFT)
    assert desk.settings.reviewer.colour == "teal"
    QTest.keyClick(sheet.colour.buttons["teal"], Qt.Key.Key_Right)
    QTest.keyClick(sheet.colour.buttons["green"], Qt.Key.Key_Space)
    assert desk.settings.reviewer.colour == "green"
    assert sheet.colour.buttons["green"].accessibleName() == "Colour: green"


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_a_box_can_be_seen_empty_and_ticked(desk: Desk, sheet: PreferencesSheet, theme: str) -> None:
    desk.appearance.choose(theme)
    worn = desk.appearance.theme
    for ticked in (False, True):
        sheet.numbers.setChecked(ticked)
        shown = sheet.numbers.grab(QRect(0, 0, 20, sheet.numbers.height())).toImage()
        across = [shown.pixelColor(x, shown.height() // 2).name() for x in range(shown.width())]
        assert max(contrast(colour, worn.window) for colour in across) >= 3.0  # WCAG 2.1, success criterion 1.4.11
        inside = across[7:15]
        assert max(contrast(worn.accent, colour) for colour in inside) >= 3.0 if ticked else set(inside) == {worn.page}


def test_a_theme_is_put_on_at_once_and_marked_in_the_menu(desk: Desk, sheet: PreferencesSheet) -> None:
    QTest.mouseClick(sheet.theme.button("dark"), LEFT)
    assert desk.appearance.theme.name == desk.settings.theme == "dark"
    assert desk.window.menus.actions["theme_dark"].isChecked()


def test_the_text_grows_and_shrinks_behind_the_sheet(
    desk: Desk, sheet: PreferencesSheet, new_desk: Callable[[], Desk], qtbot: QtBot
) -> None:
    def size() -> float:
        return desk.window.text.sheet.document().defaultFont().pointSizeF()

    QTest.mouseClick(sheet.larger, LEFT)
    QTest.mouseClick(sheet.larger, LEFT)
    qtbot.waitUntil(lambda: size() == pytest.approx(12.5 * 1.21))
    assert sheet.percent.text() == "121 %"
    assert new_desk().window.text.look.zoom == 2
    QTest.mouseClick(sheet.usual, LEFT)
    assert new_desk().window.text.look.zoom == 0


def test_line_numbers_can_be_hidden_from_the_sheet_and_the_menu(
    desk: Desk, sheet: PreferencesSheet, new_desk: Callable[[], Desk]
) -> None:
    numbers = desk.window.menus.actions["line_numbers"]
    assert numbers.isChecked()
    before = desk.window.text.sheet.grab().toImage()
    box = sheet.findChild(QCheckBox)
    assert box is not None
    box.click()
    assert not numbers.isChecked()
    assert desk.window.text.sheet.grab().toImage() != before
    assert not new_desk().window.text.look.numbered
    numbers.trigger()
    assert numbers.isChecked()
    assert desk.window.text.sheet.grab().toImage() == before


def test_every_field_has_a_name_for_who_can_t_see_it(sheet: PreferencesSheet) -> None:
    named = (sheet.name, sheet.initials, sheet.colour, sheet.theme, sheet.smaller, sheet.larger, sheet.usual)
    assert all(widget.accessibleName() for widget in named)
