from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from carveout.gui.errand import NAME
from carveout.gui.exporting import Exporting
from carveout.gui.folders import backups_folder
from carveout.gui.passphrases import NewPassphraseSheet, PassphraseSheet
from carveout.gui.preview.pane import Preview
from carveout.gui.rewriting import RewritingSheet
from carveout.review.mark import State
from carveout.store.passphrase import can_protect, is_protected

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from carveout.gui.application import Desk

pytestmark = pytest.mark.skipif(not can_protect(), reason="SQLCipher is not installed")

WORDS = "two words or more"
PATIENCE = 30_000


@pytest.fixture
def protected(desk: Desk, matter_file: Path, qtbot: QtBot) -> Path:
    """The path of a matter that was protected on the desk and put away."""
    desk.open(matter_file)
    desk.session.mark(3, State.READ)
    desk.window.menus.actions["protect"].trigger()
    sheet = desk.window.findChild(NewPassphraseSheet)
    assert sheet is not None
    QTest.keyClicks(sheet.field, WORDS)
    assert not sheet.protect.isEnabled()
    QTest.keyClicks(sheet.again, WORDS)
    QTest.keyClick(sheet.again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "is protected" in desk.window.notice.text.text(), timeout=PATIENCE)
    return matter_file


def sheets(desk: Desk) -> list[PassphraseSheet]:
    return desk.window.findChildren(PassphraseSheet)


def asked(desk: Desk) -> PassphraseSheet:
    (sheet,) = (one for one in sheets(desk) if one.isVisible())
    return sheet


def answer(sheet: PassphraseSheet, passphrase: str) -> None:
    sheet.field.clear()
    QTest.keyClicks(sheet.field, passphrase)
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)


def test_a_matter_is_protected_where_it_lies_and_worked_on(desk: Desk, protected: Path, qtbot: QtBot) -> None:
    assert is_protected(protected)
    assert desk.session.review.marks.keys() == {3}
    assert not desk.window.menus.actions["protect"].isEnabled()
    assert desk.session.mark(4, State.READ)
    desk.window.papers.close_matter()
    kept = backups_folder()
    qtbot.waitUntil(lambda: len(list(kept.glob("*/[!.]*.carveout"))) == 2, timeout=PATIENCE)
    assert all(is_protected(backup) for backup in kept.glob("*/[!.]*.carveout"))


def test_it_is_opened_by_its_passphrase(desk: Desk, protected: Path, qtbot: QtBot) -> None:
    desk.window.papers.close_matter()
    desk.open(protected)
    assert desk.session.matter is None
    answer(asked(desk), "another")
    assert asked(desk).field.isReadOnly()
    qtbot.waitUntil(lambda: "2 tries left" in asked(desk).told.text(), timeout=PATIENCE)
    answer(asked(desk), WORDS)
    qtbot.waitUntil(lambda: desk.session.matter is not None, timeout=PATIENCE)
    assert desk.session.matter is not None
    assert desk.session.matter.path == protected
    assert desk.session.writable


def test_its_memo_is_previewed_without_a_file(desk: Desk, protected: Path, qtbot: QtBot) -> None:
    before = set(protected.parent.iterdir())
    desk.window.menus.actions["export"].trigger()
    preview = desk.window.findChild(Preview)
    assert preview is not None
    qtbot.waitUntil(lambda: bool(preview.pdf), timeout=PATIENCE)
    assert set(protected.parent.iterdir()) == before


def test_three_wrong_passphrases_close_the_sheet_and_say_what_to_do(desk: Desk, protected: Path, qtbot: QtBot) -> None:
    desk.window.papers.close_matter()
    desk.open(protected)
    for _ in range(3):
        answer(asked(desk), "another")
        qtbot.waitUntil(lambda: not any(s.isVisible() and s.field.isReadOnly() for s in sheets(desk)), timeout=PATIENCE)
    assert not any(sheet.isVisible() for sheet in sheets(desk))
    assert "three passphrases were wrong" in desk.window.notice.text.text()
    assert desk.session.matter is None


def test_what_works_beside_the_window_is_handed_the_key(
    desk: Desk, protected: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    memo, exporting = tmp_path / "memo.pdf", Exporting()
    assert desk.session.matter is not None
    with qtbot.waitSignal(exporting.exported, timeout=PATIENCE):
        exporting.export(protected, memo, desk.session.matter.key)
    assert memo.read_bytes().startswith(b"%PDF")
    assert is_protected(protected)


def test_protection_is_taken_away_again(desk: Desk, protected: Path, qtbot: QtBot) -> None:
    desk.window.menus.actions["unprotect"].trigger()
    qtbot.waitUntil(lambda: "not protected any more" in desk.window.notice.text.text(), timeout=PATIENCE)
    assert not is_protected(protected)
    assert desk.session.review.marks.keys() == {3}
    assert desk.window.menus.actions["protect"].isEnabled()


def test_nobody_works_on_it_while_it_is_written_anew(desk: Desk, protected: Path, qtbot: QtBot) -> None:
    desk.window.menus.actions["unprotect"].trigger()
    (sheet,) = (one for one in desk.window.findChildren(RewritingSheet) if one.isVisible())
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.isVisible()
    assert sheet.windowTitle() == f"Taking the protection of “{protected.name}” away"
    assert desk.session.matter is None
    qtbot.waitUntil(lambda: desk.session.matter is not None, timeout=PATIENCE)
    assert not any(one.isVisible() for one in desk.window.findChildren(RewritingSheet))


def test_a_matter_that_cannot_be_written_anew_comes_back_as_it_was(
    desk: Desk, protected: Path, qtbot: QtBot, full_disk: Callable[[], AbstractContextManager[None]]
) -> None:
    with full_disk():
        desk.window.menus.actions["unprotect"].trigger()
        qtbot.waitUntil(lambda: desk.session.matter is not None, timeout=PATIENCE)
    assert is_protected(protected)
    assert "full" in desk.window.notice.text.text()
    assert desk.session.review.marks.keys() == {3}


def test_a_passphrase_that_is_given_up_while_it_is_tried_opens_nothing(
    desk: Desk, protected: Path, qtbot: QtBot
) -> None:
    desk.window.papers.close_matter()
    desk.open(protected)
    sheet = asked(desk)
    answer(sheet, WORDS)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: NAME not in {thread.name for thread in threading.enumerate()}, timeout=PATIENCE)
    qtbot.wait(0)  # what it would say comes with the next turn
    assert desk.session.matter is None
