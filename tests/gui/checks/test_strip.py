"""What doesn't tie in a reading is said above the text, and never in the way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from carveout.agreement.content import Finding, FindingSeverity
from carveout.agreement.span import Span
from carveout.store.matter import create_matter

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from carveout.agreement.reading import Reading
    from carveout.gui.application import Desk
    from carveout.gui.checks.strip import CheckStrip


@pytest.fixture
def checked(reading: Reading, tmp_path: Path) -> Path:
    """A matter whose reading has three findings."""
    notices = reading.text.index("Notices are given")
    findings = (
        Finding("numbering", 10, None, FindingSeverity.WARNING, "Section 3.3 stands twice."),
        Finding(
            "contents-mismatch", None, Span(notices, notices + 7), FindingSeverity.NOTE, "It lists “<b>Notices</b>”."
        ),
        Finding("unheld-text", None, None, FindingSeverity.NOTE, "Some words have no place."),
    )
    path = tmp_path / "checked.carveout"
    create_matter(path, replace(reading, findings=findings), reading.text.encode()).close()
    return path


@pytest.fixture
def strip(desk: Desk, checked: Path, qtbot: QtBot) -> CheckStrip:
    with qtbot.waitActive(desk.window):
        desk.window.show()
        desk.window.activateWindow()
    desk.open(checked)
    return desk.window.checks


def rows(strip: CheckStrip) -> list[str]:
    model = strip.list.model()
    return [model.index(at, 0).data() for at in range(model.rowCount())]


def test_a_reading_in_which_all_ties_says_nothing(desk: Desk, matter_file: Path) -> None:
    desk.open(matter_file)
    assert not desk.window.checks.isVisible()


def test_one_line_says_it_and_the_list_is_unfolded_on_demand(strip: CheckStrip) -> None:
    assert strip.isVisible()
    assert strip.line.accessibleName().startswith("The outline differs from the printed table of contents in one place")
    assert not strip.list.isVisible()
    assert strip.height() < 48
    strip.show_button.click()
    assert strip.list.isVisible()
    assert [row.split("   ")[-1] for row in rows(strip)] == [
        "Section 3.3 stands twice.",
        "It lists “<b>Notices</b>”.",
        "Some words have no place.",
    ]
    assert strip.height() < 160
    strip.show_button.click()
    assert not strip.list.isVisible()


def test_a_row_goes_to_its_place_by_key_and_mouse(strip: CheckStrip, desk: Desk) -> None:
    strip.show_button.click()
    assert strip.list.hasFocus()
    QTest.keyClick(strip.list, Qt.Key.Key_Return)
    assert desk.place.clause == 10
    second = strip.list.visualRect(strip.list.model().index(1, 0)).center()
    QTest.mouseClick(strip.list.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert desk.place.clause == 15
    assert desk.place.span is not None
    QTest.keyClick(strip.list, Qt.Key.Key_Down)
    QTest.keyClick(strip.list, Qt.Key.Key_Return)
    assert desk.place.clause == 15


def test_dismissed_it_stays_away_until_the_next_day(
    strip: CheckStrip, desk: Desk, checked: Path, matter_file: Path
) -> None:
    strip.dismiss.click()
    assert not strip.isVisible()
    desk.open(matter_file)
    desk.open(checked)
    assert not strip.isVisible()


def test_the_next_matter_begins_folded(strip: CheckStrip, desk: Desk, checked: Path) -> None:
    strip.show_button.click()
    desk.window.papers.close_matter()
    desk.open(checked)
    assert strip.isVisible()
    assert not strip.list.isVisible()
