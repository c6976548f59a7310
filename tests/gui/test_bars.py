from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from carveout.gui.bars import Header, NoticeBar, WorkBar
from carveout.gui.labels import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


@pytest.fixture
def notice(qtbot: QtBot) -> NoticeBar:
    made = NoticeBar()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def work(qtbot: QtBot) -> WorkBar:
    made = WorkBar()
    qtbot.addWidget(made)
    return made


def test_a_header_names_the_deal_and_its_workspaces(qtbot: QtBot) -> None:
    header = Header(("Read", "Ctrl+1"), ("Carve-outs", "Ctrl+2"))
    qtbot.addWidget(header)
    header.show()
    buttons = {button.text(): button for button in header.findChildren(QPushButton)}
    header.show_deal("")
    assert not any(button.isVisible() for button in buttons.values())
    header.show_deal("Alpha / Beta Purchase Agreement")
    assert all(button.isVisible() for button in buttons.values())
    assert "Ctrl+2" in buttons["Carve-outs"].toolTip()
    header.show_chosen(1)
    assert buttons["Carve-outs"].isChecked()
    with qtbot.waitSignal(header.chosen) as chosen:
        QTest.mouseClick(buttons["Read"], Qt.MouseButton.LeftButton)
    assert chosen.args == [0]


def test_a_long_title_gives_way_to_the_window(qtbot: QtBot) -> None:
    header = Header(("Read", "Ctrl+1"))
    qtbot.addWidget(header)
    header.show_deal("Agreement and Plan of Merger " * 40)
    assert header.minimumSizeHint().width() < 600


def test_a_notice_is_there_until_it_is_put_aside(notice: NoticeBar, press: Callable[[QWidget, str], None]) -> None:
    assert not notice.isVisible()
    notice.tell("The disk is full.")
    assert notice.isVisible()
    assert notice.accessibleName() == "The disk is full."
    assert not notice.way_on.isVisible()
    press(notice, "Dismiss")
    assert not notice.isVisible()


def test_the_way_on_is_taken_once_and_goes_with_its_notice(
    notice: NoticeBar, press: Callable[[QWidget, str], None]
) -> None:
    taken: list[str] = []

    def again() -> None:
        taken.append("again")
        notice.tell("Still full.")

    notice.tell("The disk is full.", "Try again", again)
    press(notice, "Try again")
    assert taken == ["again"]
    assert notice.text.text() == "Still full."
    assert not notice.way_on.isVisible()


def test_a_notice_shows_any_name_letter_by_letter_in_any_width(notice: NoticeBar) -> None:
    notice.resize(500, 40)
    notice.tell(f"“<b>A&B</b>\u202e{'x' * 300}.txt” is a folder.")
    assert notice.minimumSizeHint().width() < 500
    assert "⟦RLO⟧" in notice.accessibleName()
    notice.adjustSize()
    assert notice.heightForWidth(500) > notice.fontMetrics().height() * 2


def test_work_is_shown_as_far_as_it_is(work: WorkBar, qtbot: QtBot, press: Callable[[QWidget, str], None]) -> None:
    bar = work.findChild(QProgressBar)
    assert bar is not None
    work.begin("Reading agreement.txt")
    assert work.isVisible()
    assert bar.accessibleName() == "Reading agreement.txt"
    assert (bar.minimum(), bar.maximum()) == (0, 0)
    work.progress(250, 1000, "Finding the clauses")
    assert (bar.value(), bar.maximum()) == (250, 1000)
    assert bar.accessibleDescription() == "Finding the clauses"
    assert "Reading agreement.txt  ·  Finding the clauses…" in [one.text() for one in work.findChildren(ElidedLabel)]
    work.progress(0, 0, "Finding the clauses")
    assert (bar.minimum(), bar.maximum()) == (0, 0)
    with qtbot.waitSignal(work.cancelled):
        press(work, "Cancel")
