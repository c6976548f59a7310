from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carveout.gui.application import Desk

CTRL = Qt.KeyboardModifier.ControlModifier


def press(desk: Desk, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or desk.window, key, CTRL)


@pytest.mark.parametrize("key", [Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4])
def test_keys_turn_the_pages_of_a_workspace_round_and_take_the_focus_along(
    desk: Desk, bring: Callable[[Path], None], matter_file: Path, key: Qt.Key
) -> None:
    bring(matter_file)
    press(desk, key)
    panel = desk.window.workspaces.panel
    assert panel is not None
    assert panel.pages is not None
    seen = []
    for _ in range(8):
        press(desk, Qt.Key.Key_PageDown)
        seen.append(panel.pages.page)
        assert panel.isAncestorOf(QApplication.focusWidget() or desk.window)
    count = max(seen) + 1
    assert seen == [number % count for number in range(1, 9)]
    press(desk, Qt.Key.Key_PageUp)
    assert panel.pages.page == 7 % count


def test_the_issues_have_no_pages_to_turn(desk: Desk, bring: Callable[[Path], None], matter_file: Path) -> None:
    bring(matter_file)
    press(desk, Qt.Key.Key_5)
    assert not desk.window.menus.actions["next_page"].isEnabled()
