"""The page that shows a reviewer round, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from carveout.gui.settings import Settings
from carveout.gui.tour import KEYS, Tour, keys_that_matter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from carveout.gui.application import Desk


@pytest.fixture
def first(own_home: Path, new_desk: Callable[[], Desk], qtbot: QtBot) -> Desk:  # noqa: ARG001  (for its effect)
    """The window as it is on the first day."""
    Settings().toured = False
    made = new_desk()
    made.window.resize(1280, 800)
    with qtbot.waitActive(made.window):
        made.window.show()
        made.window.activateWindow()
    return made


def tour(desk: Desk) -> Tour | None:
    return next((found for found in desk.window.findChildren(Tour) if found.isVisible()), None)


def test_the_first_document_brings_the_tour_over_its_panes(first: Desk, matter_file: Path) -> None:
    assert tour(first) is None
    first.open(matter_file)
    shown = tour(first)
    assert shown is not None
    assert shown.hasFocus()
    words = {label.text() for label in shown.findChildren(QLabel)}
    assert {"Outline", "Text", "Inspector"} <= words
    assert {part for pair in keys_that_matter() for part in pair} <= words
    for card, pane in zip(shown.cards, (first.window.outline, first.window.text, first.window.inspector), strict=True):
        assert pane.rect().contains(card.mapTo(first.window, QPoint(0, 0)) - pane.mapTo(first.window, QPoint(0, 0)))


def test_each_card_has_the_room_that_its_words_take(first: Desk, matter_file: Path) -> None:
    first.open(matter_file)
    shown = tour(first)
    assert shown is not None
    for card in shown.cards:
        layout = card.layout()
        assert layout is not None
        assert card.height() == layout.totalHeightForWidth(card.width())
    assert shown.keys.size() == shown.keys.sizeHint()


def test_any_key_ends_it_and_does_nothing_else(first: Desk, matter_file: Path) -> None:
    first.open(matter_file)
    shown = tour(first)
    assert shown is not None
    QTest.keyClick(shown, Qt.Key.Key_R)
    assert tour(first) is None
    assert not first.session.review.marks
    assert first.window.text.sheet.hasFocus()


def test_a_click_ends_it(first: Desk, matter_file: Path) -> None:
    first.open(matter_file)
    shown = tour(first)
    assert shown is not None
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=shown.keys.geometry().center())
    assert tour(first) is None


def test_it_never_comes_again_but_from_the_menu(
    first: Desk, matter_file: Path, new_desk: Callable[[], Desk], qtbot: QtBot
) -> None:
    first.open(matter_file)
    first.window.close()
    again = new_desk()
    with qtbot.waitExposed(again.window):
        again.window.show()
    again.open(matter_file)
    assert tour(again) is None
    again.window.menus.actions["tour"].trigger()
    assert tour(again) is not None


def test_six_keys_matter() -> None:
    assert len(KEYS) == len({key for _, key in keys_that_matter()}) == 6


def test_another_workspace_ends_it(first: Desk, matter_file: Path) -> None:
    first.open(matter_file)
    assert tour(first) is not None
    (remedies,) = (b for b in first.window.findChildren(QPushButton) if b.text() == "Remedies")
    QTest.mouseClick(remedies, Qt.MouseButton.LeftButton)
    assert tour(first) is None
    assert first.window.workspaces.remedies.isAncestorOf(focused())


def test_what_takes_the_keys_ends_it_and_gives_them_back_to_the_text(first: Desk, matter_file: Path) -> None:
    first.open(matter_file)
    first.window.finding.search()
    assert tour(first) is None
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert focused() is first.window.text.sheet


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found
