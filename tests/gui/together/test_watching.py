"""A matter in a shared folder: what others put in its place, copies beside it, and what changed since."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication
from tests.gui.conftest import PATIENCE

from carveout.cli import main
from carveout.gui.together.sheets import ArrivalSheet, ChangesSheet
from carveout.review.mark import State
from carveout.store.matter import open_matter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from carveout.gui.application import Desk

    Press = Callable[[QWidget, str], None]
    Bring = Callable[[Path], None]


OTHER = "B. Sato"


def comments(desk: Desk) -> set[str]:
    """Return what the annotations of the matter on the desk say."""
    return {one.comment for one in desk.session.review.annotations.values()}


def told(desk: Desk) -> str:
    """Return what the notice says, empty where there is none."""
    return desk.window.notice.text.text() if desk.window.notice.isVisible() else ""


def test_a_file_that_was_replaced_is_taken_in_and_nothing_of_either_side_is_lost(
    together_desk: Desk, theirs: Path, matter_file: Path, press: Press, qtbot: QtBot
) -> None:
    arrived = theirs.with_name("arrived")
    shutil.copyfile(theirs, arrived)
    arrived.replace(matter_file)
    qtbot.waitUntil(lambda: "changed by another program" in told(together_desk), timeout=PATIENCE)
    press(together_desk.window.notice, "Take in")
    qtbot.waitUntil(lambda: told(together_desk) != "", timeout=PATIENCE)
    assert told(together_desk) == "Took in 3 changes by B. Sato. 1 conflict."
    assert "hers alone" in comments(together_desk)
    sides = {side.value.comment for one in together_desk.session.review.conflicts for side in one.sides}  # type: ignore[attr-defined]
    assert sides == {"as the other has it", "as it is here"}
    with open_matter(matter_file.with_name("deal 2.carveout"), read_only=True) as kept:
        assert {one.comment for one in kept.review.annotations.values()} == {"as it is here"}


def test_a_file_that_another_process_wrote_to_is_opened_again(
    together_desk: Desk, theirs: Path, matter_file: Path, press: Press, qtbot: QtBot
) -> None:
    assert main(["merge", str(matter_file), str(theirs), "--by", OTHER]) == 0
    qtbot.waitUntil(lambda: "changed by another program" in told(together_desk), timeout=PATIENCE)
    press(together_desk.window.notice, "Take in")
    qtbot.waitUntil(lambda: told(together_desk) != "", timeout=PATIENCE)
    assert told(together_desk) == "Took in 3 changes by B. Sato. 1 conflict."
    assert len(together_desk.session.review.conflicts) == 1
    assert not matter_file.with_name("deal 2.carveout").exists()


def test_ones_own_saving_is_nobody_elses_change(together_desk: Desk, qtbot: QtBot) -> None:
    together_desk.session.revise("1" * 32, comment="again")
    with qtbot.waitSignal(together_desk.window.together.watching.looked, timeout=PATIENCE):
        pass
    assert "changed by another program" not in told(together_desk)


def test_a_copy_that_a_syncing_program_left_is_offered(
    together_desk: Desk, theirs: Path, press: Press, qtbot: QtBot
) -> None:
    shutil.copyfile(theirs, theirs.with_name("deal (B's conflicted copy 2026-03-02).carveout"))
    qtbot.waitUntil(lambda: "is another copy of this matter" in told(together_desk), timeout=PATIENCE)
    with qtbot.waitSignal(together_desk.window.together.taking_in.copies.read, timeout=PATIENCE):
        press(together_desk.window.notice, "Merge it…")
    (sheet,) = together_desk.window.findChildren(ArrivalSheet)
    sheet.reject()


def test_a_copy_beside_the_file_is_offered_even_where_one_before_it_brings_nothing(
    together_desk: Desk, theirs: Path, matter_file: Path, qtbot: QtBot
) -> None:
    shutil.copyfile(matter_file, theirs.with_name("deal (1).carveout"))
    theirs.with_name("deal (2).carveout").write_bytes(b"SQLite format 3\0 and no more")
    shutil.copyfile(theirs, theirs.with_name("deal (3).carveout"))
    qtbot.waitUntil(lambda: "“deal (3).carveout” is another copy" in told(together_desk), timeout=PATIENCE)


def test_what_came_since_one_last_looked_is_told_listed_and_copied(
    together_desk: Desk, matter_file: Path, bring: Bring, press: Press
) -> None:
    desk, papers = together_desk, together_desk.window.papers
    papers.close_matter()
    desk.session.author = "B. Sato"
    bring(matter_file)
    assert told(desk) == ""
    papers.close_matter()
    desk.session.author = "A. Reader"
    bring(matter_file)
    desk.session.mark(8, State.CLEARED)
    desk.session.revise("1" * 32, comment="once more")
    papers.close_matter()
    desk.session.author = "B. Sato"
    bring(matter_file)
    assert told(desk) == "2 changes by A. Reader since you last looked."
    press(desk.window.notice, "Show")
    (sheet,) = desk.window.findChildren(ChangesSheet)
    assert sheet.list.item(0).text().startswith("Mark 3.1 cleared — A. Reader, ")
    sheet.copy.click()
    assert "Revise issue on 3.2 — A. Reader" in QApplication.clipboard().text()
    sheet.list.itemActivated.emit(sheet.list.item(0))
    assert desk.place.clause == 8
