from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from carveout.gui.memo_sheet.sheet import MemoSheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from carveout.gui.application import Desk

PATIENCE = 60_000


class PdfReader(QObject):
    """The program that the system opens PDFs with."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Path] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.shown.append(Path(url.toLocalFile()))


@pytest.fixture(autouse=True)
def reader() -> Iterator[PdfReader]:
    """Open nothing with the programs of this machine."""
    opened = PdfReader()
    QDesktopServices.setUrlHandler("file", opened, "show")  # type: ignore[arg-type]  # the stubs ask for bytes, Qt for this
    yield opened
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def export(desk: Desk, matter_file: Path, qtbot: QtBot) -> Callable[[Path], None]:
    """Write the memo of the deal, and wait until the window has told of it."""

    def write(target: Path) -> None:
        desk.open(matter_file)
        desk.window.handing_in.export(target)
        qtbot.waitUntil(desk.window.notice.isVisible, timeout=PATIENCE)

    return write


def test_the_memo_is_opened_when_it_is_written_and_again_on_demand(
    desk: Desk, export: Callable[[Path], None], reader: PdfReader, tmp_path: Path
) -> None:
    memo = tmp_path / "the memo; final & <signed>.pdf"
    export(memo)
    assert reader.shown == [memo]
    assert desk.window.notice.text.text() == "The memo is in “the memo; final & <signed>.pdf”."
    assert not desk.window.writing_work.isVisible()
    desk.window.notice.way_on.click()
    assert reader.shown == [memo, memo]


@pytest.mark.parametrize("name", ["deal.carveout", "agreement.txt", "memo"])
def test_a_memo_never_takes_the_place_of_what_is_no_pdf(
    desk: Desk, export: Callable[[Path], None], reader: PdfReader, matter_file: Path, name: str
) -> None:
    before = matter_file.read_bytes()
    export(matter_file.with_name(name))
    assert (
        desk.window.notice.text.text() == f"The memo is a PDF, which “{name}” isn't; choose a name that ends in .pdf."
    )
    assert matter_file.read_bytes() == before
    assert reader.shown == []


def test_a_memo_that_cannot_be_written_is_told_and_work_goes_on(
    desk: Desk, export: Callable[[Path], None], reader: PdfReader, tmp_path: Path
) -> None:
    export(tmp_path / "nowhere" / "memo.pdf")
    assert "The folder for “memo.pdf” is not there" in desk.window.notice.text.text()
    assert reader.shown == []
    assert desk.session.writable


def test_the_sheet_and_then_enter_ask_for_a_file_beside_the_matter_and_add_the_suffix(
    desk: Desk, matter_file: Path, reader: PdfReader, qtbot: QtBot
) -> None:
    desk.open(matter_file)
    desk.window.menus.actions["export"].trigger()
    sheet = desk.window.findChild(MemoSheet)
    assert sheet is not None
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    dialog = sheet.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.directory().absolutePath() == str(matter_file.parent)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    assert field.text() == "deal - memo.pdf"
    field.setText("final")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(desk.window.notice.isVisible, timeout=PATIENCE)
    assert reader.shown == [matter_file.with_name("final.pdf")]
    assert not desk.window.findChildren(MemoSheet)


def test_an_export_goes_on_while_another_file_is_opened_and_has_its_own_cancel(
    desk: Desk, matter_file: Path, agreement: Path, tmp_path: Path
) -> None:
    desk.open(matter_file)
    desk.window.handing_in.export(tmp_path / "memo.pdf")
    desk.open(agreement)
    assert desk.window.writing_work.isVisible()
    assert desk.window.reading_work.isVisible()
    desk.window.reading_work.cancel.click()
    assert desk.window.writing_work.isVisible()
    assert not desk.window.reading_work.isVisible()
    desk.window.writing_work.cancel.click()
    assert not desk.window.writing_work.isVisible()
    assert not (tmp_path / "memo.pdf").exists()


def test_closing_the_window_ends_the_export(desk: Desk, matter_file: Path, tmp_path: Path, qtbot: QtBot) -> None:
    desk.open(matter_file)
    desk.window.handing_in.export(tmp_path / "memo.pdf")
    with qtbot.waitSignal(desk.window.handing_in.exporting.ended, timeout=PATIENCE):
        desk.window.close()
    assert not list(tmp_path.glob("*.pdf"))
