"""The window as a whole: workspaces, keys and focus, and what can be done when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QSplitter, QWidget

from carveout.gui.workspaces import Workspace
from carveout.review.mark import State

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from carveout.gui.application import Desk
    from carveout.gui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
PATIENCE = 30_000


@pytest.fixture
def window(desk: Desk, matter_file: Path) -> MainWindow:
    """The window with the deal on the desk."""
    desk.open(matter_file)
    return desk.window


def focused() -> QWidget:
    found: QWidget | None = QApplication.focusWidget()
    assert found is not None
    return found


def key(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, on: QWidget | None = None) -> None:
    QTest.keyClick(on or focused(), key, held)


def editors(window: MainWindow) -> list[QPlainTextEdit]:
    return [f for f in window.inspector.findChildren(QPlainTextEdit, "commentField") if f.isVisible()]


def is_in(pane: QWidget) -> bool:
    return pane is focused() or pane.isAncestorOf(focused())


def test_an_empty_window_says_what_to_do_first(desk: Desk) -> None:
    assert desk.window.windowTitle() == "Carveout"
    assert desk.window.start.isVisible()
    assert not desk.window.statusBar().isVisible()
    assert focused().accessibleName() == ""
    assert is_in(desk.window.start)
    can = {name for name, action in desk.window.menus.actions.items() if action.isEnabled()}
    assert {
        "open",
        "recent",
        "reports",
        "open_sample",
        "paste",
        "preferences",
        "quit",
        "search",
        "open_example",
        "theme_dark",
        "guide",
        "keys",
        "about",
    } == can - {
        "theme_light",
        "theme_system",
    }


def test_a_document_is_read_at_once(window: MainWindow) -> None:
    assert window.windowTitle() == "Purchase Agreement — Carveout"
    assert window.text.isVisible()
    assert is_in(window.text)
    assert window.statusBar().isVisible()


def test_the_agreement_of_a_filing_is_in_sight_when_it_is_opened(window: MainWindow, desk: Desk) -> None:
    assert desk.session.reading is not None
    assert window.text.sheet.top() == desk.session.reading.outline[2].start


def test_ctrl_1_and_2_and_the_header_change_the_workspace(window: MainWindow) -> None:
    key(Qt.Key.Key_2, CTRL)
    assert window.workspaces.carveouts.isVisible()
    assert not window.text.isVisible()
    assert is_in(window.workspaces.carveouts.every.table)
    key(Qt.Key.Key_1, CTRL)
    assert window.text.isVisible()
    assert is_in(window.text)


def test_enter_on_a_carveout_shows_it_in_the_text(window: MainWindow, desk: Desk) -> None:
    key(Qt.Key.Key_2, CTRL)
    key(Qt.Key.Key_Return)
    assert window.text.isVisible()
    assert desk.place.clause == 9


def test_letters_are_keys_in_the_panes(window: MainWindow, desk: Desk) -> None:
    for pane in (window.text.sheet, window.outline.view):
        desk.place.go(9)
        pane.setFocus()
        key(Qt.Key.Key_R)
        assert desk.session.review.marks[9][0].state is State.READ
        key(Qt.Key.Key_U)
        assert 9 not in desk.session.review.marks
        key(Qt.Key.Key_J)
        assert desk.place.clause == 10
        key(Qt.Key.Key_K)
        assert desk.place.clause == 9
        key(Qt.Key.Key_E)
        assert desk.place.span is not None
        key(Qt.Key.Key_Space)
        assert desk.place.clause == 10
        key(Qt.Key.Key_N)
        assert editors(window)
        assert focused() is editors(window)[0]
        key(Qt.Key.Key_Escape)
        assert not editors(window)


def test_letters_are_letters_in_fields(window: MainWindow, desk: Desk) -> None:
    desk.place.go(9)
    for field in (window.outline.field, window.workspaces.carveouts.every.narrowing.field):
        if field is not window.outline.field:
            window.workspaces.show_carveouts()
        field.setFocus()
        QTest.keyClicks(field, "n i q p r c u j k e E")
        assert field.text() == "n i q p r c u j k e E"
        field.clear()
    window.show_read()
    key(Qt.Key.Key_N)
    QTest.keyClicks(focused(), "no risk, just keep")
    assert editors(window)[0].toPlainText() == "no risk, just keep"
    assert desk.place.clause == 9
    assert not desk.session.review.marks
    key(Qt.Key.Key_Escape)


def test_in_the_carveouts_letters_decide_and_nothing_happens_out_of_sight(window: MainWindow, desk: Desk) -> None:
    desk.place.go(8)
    window.workspaces.show_carveouts()
    assert not window.workspaces.carveouts.isHidden()
    for letter in (Qt.Key.Key_R, Qt.Key.Key_C, Qt.Key.Key_J, Qt.Key.Key_Space, Qt.Key.Key_Q, Qt.Key.Key_E):
        key(letter)
    assert desk.place.clause == 8
    assert not desk.session.review.marks
    key(Qt.Key.Key_N)
    QTest.keyClicks(focused(), "too wide")
    key(Qt.Key.Key_Return)
    (decision,) = desk.session.review.decisions.values()
    assert decision.reason == "too wide"
    key(Qt.Key.Key_Z, CTRL)
    assert not desk.session.review.decisions


def test_undo_and_redo_say_what_they_do(window: MainWindow, desk: Desk) -> None:
    undo, redo = (window.menus.actions[name] for name in ("undo", "redo"))
    assert not undo.isEnabled()
    desk.place.go(9)
    key(Qt.Key.Key_C)
    assert (undo.text(), undo.isEnabled()) == ("&Undo mark 3.2 cleared", True)
    key(Qt.Key.Key_Z, CTRL)
    assert (undo.text(), undo.isEnabled()) == ("&Undo", False)
    assert (redo.text(), redo.isEnabled()) == ("&Redo mark 3.2 cleared", True)
    key(Qt.Key.Key_Y, CTRL)
    assert desk.session.review.marks[9][0].state is State.CLEARED


def test_back_and_forward_can_be_taken_while_there_is_a_way(window: MainWindow, desk: Desk) -> None:
    back, forward = (window.menus.actions[name] for name in ("back", "forward"))
    assert (back.isEnabled(), forward.isEnabled()) == (False, False)
    began = desk.place.clause
    desk.place.go(10)
    assert (back.isEnabled(), forward.isEnabled()) == (True, False)
    key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert desk.place.clause == began
    assert (back.isEnabled(), forward.isEnabled()) == (False, True)
    window.workspaces.show_carveouts()
    assert not forward.isEnabled()


def test_a_matter_for_reading_offers_no_change(new_desk: Callable[[], Desk], matter_file: Path, qtbot: QtBot) -> None:
    first, second = new_desk(), new_desk()
    first.open(matter_file)
    second.open(matter_file)
    with qtbot.waitActive(second.window):
        second.window.show()
        second.window.activateWindow()
    actions = second.window.menus.actions
    assert not any(actions[name].isEnabled() for name in ("note", "issue", "read", "clear", "unread", "undo", "redo"))
    assert all(actions[name].isEnabled() for name in ("next_representation", "copy_citation", "export", "filter"))
    second.place.go(9)
    key(Qt.Key.Key_R)
    key(Qt.Key.Key_N)
    assert not editors(second.window)


def test_the_words_of_the_text_are_copied_by_key_and_menu(window: MainWindow, desk: Desk) -> None:
    desk.place.go(9)
    sheet = window.text.sheet
    sheet.selectAll()
    key(Qt.Key.Key_C, CTRL, sheet)
    assert "except for effects of the Petition" in QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()
    window.menus.actions["copy"].trigger()
    assert "except for effects of the Petition" in QGuiApplication.clipboard().text()


def test_the_layout_is_kept(window: MainWindow, new_desk: Callable[[], Desk], matter_file: Path, qtbot: QtBot) -> None:
    window.resize(960, 600)
    panes = window.outline.parentWidget()
    assert isinstance(panes, QSplitter)
    panes.moveSplitter(222, 1)
    width = window.outline.width()
    window.close()
    again = new_desk()
    again.open(matter_file)
    with qtbot.waitExposed(again.window):
        again.window.show()
    assert (again.window.width(), again.window.height()) == (960, 600)
    assert again.window.outline.width() == width


def test_the_colours_chosen_are_kept_and_marked_in_the_menu(desk: Desk, new_desk: Callable[[], Desk]) -> None:
    desk.window.menus.actions["theme_dark"].trigger()
    assert desk.appearance.theme.name == "dark"
    assert desk.window.menus.actions["theme_dark"].isChecked()
    again = new_desk()
    assert again.appearance.theme.name == "dark"
    assert again.window.menus.actions["theme_dark"].isChecked()
    assert not again.window.menus.actions["theme_system"].isChecked()


def test_nothing_is_cut_in_a_small_window(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(960, 480)
    assert (window.width(), window.height()) == (960, 480)
    bar = window.menus.bar
    qtbot.waitUntil(lambda: all(bar.rect().contains(bar.actionGeometry(menu)) for menu in bar.actions()))
    for workspace in Workspace:
        window.workspaces.show_workspace(workspace)
        assert (window.width(), window.height()) == (960, 480)
    window.papers.close_matter()
    assert (window.width(), window.height()) == (960, 480)
