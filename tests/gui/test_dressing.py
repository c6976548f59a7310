"""What is dressed when another theme is chosen, and what waits until it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QWidget

from carveout.gui.dressing import Dressing, worn_by
from carveout.gui.panes import Panes
from carveout.gui.sheets import Sheet
from carveout.gui.theme import load_theme

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from carveout.gui.application import Desk

LIGHT, DARK = "QWidget { background: #ffffff; }", "QWidget { background: #000000; }"


@pytest.fixture
def corridor(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QLabel("A room", made)
    QLabel("Another", made).move(0, 40)
    with qtbot.waitExposed(made):
        made.show()
    return made


def rooms(corridor: QWidget) -> list[QLabel]:
    return corridor.findChildren(QLabel)


def ground_of(widget: QWidget) -> str:
    return widget.grab().toImage().pixelColor(QPoint(widget.width() - 2, 1)).name()


def test_a_room_out_of_sight_is_dressed_when_it_is_shown_again(corridor: QWidget) -> None:
    dressing = Dressing(corridor)
    dressing.wear(LIGHT)
    seen, hidden = rooms(corridor)
    hidden.hide()
    dressing.wear(DARK)
    assert (seen.styleSheet(), hidden.styleSheet()) == (DARK, LIGHT)
    hidden.show()
    assert hidden.styleSheet() == DARK
    assert ground_of(hidden) == "#000000"


def test_the_first_clothes_are_put_on_all_of_them(corridor: QWidget) -> None:
    rooms(corridor)[1].hide()
    Dressing(corridor).wear(LIGHT)
    assert [room.styleSheet() for room in rooms(corridor)] == [LIGHT, LIGHT]


def test_a_room_that_comes_later_is_dressed_before_it_is_seen(corridor: QWidget) -> None:
    dressing = Dressing(corridor)
    dressing.wear(DARK)
    late = QLabel("Late", corridor)
    late.ensurePolished()
    assert late.styleSheet() == DARK


def test_a_corridor_wears_nothing_itself_and_what_a_room_holds_wears_what_the_room_does(corridor: QWidget) -> None:
    inner = QWidget(corridor)
    held = QLabel("Held", QWidget(inner))
    Dressing(corridor, inner).wear(DARK)
    assert (corridor.styleSheet(), inner.styleSheet(), held.styleSheet()) == ("", "", "")
    assert worn_by(held) == DARK
    assert worn_by(corridor) == ""


def test_a_workspace_that_was_left_has_the_colours_when_it_is_in_front_again(desk: Desk, matter_file: Path) -> None:
    desk.open(matter_file)
    desk.appearance.choose("light")
    desk.window.workspaces.show_issues()
    desk.window.workspaces.show_read()
    desk.appearance.choose("dark")
    issues = desk.window.workspaces.issues
    assert load_theme("dark").page not in issues.styleSheet()
    desk.window.workspaces.show_issues()
    assert load_theme("dark").page in issues.styleSheet()
    assert ground_of(issues) == load_theme("dark").window


def test_the_lines_between_the_panes_have_the_colour_of_the_theme(desk: Desk, matter_file: Path) -> None:
    desk.open(matter_file)
    desk.appearance.choose("dark")
    panes = desk.window.findChild(Panes)
    assert panes is not None
    picture = desk.window.grab().toImage()
    for number in (1, 2):
        handle = panes.handle(number)
        middle = handle.mapTo(desk.window, handle.contentsRect().center())
        assert picture.pixelColor(middle).name() == load_theme("dark").border


def test_a_sheet_is_as_high_as_it_is_when_it_is_seen(desk: Desk, qtbot: QtBot) -> None:
    sheet = Sheet("A title", QLabel("Some words"), desk.window)
    sheet.ensurePolished()
    height = sheet.sizeHint().height()
    with qtbot.waitExposed(sheet):
        sheet.show()
    assert sheet.sizeHint().height() == height
    assert worn_by(sheet) == worn_by(desk.window.menus.bar)
    sheet.close()
