from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QScrollArea, QWidget

from carveout import __version__
from carveout.gui.about_sheet import Licences
from carveout.gui.actions import ELSEWHERE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

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


def focused(sheet: QDialog) -> QWidget:
    found = sheet.focusWidget()
    assert found is not None
    return found


def words(sheet: QDialog) -> list[str]:
    return [label.text() for label in sheet.findChildren(QLabel)]


def test_every_key_of_the_menus_is_on_the_sheet(desk: Desk, show: Callable[[str], QDialog]) -> None:
    told = words(show("keys"))
    for action in desk.window.menus.actions.values():
        for key in action.shortcuts():
            assert key.toString(QKeySequence.SequenceFormat.NativeText) in told, action.text()
        assert not action.shortcuts() or action.text().replace("&", "").rstrip("…") in told
    for pane, keys in ELSEWHERE.items():
        assert {pane.upper(), *keys} <= set(told)


@pytest.mark.parametrize("width", [960, 1280])
def test_the_sheet_of_keys_fits_a_small_window(desk: Desk, show: Callable[[str], QDialog], width: int) -> None:
    desk.window.resize(width, 600)
    sheet = show("keys")
    assert sheet.height() <= desk.window.height()
    assert sheet.width() <= desk.window.width()
    (area,) = sheet.findChildren(QScrollArea)
    page = area.widget()
    assert page is not None
    assert page.width() <= area.viewport().width()


@pytest.mark.parametrize(
    ("typed", "left"), [("F8 text", ["Split the text"]), ("raise ISSUE carve-outs", ["Raise issue"])]
)
def test_a_key_is_found_by_its_name_or_by_what_it_does(
    show: Callable[[str], QDialog], typed: str, left: list[str]
) -> None:
    sheet = show("keys")
    QTest.keyClicks(focused(sheet), typed)
    shown = [label.text() for label in sheet.findChildren(QLabel) if label.isVisible() and label.objectName() == ""]
    assert shown == left


def test_the_sheet_says_so_where_no_key_is_found(show: Callable[[str], QDialog]) -> None:
    sheet = show("keys")
    QTest.keyClicks(focused(sheet), "frobnicate")
    shown = [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("No key does that.") for text in shown)
    assert not any(area.isVisible() for area in sheet.findChildren(QScrollArea))
    QTest.keyClick(focused(sheet), Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert any(area.isVisible() for area in sheet.findChildren(QScrollArea))


def test_about_tells_the_version_and_that_nothing_leaves_the_machine(show: Callable[[str], QDialog]) -> None:
    told = "\n".join(words(show("about")))
    assert f"Version {__version__}" in told
    assert "Nothing that you open here leaves this machine." in told


def test_about_lists_every_part_with_its_licence_in_full(show: Callable[[str], QDialog]) -> None:
    licences = show("about").findChild(Licences)
    assert licences is not None
    names = [licences.names.item(row).text() for row in range(licences.names.count())]
    for part in ("SQLCipher", "OpenSSL", "Qt", "PDFium", "reportlab", "Inter"):
        (row,) = (row for row, name in enumerate(names) if re.split(r"[\s,]", name)[0] == part)
        licences.names.setCurrentRow(row)
        assert len(licences.words.toPlainText()) > 500, part


@pytest.mark.parametrize("action", ["templates", "protect", "changes_since"])
def test_the_buttons_of_a_sheet_say_in_words_alone_what_they_do(
    desk: Desk, matter_file: Path, show: Callable[[str], QDialog], action: str
) -> None:
    desk.open(matter_file)
    sheet = show(action)
    assert all(button.text() and button.icon().isNull() for button in sheet.findChildren(QPushButton))
    (box,) = sheet.findChildren(QDialogButtonBox)
    assert box.standardButtons() is QDialogButtonBox.StandardButton.NoButton  # some systems put a picture on those


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_a_sheet_goes_by_key(show: Callable[[str], QDialog], key: Qt.Key, qtbot: QtBot) -> None:
    sheet = show("about")
    with qtbot.waitSignal(sheet.destroyed):
        QTest.keyClick(sheet, key)
