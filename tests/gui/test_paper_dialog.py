"""Exporting another paper from the window: which, under what name, and what is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from carveout.gui.paper_dialog import KINDS, PaperDialog
from carveout.memo.papers.kinds import Paper, check

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from carveout.gui.application import Desk

PATIENCE = 60_000


@pytest.fixture
def dialog(desk: Desk, matter_file: Path) -> PaperDialog:
    """The dialog, as the menu opens it."""
    desk.open(matter_file)
    desk.window.menus.actions["export_as"].trigger()
    found = desk.window.findChild(PaperDialog)
    assert isinstance(found, PaperDialog)
    return found


def field_of(dialog: PaperDialog) -> QLineEdit:
    found = dialog.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def test_every_kind_is_a_paper_that_can_end_so() -> None:
    for paper, ending in KINDS.values():
        check(paper, ending)


def turn_to(dialog: PaperDialog, paper: Paper) -> None:
    """Go down the list of kinds with the keyboard to the first that is a paper."""
    combo = dialog.findChild(QComboBox, "fileTypeCombo")
    assert isinstance(combo, QComboBox)
    combo.setFocus()
    while KINDS[dialog.selectedNameFilter()][0] is not paper:
        QTest.keyClick(combo, Qt.Key.Key_Down)


def test_the_name_goes_with_the_kind_until_one_is_typed(dialog: PaperDialog) -> None:
    assert field_of(dialog).text() == "deal - memo.docx"
    turn_to(dialog, Paper.ISSUES)
    assert field_of(dialog).text() == "deal - issues.xlsx"
    field_of(dialog).setText("for Monday")
    turn_to(dialog, Paper.CLAUSES)
    assert field_of(dialog).text() == "for Monday"


def test_the_chosen_paper_is_written_and_told(desk: Desk, dialog: PaperDialog, matter_file: Path, qtbot: QtBot) -> None:
    turn_to(dialog, Paper.ANNOTATIONS)
    field_of(dialog).setText("notes")
    QTest.keyClick(field_of(dialog), Qt.Key.Key_Return)
    qtbot.waitUntil(desk.window.notice.isVisible, timeout=PATIENCE)
    assert desk.window.notice.text.text() == "It is written to “notes.jsonld”."
    assert matter_file.with_name("notes.jsonld").read_bytes().startswith(b"{")


def test_a_name_that_the_paper_cant_have_is_refused(desk: Desk, matter_file: Path) -> None:
    desk.open(matter_file)
    before = matter_file.read_bytes()
    desk.window.handing_in.export_as(matter_file, Paper.ISSUES)
    assert desk.window.notice.text.text() == (
        "The paper “issues” can't end in “.carveout”: choose a name that ends in .xlsx or .csv."
    )
    assert matter_file.read_bytes() == before
