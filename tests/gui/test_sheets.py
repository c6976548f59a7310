from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QInputDialog, QLabel

from carveout import __version__
from carveout.gui.actions import ELSEWHERE, TABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from carveout.gui.application import Desk


@pytest.fixture
def show(desk: Desk, qtbot: QtBot) -> Iterator[Callable[[str], QDialog]]:
    """Take an action that shows a sheet, and return it."""

    def take(action: str) -> QDialog:
        desk.window.menus.actions[action].trigger()
        sheet = desk.window.findChild(QDialog)
        assert sheet is not None
        with qtbot.waitExposed(sheet):
            sheet.show()
        return sheet

    yield take
    for left in desk.window.findChildren(QDialog):
        left.close()


def words(sheet: QDialog) -> list[str]:
    return [label.text() for label in sheet.findChildren(QLabel)]


def test_every_key_is_on_the_sheet_and_fits_a_small_screen(show: Callable[[str], QDialog]) -> None:
    sheet = show("keys")
    for entry in TABLE:
        for key in entry.keys:
            assert key in words(sheet), key
        assert not entry.keys or entry.text.replace("&", "").rstrip("…") in words(sheet)
    for pane, keys in ELSEWHERE.items():
        assert {pane.upper(), *keys} <= set(words(sheet))
    assert sheet.height() <= 760
    assert sheet.width() <= 1200


def test_about_tells_the_version_and_that_nothing_leaves_the_machine(show: Callable[[str], QDialog]) -> None:
    told = "\n".join(words(show("about")))
    assert f"Version {__version__}" in told
    assert "Nothing that you open here leaves this machine." in told


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_a_sheet_goes_by_key(show: Callable[[str], QDialog], key: Qt.Key, qtbot: QtBot) -> None:
    sheet = show("about")
    with qtbot.waitSignal(sheet.destroyed):
        QTest.keyClick(sheet, key)


def test_a_name_signs_what_is_written_from_now_on(desk: Desk, show: Callable[[str], QDialog]) -> None:
    sheet = show("sign_as")
    assert isinstance(sheet, QInputDialog)
    assert sheet.textValue() == desk.session.author
    sheet.setTextValue("  B. Counsel ")
    sheet.accept()
    assert (desk.session.author, desk.settings.author) == ("B. Counsel", "B. Counsel")


def test_nobody_signs_with_nothing(desk: Desk, show: Callable[[str], QDialog]) -> None:
    before = desk.session.author
    sheet = show("sign_as")
    assert isinstance(sheet, QInputDialog)
    sheet.setTextValue("   ")
    sheet.accept()
    assert desk.session.author == before
