"""Exporting another paper from the window: which, under what name, and what is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

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


def test_the_name_goes_with_the_kind_until_one_is_typed(dialog: PaperDialog) -> None:
    assert field_of(dialog).text() == "deal - memo.docx"
    kinds = list(KINDS)
    dialog.selectNameFilter(kinds[2])
    dialog.filterSelected.emit(kinds[2])
    assert field_of(dialog).text() == "deal - issues.xlsx"
    field_of(dialog).setText("for Monday.csv")
    dialog.filterSelected.emit(kinds[3])
    assert field_of(dialog).text() == "for Monday.csv"


def test_the_chosen_paper_is_written_and_told(desk: Desk, dialog: PaperDialog, matter_file: Path, qtbot: QtBot) -> None:
    kind = next(kind for kind, (paper, _) in KINDS.items() if paper is Paper.ANNOTATIONS)
    dialog.selectNameFilter(kind)
    dialog.filterSelected.emit(kind)
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
