"""Exporting another paper from the window: which, for whom, under what name, and what is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from carveout.gui.paper_sheet import KINDS, PaperSheet
from carveout.memo.papers.kinds import Paper, check
from carveout.review.anchoring import on_clause
from carveout.review.annotation import AnnotationKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from carveout.gui.application import Desk

PATIENCE = 60_000
OURS = "Ask the partner before anybody hears of this."


@pytest.fixture
def show(desk: Desk) -> Callable[[], PaperSheet]:
    """Take the action of the menu, and return the sheet that it shows."""

    def take() -> PaperSheet:
        desk.window.menus.actions["export_as"].trigger()
        return next(sheet for sheet in desk.window.findChildren(PaperSheet) if sheet.isVisible())

    return take


@pytest.fixture
def sheet(desk: Desk, matter_file: Path, show: Callable[[], PaperSheet]) -> PaperSheet:
    """The sheet over the window with the deal, of which one note is internal."""
    desk.open(matter_file)
    assert desk.session.reading is not None
    desk.session.annotate(AnnotationKind.NOTE, on_clause(desk.session.reading, 9), OURS)
    return show()


def turn_to(sheet: PaperSheet, paper: Paper) -> None:
    """Go down the list with the keyboard to the first that is a paper."""
    while KINDS[sheet.list.currentRow()][1] is not paper:
        QTest.keyClick(sheet.list, Qt.Key.Key_Down)


def asked_by(sheet: PaperSheet) -> QLineEdit:
    """Press Enter, and return the field of the dialog that asks for the file."""
    QTest.keyClick(sheet.list, Qt.Key.Key_Return)
    dialog = sheet.findChild(QFileDialog)
    assert dialog is not None
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    return field


def write(field: QLineEdit, name: str, desk: Desk, qtbot: QtBot) -> str:
    """Name the file, and return what the window tells when it is written."""
    desk.window.notice.hide()
    field.setText(name)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(desk.window.notice.isVisible, timeout=PATIENCE)
    return desk.window.notice.text.text()


def test_every_kind_is_a_paper_that_can_end_so() -> None:
    for _, paper, ending in KINDS:
        check(paper, ending)


def test_the_name_goes_with_the_paper_and_says_for_whom_it_is(
    sheet: PaperSheet, press: Callable[[QWidget, str], None], show: Callable[[], PaperSheet]
) -> None:
    assert asked_by(sheet).text() == "deal - memo.docx"
    sheet.close()
    other = show()
    turn_to(other, Paper.ISSUES)
    press(other, "&Client")
    assert asked_by(other).text() == "deal - issues for the client.xlsx"


def test_the_chosen_paper_is_written_and_told(desk: Desk, sheet: PaperSheet, matter_file: Path, qtbot: QtBot) -> None:
    turn_to(sheet, Paper.ANNOTATIONS)
    assert write(asked_by(sheet), "notes", desk, qtbot) == "It is written to “notes.jsonld”."
    assert OURS in matter_file.with_name("notes.jsonld").read_text(encoding="utf-8")
    assert not desk.window.findChildren(PaperSheet)


def test_a_paper_for_the_client_has_nothing_internal(
    desk: Desk,
    sheet: PaperSheet,
    matter_file: Path,
    press: Callable[[QWidget, str], None],
    show: Callable[[], PaperSheet],
    qtbot: QtBot,
) -> None:
    assert sheet.audience.told.text() == "Everything is in it, the one internal note too."
    turn_to(sheet, Paper.ANNOTATIONS)
    press(sheet, "&Client")
    assert sheet.audience.told.text().startswith("Leaves out the one internal note with what answers or links to it")
    write(asked_by(sheet), "notes", desk, qtbot)
    assert OURS not in matter_file.with_name("notes.jsonld").read_text(encoding="utf-8")
    assert show().audience.audience == "client"


def test_the_audit_report_is_for_the_firm_alone_and_says_why(
    sheet: PaperSheet, press: Callable[[QWidget, str], None]
) -> None:
    press(sheet, "&Client")
    turn_to(sheet, Paper.AUDIT)
    assert not sheet.audience.choice.isVisible()
    assert (
        sheet.audience.told.text() == "The audit report tells of internal notes as well, so it is for our firm alone."
    )
    assert asked_by(sheet).text() == "deal - audit.pdf"
    QTest.keyClick(sheet.list, Qt.Key.Key_Home)
    assert sheet.audience.choice.isVisible()
    assert sheet.audience.audience == "client"


def test_esc_lets_the_sheet_go_and_nothing_is_written(desk: Desk, sheet: PaperSheet, matter_file: Path) -> None:
    QTest.keyClick(sheet.list, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert not desk.window.notice.isVisible()
    assert not list(matter_file.parent.glob("deal - *"))


def test_a_name_that_the_paper_cant_have_is_refused(desk: Desk, matter_file: Path) -> None:
    desk.open(matter_file)
    before = matter_file.read_bytes()
    desk.window.handing_in.export_as(matter_file, Paper.ISSUES)
    assert desk.window.notice.text.text() == (
        "The paper “issues” can't end in “.carveout”: choose a name that ends in .xlsx or .csv."
    )
    assert matter_file.read_bytes() == before
