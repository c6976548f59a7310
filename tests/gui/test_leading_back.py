"""By Esc back to what is in front, from wherever else the focus is."""

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


def esc() -> None:
    QTest.keyClick(focused(), Qt.Key.Key_Escape)


def test_from_the_inspector_and_the_outline_it_leads_to_the_text(window: MainWindow) -> None:
    for pane in (window.inspector, window.outline):
        pane.setFocus()
        assert not window.text.sheet.hasFocus()
        esc()
        assert window.text.sheet.hasFocus()


def test_it_clears_the_filter_of_the_outline_first(window: MainWindow) -> None:
    window.outline.field.setFocus()
    QTest.keyClicks(window.outline.field, "lawsuits")
    esc()
    assert window.outline.field.text() == ""
    assert window.outline.field.hasFocus()
    esc()
    assert window.text.sheet.hasFocus()


def test_it_clears_what_narrows_a_list_and_then_leads_to_the_list(window: MainWindow) -> None:
    window.workspaces.show_carveouts()
    every = window.workspaces.carveouts.every
    every.field.setFocus()
    QTest.keyClicks(every.field, "no such word")
    esc()
    assert every.field.text() == ""
    esc()
    assert every.table.hasFocus()
    every.detail.setFocus()
    esc()
    assert every.table.hasFocus()


@pytest.mark.parametrize("by", ["esc", "button"])
def test_a_notice_that_is_put_aside_leaves_the_focus_in_the_text(window: MainWindow, by: str) -> None:
    window.notice.tell("The disk is full.")
    window.notice.setFocus()
    assert window.notice.aside.hasFocus()
    if by == "esc":
        esc()
    else:
        QTest.keyClick(window.notice.aside, Qt.Key.Key_Space)
    assert not window.notice.isVisible()
    assert window.text.sheet.hasFocus()
