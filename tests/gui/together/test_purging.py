"""Purging in the window: asked once, and then no byte of it is left on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.gui.folders import backups_folder
from carveout.gui.together.sheets import PurgeSheet
from carveout.review.anchoring import on_clause
from carveout.review.annotation import AnnotationKind
from carveout.store.backup import back_up, shelf_of
from carveout.store.matter import open_matter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from carveout.gui.application import Desk

    Press = Callable[[QWidget, str], None]

CANARY = "canary-7f3a91"


def sheet_of(desk: Desk) -> PurgeSheet:
    """Return the sheet that asks."""
    return next(sheet for sheet in desk.window.findChildren(PurgeSheet) if sheet.isVisible())


def holding(*folders: Path) -> list[Path]:
    """Return every file below some folders that holds the canary."""
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if CANARY.encode() in path.read_bytes()]


def note(desk: Desk, words: str, clause: int = 9) -> str:
    """Write a note."""
    assert desk.session.reading is not None
    made = desk.session.annotate(AnnotationKind.NOTE, on_clause(desk.session.reading, clause), words)
    assert made is not None
    return made


def test_what_is_purged_is_in_no_file_of_this_machine(
    desk: Desk,
    bring: Callable[[Path], None],
    matter_file: Path,
    tmp_path: Path,
    own_home: Path,
    press: Press,
    qtbot: QtBot,
) -> None:
    bring(matter_file)
    kept = note(desk, "stays")
    gone = note(desk, f"{CANARY} said in anger")
    desk.session.reply(gone, f"and {CANARY} in reply")
    matter = desk.session.matter
    assert matter is not None
    desk.window.papers.backups.stop()
    assert back_up(matter, backups_folder()) is not None
    desk.session.revise(gone, comment=f"{CANARY} said better")
    assert holding(tmp_path, own_home)
    desk.session.withdraw(gone)
    desk.window.together.purging.purge_withdrawn()
    sheet = sheet_of(desk)
    assert sheet.windowTitle() == "Purge 1 withdrawn note?"
    assert "backups on this machine" in sheet.lead.text()
    press(sheet, "Purge")
    shelf = shelf_of(matter_file, backups_folder())
    told = "Purged 1 note from “deal.carveout” and its backups."
    qtbot.waitUntil(lambda: desk.window.notice.text.text() == told)
    qtbot.waitUntil(lambda: any(shelf.glob("2*.carveout")), timeout=30_000)
    desk.session.lay(None)
    assert not holding(tmp_path, own_home)
    with open_matter(matter_file, read_only=True) as again:
        assert list(again.review.annotations) == [kept]


def test_purging_asks_and_cancel_leaves_everything(
    desk: Desk, bring: Callable[[Path], None], matter_file: Path
) -> None:
    bring(matter_file)
    made = note(desk, "stays")
    desk.place.go(9)
    desk.window.together.purging.purge_note()
    sheet = sheet_of(desk)
    assert sheet.windowTitle() == "Purge this note?"
    sheet.reject()
    assert made in desk.session.review.annotations


def test_a_note_at_hand_is_purged_with_what_could_be_undone(
    desk: Desk, bring: Callable[[Path], None], matter_file: Path, press: Press, qtbot: QtBot
) -> None:
    bring(matter_file)
    note(desk, "goes")
    desk.place.go(9)
    desk.window.together.purging.purge_note()
    press(sheet_of(desk), "Purge")
    assert not desk.session.review.annotations
    assert desk.session.undoable is None
    told = "Purged 1 note from “deal.carveout” and its backups."
    qtbot.waitUntil(lambda: desk.window.notice.text.text() == told)


def test_where_it_is_not_clear_which_note_is_meant_none_goes(
    desk: Desk, bring: Callable[[Path], None], matter_file: Path
) -> None:
    bring(matter_file)
    note(desk, "one")
    note(desk, "two")
    desk.place.go(9)
    desk.window.together.purging.purge_note()
    assert desk.window.notice.text.text().startswith("Which note?")
    assert not desk.window.findChildren(PurgeSheet)
