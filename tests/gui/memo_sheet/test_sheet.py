"""The sheet of the memo: what is asked for is what is written, and the keyboard goes all the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdf
import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from carveout.gui.folders import letterhead_folder
from carveout.gui.preview.pane import Preview
from carveout.memo.instructions import CLOSELY, Audience, Instructions, Part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from carveout.gui.application import Desk
    from carveout.gui.memo_sheet.sheet import MemoSheet

PATIENCE = 60_000
ALT = Qt.KeyboardModifier.AltModifier
NO_CLOSE_READING = "The close reading took longer than 2 minutes: split off the agreement and open that."


class Nobody(QObject):
    """Opens nothing."""

    @Slot(QUrl)
    def show(self, _url: QUrl) -> None:
        """Leave it."""


@pytest.fixture(autouse=True)
def _nothing_is_opened() -> Iterator[None]:
    nobody = Nobody()
    QDesktopServices.setUrlHandler("file", nobody, "show")  # type: ignore[arg-type]  # the stubs ask for bytes, Qt for this
    yield
    QDesktopServices.unsetUrlHandler("file")


def at_hand(sheet: MemoSheet) -> QWidget:
    found = sheet.focusWidget()
    assert found is not None
    return found


def save(sheet: MemoSheet, target: Path, qtbot: QtBot, desk: Desk) -> str:
    """Press Enter, name the file, and return what the memo says."""
    QTest.keyClick(at_hand(sheet), Qt.Key.Key_Return)
    dialog = sheet.findChild(QFileDialog)
    assert dialog is not None
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText(str(target))
    with qtbot.waitSignal(desk.window.handing_in.exporting.exported, timeout=PATIENCE):
        QTest.keyClick(field, Qt.Key.Key_Return)
    return " ".join(page.extract_text() for page in pypdf.PdfReader(target).pages)


def test_it_asks_for_the_whole_memo_for_the_firm_at_first(show: Callable[[], MemoSheet]) -> None:
    sheet = show()
    assert sheet.instructions() == Instructions()
    assert sheet.settings.audience.told.text() == "Everything is in it, the 2 internal notes too."
    assert sheet.save.text() == "&Save as PDF…"


def test_what_is_asked_for_by_keyboard_is_what_is_written(
    noted: Desk, show: Callable[[], MemoSheet], picture: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    sheet = show()
    QTest.keyClick(at_hand(sheet), Qt.Key.Key_Right)
    QTest.keyClick(sheet, Qt.Key.Key_T, ALT)
    QTest.keyClicks(at_hand(sheet), "The Buyer")
    QTest.keyClick(sheet, Qt.Key.Key_F, ALT)
    QTest.keyClicks(at_hand(sheet), "Hartley & Moss")
    QTest.keyClick(sheet, Qt.Key.Key_L, ALT)
    QTest.keyClick(at_hand(sheet), Qt.Key.Key_Delete)
    sheet.settings.parts.boxes[Part.ISSUES].setFocus()
    QTest.keyClick(at_hand(sheet), Qt.Key.Key_Space)
    sheet.settings.logo.take(picture)
    assert sheet.instructions() == Instructions(
        Audience.CLIENT, frozenset(Part) - {Part.ISSUES}, "Hartley & Moss", picture.read_bytes(), "The Buyer", ""
    )
    memo = save(sheet, tmp_path / "memo.pdf", qtbot, noted)
    assert any(pypdf.PdfReader(tmp_path / "memo.pdf").pages[0].images)
    assert "Hartley & Moss" in memo
    assert "The Buyer" in memo
    assert "PRIVILEGED" not in memo
    assert "Issues by severity" not in memo
    assert "Tell everybody." in memo
    assert "Tell nobody." not in memo


def test_a_memo_for_the_client_is_plain_to_see_before_it_is_written(
    show: Callable[[], MemoSheet], press: Callable[[QWidget, str], None], qtbot: QtBot
) -> None:
    sheet = show()
    with qtbot.waitSignal(sheet.changed) as heard:
        press(sheet, "&Client")
    assert heard.args == [sheet.instructions()]
    assert sheet.settings.audience.told.text() == (
        "Leaves out the 2 internal notes with what answers or links to them, "
        "and whom notes are given to, by when and under which tags."
    )
    assert sheet.save.text() == "&Save as PDF for the client…"
    QTest.keyClick(at_hand(sheet), Qt.Key.Key_Return)
    dialog = sheet.findChild(QFileDialog)
    assert dialog is not None
    assert [path.rpartition("/")[2] for path in dialog.selectedFiles()] == ["deal - memo for the client.pdf"]


def test_tab_goes_through_everything_and_esc_lets_it_go(show: Callable[[], MemoSheet], matter_file: Path) -> None:
    sheet = show()
    settings, buttons = sheet.settings, sheet.buttons.buttons()
    every = [settings.audience.choice.button("our firm"), settings.recipient, *settings.parts.boxes.values()]
    every += [settings.firm, settings.logo.choose, settings.legend, *buttons]
    preview = sheet.findChild(Preview)
    assert preview is not None
    met = [at_hand(sheet)]
    while len(met) < 40 and (len(met) == 1 or met[-1] is not met[0]):
        QTest.keyClick(at_hand(sheet), Qt.Key.Key_Tab)
        met.append(at_hand(sheet))
    beside = [position for position, widget in enumerate(met) if preview.isAncestorOf(widget)]
    assert beside == list(range(beside[0], beside[0] + len(beside)))
    assert met[beside[0] - 1] is settings.legend
    assert [widget for widget in met[:-1] if not preview.isAncestorOf(widget)] == [w for w in every if w.isEnabled()]
    QTest.keyClick(at_hand(sheet), Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert not list(matter_file.parent.glob("*.pdf"))


def test_without_a_part_there_is_nothing_to_save(
    show: Callable[[], MemoSheet], press: Callable[[QWidget, str], None]
) -> None:
    sheet = show()
    for box in sheet.settings.parts.boxes.values():
        box.click()
    assert sheet.instructions().parts == frozenset()
    assert not sheet.save.isEnabled()
    assert sheet.settings.parts.told.text() == "Choose at least one part."
    press(sheet, "Choose &all")
    assert sheet.instructions().parts == frozenset(Part)
    assert sheet.save.isEnabled()
    assert not sheet.settings.parts.told.isVisible()


def test_the_parts_of_a_close_reading_that_was_not_made_are_not_offered_and_it_says_why(
    noted: Desk, show: Callable[[], MemoSheet]
) -> None:
    sheet = show()
    noted.session.miss_close_reading(NO_CLOSE_READING)
    boxes = sheet.settings.parts.boxes
    assert {part for part, box in boxes.items() if not box.isEnabled()} == CLOSELY
    assert sheet.instructions().parts == frozenset(Part) - CLOSELY
    assert NO_CLOSE_READING in sheet.settings.parts.told.text()
    assert boxes[Part.REMEDIES].accessibleDescription() == NO_CLOSE_READING
    sheet.keep()
    noted.session.not_read_closely = ""
    assert show().instructions().parts == frozenset(Part)


def test_a_file_dialog_that_is_let_go_leads_back_to_the_sheet(noted: Desk, show: Callable[[], MemoSheet]) -> None:
    sheet = show()
    QTest.keyClick(at_hand(sheet), Qt.Key.Key_Return)
    dialog = sheet.findChild(QFileDialog)
    assert dialog is not None
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert sheet.isVisible()
    assert not noted.window.writing_work.isVisible()


def test_it_goes_when_another_matter_is_laid_on_the_desk(noted: Desk, show: Callable[[], MemoSheet]) -> None:
    sheet = show()
    noted.session.lay(None)
    assert not sheet.isVisible()


def test_the_preview_beside_it_gets_the_room_that_the_window_has(noted: Desk, show: Callable[[], MemoSheet]) -> None:
    sheet = show()
    preview = sheet.findChild(Preview)
    assert preview is not None
    assert sheet.width() > 0.9 * noted.window.width()
    assert preview.width() > 700
    assert preview.x() > sheet.settings.width()


@pytest.mark.parametrize("size", [(960, 600), (1280, 800), (1920, 1080)])
def test_it_fits_the_window(noted: Desk, show: Callable[[], MemoSheet], size: tuple[int, int]) -> None:
    noted.window.resize(*size)
    sheet = show()
    assert sheet.height() <= noted.window.height()
    assert sheet.width() <= noted.window.width()


def test_a_key_brings_a_line_in_sight_that_a_small_window_has_no_room_for(
    noted: Desk, show: Callable[[], MemoSheet]
) -> None:
    noted.window.resize(960, 600)
    sheet = show()
    QCoreApplication.sendPostedEvents()
    assert sheet.settings.legend.visibleRegion().isEmpty()
    QTest.keyClick(sheet, Qt.Key.Key_L, ALT)
    assert sheet.settings.legend.visibleRegion().boundingRect() == sheet.settings.legend.rect()


def test_a_logo_that_could_not_be_kept_is_told_with_the_memo_that_has_it(
    noted: Desk, show: Callable[[], MemoSheet], picture: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    letterhead_folder().parent.mkdir(parents=True, exist_ok=True)
    letterhead_folder().write_bytes(b"in the way")
    sheet = show()
    sheet.settings.logo.take(picture)
    save(sheet, tmp_path / "memo.pdf", qtbot, noted)
    assert noted.window.notice.text.text() == (
        "The memo is in “memo.pdf”. The logo could not be kept for the next memo."
    )
