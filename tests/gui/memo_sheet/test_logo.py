"""The logo of the memo: chosen, seen, refused with a sentence, taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from carveout.gui.folders import letterhead_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carveout.gui.memo_sheet.sheet import MemoSheet


def choose(sheet: MemoSheet, path: Path, press: Callable[[QWidget, str], None]) -> None:
    """Press the button, and name a file in the dialog that it shows."""
    press(sheet, "C&hoose…")
    dialog = sheet.findChild(QFileDialog)
    assert dialog is not None
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText(str(path))
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_chosen_logo_is_seen_as_it_will_be_printed(
    show: Callable[[], MemoSheet], picture: Path, press: Callable[[QWidget, str], None]
) -> None:
    sheet = show()
    choose(sheet, picture, press)
    assert sheet.instructions().logo == picture.read_bytes()
    glimpse = sheet.settings.logo.glimpse
    assert glimpse.isVisible()
    shown = glimpse.pixmap().toImage()
    assert (shown.width(), shown.height()) == (102, 34)
    seen = shown.pixelColor(QPoint(50, 17))
    assert all(
        abs(one - half) < 4 for one, half in zip((seen.red(), seen.green(), seen.blue()), (143, 175, 197), strict=True)
    )


def test_a_logo_is_taken_away(
    show: Callable[[], MemoSheet], picture: Path, press: Callable[[QWidget, str], None]
) -> None:
    sheet = show()
    choose(sheet, picture, press)
    press(sheet, "&Remove")
    assert sheet.instructions().logo == b""
    assert not sheet.settings.logo.glimpse.isVisible()
    assert sheet.focusWidget() is sheet.settings.logo.choose


def test_what_is_no_picture_is_told_in_sight_and_the_logo_before_it_stays(
    show: Callable[[], MemoSheet], picture: Path, tmp_path: Path, press: Callable[[QWidget, str], None]
) -> None:
    sheet = show()
    choose(sheet, picture, press)
    other = tmp_path / "other.png"
    other.write_bytes(b"no picture")
    choose(sheet, other, press)
    told = sheet.settings.logo.told
    assert told.text() == (
        "The logo “other.png” can't be used: it is no PNG or JPEG that can be decoded; choose another picture."
    )
    assert not told.visibleRegion().isEmpty()
    assert sheet.instructions().logo == picture.read_bytes()


def test_a_logo_that_is_gone_since_is_told_when_the_next_memo_is_asked_for(
    show: Callable[[], MemoSheet], picture: Path, press: Callable[[QWidget, str], None]
) -> None:
    sheet = show()
    choose(sheet, picture, press)
    sheet.keep()
    sheet.close()
    (letterhead_folder() / "logo").unlink()
    again = show()
    assert again.instructions().logo == b""
    assert again.settings.logo.told.isVisible()
    assert again.settings.logo.told.text().endswith("choose it again.")
