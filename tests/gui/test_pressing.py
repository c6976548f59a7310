"""Space presses the button that has the focus, and is a key of the text elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from carveout.review.mark import State

if TYPE_CHECKING:
    from pathlib import Path

    from carveout.gui.application import Desk
    from carveout.gui.main_window import MainWindow


@pytest.fixture
def window(desk: Desk, matter_file: Path) -> MainWindow:
    """The window with the deal on the desk."""
    desk.open(matter_file)
    return desk.window


def test_space_presses_the_button_that_has_the_focus(window: MainWindow, desk: Desk) -> None:
    desk.place.go(9)
    button = next(b for b in window.inspector.findChildren(QWidget) if getattr(b, "text", str)() == "Cleared")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert desk.session.review.marks[9][0].state is State.CLEARED
    assert desk.place.clause == 9
