"""A file is asked for in a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from carveout.gui.application import Desk

PATIENCE = 30_000


def test_a_file_is_chosen_in_a_dialog_that_does_not_stop_the_window(
    desk: Desk, matter_file: Path, qtbot: QtBot
) -> None:
    desk.window.papers.choose_and_open()
    dialog = desk.window.findChild(QFileDialog)
    field = dialog.findChild(QLineEdit) if dialog else None
    assert field is not None
    field.setText(str(matter_file))
    with qtbot.waitSignal(desk.session.opened, timeout=PATIENCE):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert desk.session.matter is not None
    assert desk.session.matter.path == matter_file
