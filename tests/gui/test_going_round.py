"""By key round the panes, and to the filter of what is in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from pathlib import Path

    from carveout.gui.application import Desk
    from carveout.gui.main_window import MainWindow


@pytest.fixture
def window(desk: Desk, matter_file: Path) -> MainWindow:
    """The window with the deal on the desk."""
    desk.open(matter_file)
    return desk.window


def focused() -> QWidget:
    found: QWidget | None = QApplication.focusWidget()
    assert found is not None
    return found


def key(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, held)


def is_in(pane: QWidget) -> bool:
    return pane is focused() or pane.isAncestorOf(focused())


def test_f6_goes_round_the_panes_in_both_directions(window: MainWindow) -> None:
    window.text.sheet.setFocus()
    for pane in (window.inspector, window.outline, window.text):
        key(Qt.Key.Key_F6)
        assert is_in(pane)
    for pane in (window.outline, window.inspector, window.text):
        key(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        assert is_in(pane)
    window.workspaces.show_carveouts()
    key(Qt.Key.Key_F6)
    assert is_in(window.workspaces.carveouts.every.detail)
    key(Qt.Key.Key_F6)
    assert is_in(window.workspaces.carveouts.every.table)


def test_f6_reaches_a_notice_and_its_way_on(window: MainWindow) -> None:
    taken: list[int] = []
    window.notice.tell("The disk is full.", "Try again", lambda: taken.append(1))
    window.outline.view.setFocus()
    key(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert focused() is window.notice.way_on
    key(Qt.Key.Key_Space)
    assert taken == [1]
    assert not window.notice.isVisible()


def test_ctrl_shift_f_goes_to_the_filter_of_what_is_in_front(window: MainWindow) -> None:
    shifted = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    key(Qt.Key.Key_F, shifted)
    assert focused() is window.outline.field
    window.workspaces.show_carveouts()
    key(Qt.Key.Key_F, shifted)
    assert focused() is window.workspaces.carveouts.every.narrowing.field


@pytest.mark.parametrize("workspace", ["show_remedies", "show_proofread"])
def test_where_nothing_is_filtered_the_focus_stays(window: MainWindow, workspace: str) -> None:
    window.menus.actions[workspace].trigger()
    if window.workspaces.panel is window.workspaces.proofread:
        window.workspaces.proofread.show_page(1)
    before = focused()
    key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert focused() is before
    assert before.isVisible()
