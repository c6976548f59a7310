"""The preview in the real window: made in a child, shown before anything is written, made anew, cancelled, printed."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from shiboken6 import isValid

from carveout.cli.handing_in import hand_in
from carveout.gui.child import Child
from carveout.gui.memo_sheet.command import command_for
from carveout.gui.memo_sheet.sheet import MemoSheet
from carveout.gui.preview.beside import Beside
from carveout.gui.preview.making import Making

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from carveout.gui.preview.pane import Preview

PATIENCE = 60_000


def sheet_of(preview: Preview) -> MemoSheet:
    sheet = preview.window()
    assert isinstance(sheet, MemoSheet)
    return sheet


def beside(preview: Preview) -> Beside:
    found = sheet_of(preview).findChild(Beside)
    assert found is not None
    return found


def first_of(pdf: bytes, count: int) -> bytes:
    writer = pypdf.PdfWriter()
    writer.append(BytesIO(pdf), pages=(0, count))
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def words(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)


def test_the_memo_is_shown_before_anything_is_written_and_follows_the_settings(
    preview: Preview, matter_file: Path, qtbot: QtBot
) -> None:
    assert preview.work.isVisible()
    assert not beside(preview).print.isEnabled()
    qtbot.waitUntil(lambda: bool(preview.pdf), timeout=PATIENCE)
    assert not preview.work.isVisible()
    assert preview.pages.count == len(pypdf.PdfReader(BytesIO(preview.pdf)).pages)
    assert beside(preview).print.isEnabled()
    sheet_of(preview).settings.lines[0].selectAll()
    QTest.keyClicks(sheet_of(preview).settings.lines[0], "The Buyer")
    assert not preview.pdf
    assert preview.pages.count
    qtbot.waitUntil(lambda: bool(preview.pdf), timeout=PATIENCE)
    assert "The Buyer" in words(preview.pdf)
    assert [path.name for path in matter_file.parent.iterdir() if path.suffix not in {".carveout", ".lock"}] == []


def test_its_first_pages_are_shown_while_the_others_are_made(preview: Preview, pdf: bytes) -> None:
    making = beside(preview).findChild(Making)
    assert making is not None
    making.begun.emit(pdf)
    assert preview.pages.count == 9
    assert preview.work.isVisible()
    assert not preview.pdf
    assert not beside(preview).print.isEnabled()


def test_the_first_pages_leave_a_reader_alone_who_is_further_on(preview: Preview, pdf: bytes) -> None:
    making = beside(preview).findChild(Making)
    assert making is not None
    making.begun.emit(pdf)
    preview.pages.go(9)
    making.begun.emit(first_of(pdf, 3))
    assert (preview.pages.count, preview.pages.page) == (9, 9)


def test_what_is_shown_is_what_is_written_byte_for_byte(
    preview: Preview, matter_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(preview.pdf), timeout=PATIENCE)
    target = tmp_path / "written.pdf"
    _, *wishes = command_for(sheet_of(preview).instructions())
    assert hand_in([*wishes, str(matter_file), "-o", str(target)]) == 0
    assert target.read_bytes() == preview.pdf


def test_where_there_is_no_printer_it_says_so(preview: Preview, qtbot: QtBot) -> None:
    if QPrinterInfo.availablePrinterNames():
        pytest.skip("there is a printer")
    qtbot.waitUntil(lambda: bool(preview.pdf), timeout=PATIENCE)
    QTest.mouseClick(beside(preview).print, Qt.MouseButton.LeftButton)
    assert preview.told.text().startswith("No printer is set up here.")
    assert preview.pages.count


def test_it_is_cancelled_at_once_and_made_again_when_asked(preview: Preview, qtbot: QtBot) -> None:
    QTest.mouseClick(preview.work.cancel, Qt.MouseButton.LeftButton)
    assert not preview.work.isVisible()
    assert preview.told.text() == "The preview was cancelled. The memo can be saved all the same."
    QTest.mouseClick(preview.again, Qt.MouseButton.LeftButton)
    assert preview.told.isHidden()
    qtbot.waitUntil(lambda: bool(preview.pdf), timeout=PATIENCE)


def test_without_a_part_it_says_what_to_do(preview: Preview) -> None:
    for box in sheet_of(preview).settings.parts.boxes.values():
        box.click()
    assert preview.told.text() == "Choose at least one part to see the memo."
    assert not preview.work.isVisible()


def test_what_cannot_be_made_is_told(preview: Preview, matter_file: Path, qtbot: QtBot) -> None:
    matter_file.unlink()
    QTest.keyClicks(sheet_of(preview).settings.lines[0], "x")
    qtbot.waitUntil(preview.told.isVisible, timeout=PATIENCE)
    assert preview.told.text().endswith(".")
    assert preview.again.isVisible()


def test_closing_the_sheet_ends_what_is_under_way(preview: Preview, qtbot: QtBot) -> None:
    sheet = sheet_of(preview)
    qtbot.waitUntil(lambda: bool(sheet.findChildren(Child)))
    (child,) = sheet.findChildren(Child)
    sheet.reject()
    qtbot.waitUntil(lambda: not isValid(sheet) and not isValid(child))


@pytest.mark.parametrize(("first", "last", "count"), [(0, 0, 9), (2, 4, 3)])
def test_the_pages_that_are_asked_for_are_printed(
    preview: Preview, pdf: bytes, tmp_path: Path, qtbot: QtBot, first: int, last: int, count: int
) -> None:
    preview.pdf = pdf
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    if first:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(first, last)
    beside(preview).print_on(printer)
    assert preview.work.isVisible()
    qtbot.waitUntil(lambda: preview.told.text() == "The memo went to the printer.", timeout=PATIENCE)
    assert len(pypdf.PdfReader(tmp_path / "printed.pdf").pages) == count
    assert not preview.work.isVisible()


def test_printing_is_cancelled(preview: Preview, pdf: bytes, tmp_path: Path, qtbot: QtBot) -> None:
    preview.pdf = pdf
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    beside(preview).print_on(printer)
    QTest.mouseClick(preview.work.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not preview.work.isVisible())
    assert preview.told.isHidden()
