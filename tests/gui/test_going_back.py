"""From a list to the text and back by key, and the window as it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from carveout.gui.workspaces import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from carveout.gui.application import Desk
    from carveout.gui.main_window import MainWindow

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(desk: Desk, matter_file: Path) -> MainWindow:
    """The window with the deal on the desk."""
    desk.open(matter_file)
    return desk.window


def key(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    found: QWidget | None = QApplication.focusWidget()
    assert found is not None
    QTest.keyClick(found, key, held)


def in_front(window: MainWindow) -> Workspace | None:
    return window.workspaces.in_front


def test_back_returns_to_the_carve_outs_with_the_one_that_was_chosen(window: MainWindow, desk: Desk) -> None:
    key(Qt.Key.Key_2, CTRL)
    key(Qt.Key.Key_Down)
    table = window.workspaces.carveouts.every.table
    chosen = table.chosen
    key(Qt.Key.Key_Return)
    assert in_front(window) is Workspace.READ
    there = desk.place.clause
    key(Qt.Key.Key_Left, ALT)
    assert in_front(window) is Workspace.CARVEOUTS
    assert table.hasFocus()
    assert table.chosen == chosen
    key(Qt.Key.Key_1, CTRL)
    assert desk.place.clause == there


def test_after_another_jump_back_returns_to_the_words_first(window: MainWindow, desk: Desk) -> None:
    key(Qt.Key.Key_2, CTRL)
    key(Qt.Key.Key_Return)
    desk.place.go(5)
    key(Qt.Key.Key_Left, ALT)
    assert window.workspaces.in_front is Workspace.READ
    assert desk.place.clause == 9


def test_the_workspace_in_front_is_there_again_the_next_time(
    window: MainWindow, new_desk: Callable[[], Desk], matter_file: Path, qtbot: QtBot
) -> None:
    window.workspaces.show_proofread()
    window.close()
    again = new_desk()
    with qtbot.waitExposed(again.window):
        again.window.show()
    again.open(matter_file)
    assert again.window.workspaces.in_front is Workspace.PROOFREAD


def test_a_matter_that_was_never_left_opens_at_its_text(window: MainWindow) -> None:
    assert window.workspaces.in_front is Workspace.READ
    assert window.text.leaves.other is None
