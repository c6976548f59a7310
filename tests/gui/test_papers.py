"""What comes to the desk and leaves it; tests/gui/story tells what happens with files and disks that are no good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from carveout.review.anchoring import on_clause
from carveout.review.annotation import AnnotationKind
from carveout.review.mark import State, Verdict
from carveout.store.matter import create_matter, open_matter

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from carveout.agreement.reading import Reading
    from carveout.gui.application import Desk

PATIENCE = 30_000


def told(desk: Desk) -> str:
    """Return the notice that the window shows, empty where it shows none."""
    return desk.window.notice.text.text() if desk.window.notice.isVisible() else ""


def take_way_on(desk: Desk) -> None:
    assert desk.window.notice.way_on.isVisible()
    desk.window.notice.way_on.click()


def write_note(desk: Desk, words: str, clause: int = 9) -> None:
    """Write a note on a clause, and neither save it nor give it up."""
    assert desk.session.reading is not None
    desk.window.inspector.begin(AnnotationKind.NOTE, on_clause(desk.session.reading, clause))
    field = next(f for f in desk.window.inspector.findChildren(QPlainTextEdit, "commentField") if f.isVisible())
    QTest.keyClicks(field, words)


def comments_in(path: Path) -> list[str]:
    with open_matter(path, read_only=True) as matter:
        return [annotation.comment for annotation in matter.review.annotations.values()]


def test_the_sample_goes_to_the_documents(desk: Desk, own_home: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.session.opened, timeout=PATIENCE):
        desk.window.papers.open_sample()
    assert desk.session.matter is not None
    assert desk.session.matter.path.parent == own_home / "Documents" / "Carveout"
    assert desk.session.writable


def test_a_name_is_shown_letter_by_letter_and_never_widens_the_window(
    desk: Desk, agreement: Path, bring: Callable[[Path], None]
) -> None:
    odd = agreement.rename(agreement.with_name(f"<b>A&B<b>{'x' * 220}.txt"))
    bring(odd)
    desk.window.papers.close_matter()
    (button,) = desk.window.start.recent
    assert "<b>A&&B<b>xxx" in button.text()
    odd.unlink()
    desk.open(odd.with_suffix(".carveout.txt"))
    assert desk.window.width() == 1280


def test_closing_the_matter_clears_the_desk_and_lets_go_of_the_file(desk: Desk, matter_file: Path) -> None:
    desk.open(matter_file)
    desk.window.papers.close_matter()
    assert desk.session.matter is None
    assert desk.place.clause is None
    assert desk.window.start.isVisible()
    assert [path.name for path in matter_file.parent.iterdir()] == ["deal.carveout"]


def test_closing_the_window_ends_the_reading(desk: Desk, agreement: Path, qtbot: QtBot) -> None:
    desk.open(agreement)
    with qtbot.waitSignal(desk.window.papers.opening.ended, timeout=PATIENCE):
        desk.window.close()
    assert [path.name for path in agreement.parent.iterdir()] == ["agreement.txt"]


def test_a_reading_is_cancelled_from_its_bar_and_leaves_what_is_open(
    desk: Desk, matter_file: Path, agreement: Path
) -> None:
    desk.open(matter_file)
    desk.open(agreement)
    assert desk.window.reading_work.isVisible()
    desk.window.reading_work.cancel.click()
    assert not desk.window.reading_work.isVisible()
    assert desk.session.matter is not None
    assert desk.session.matter.path == matter_file


def test_what_is_written_and_not_saved_is_saved_when_the_matter_leaves(
    desk: Desk, matter_file: Path, agreement: Path, bring: Callable[[Path], None]
) -> None:
    desk.open(matter_file)
    write_note(desk, "before another file")
    bring(agreement)
    desk.open(matter_file)
    write_note(desk, "before the desk is cleared")
    desk.window.papers.close_matter()
    desk.open(matter_file)
    write_note(desk, "before the window closes")
    desk.window.close()
    assert comments_in(matter_file) == ["before another file", "before the desk is cleared", "before the window closes"]


def test_a_chosen_verdict_is_saved_when_the_window_closes(desk: Desk, matter_file: Path, reading: Reading) -> None:
    desk.open(matter_file)
    desk.window.workspaces.show_carveouts()
    table = desk.window.workspaces.carveouts.every.table
    QTest.keyClick(table, Qt.Key.Key_S)
    QTest.keyClicks(desk.window.focusWidget(), "not ours")
    desk.window.close()
    with open_matter(matter_file, read_only=True) as matter:
        decision = matter.review.decisions[reading.carveouts[0].span]
    assert (decision.verdict, decision.reason) == (Verdict.STRIKE, "not ours")


def test_what_a_full_disk_refuses_holds_the_window_open_until_it_is_given_up(
    desk: Desk, matter_file: Path, full_disk: Callable[[], AbstractContextManager[None]]
) -> None:
    desk.open(matter_file)
    write_note(desk, "a note without room")
    with full_disk():
        desk.window.close()
        assert desk.window.isVisible()
        assert told(desk).startswith("The disk is full, so this was not saved in “deal.carveout”")
        assert told(desk).endswith("What you wrote is still here.")
        assert desk.session.matter is not None
        take_way_on(desk)
        assert not desk.window.isVisible()
    assert comments_in(matter_file) == []


def test_what_a_full_disk_refuses_stays_when_another_file_is_opened_until_it_is_given_up(
    desk: Desk, matter_file: Path, reading: Reading, full_disk: Callable[[], AbstractContextManager[None]]
) -> None:
    other = matter_file.with_name("other.carveout")
    create_matter(other, reading, reading.text.encode()).close()
    desk.open(matter_file)
    write_note(desk, "a note without room")
    with full_disk():
        desk.open(other)
        assert desk.session.matter is not None
        assert desk.session.matter.path == matter_file
        take_way_on(desk)
        assert desk.session.matter.path == other


def test_the_day_s_work_is_backed_up_when_the_matter_is_put_away(
    desk: Desk, matter_file: Path, own_home: Path, qtbot: QtBot
) -> None:
    desk.open(matter_file)
    desk.session.mark(9, State.CLEARED)
    desk.window.papers.close_matter()
    qtbot.waitUntil(lambda: any(own_home.rglob("backups/*/[!.]*.carveout")), timeout=PATIENCE)
    (backup,) = own_home.rglob("backups/*/[!.]*.carveout")
    with open_matter(backup, read_only=True) as kept:
        assert kept.review.marks[9][0].state is State.CLEARED


def test_a_backup_is_made_while_somebody_works(desk: Desk, matter_file: Path, own_home: Path, qtbot: QtBot) -> None:
    desk.open(matter_file)
    backups = desk.window.papers._backups
    backups.due.setInterval(1)
    desk.session.mark(1, State.READ)
    qtbot.waitUntil(lambda: any(own_home.rglob("backups/*/[!.]*.carveout")), timeout=PATIENCE)
    (backup,) = own_home.rglob("backups/*/[!.]*.carveout")
    with open_matter(backup, read_only=True) as kept:
        assert kept.review.marks.keys() == {1}
    desk.session.mark(2, State.READ)
    desk.window.papers.close_matter()
    assert not backups.due.isActive()


def test_a_backup_that_cannot_be_made_is_told(desk: Desk, matter_file: Path, own_home: Path, qtbot: QtBot) -> None:
    desk.open(matter_file)
    backups = next(iter(own_home.rglob("Carveout")), own_home / "Carveout") / "Carveout" / "backups"
    backups.parent.mkdir(parents=True, exist_ok=True)
    backups.write_bytes(b"in the way")
    with qtbot.waitSignal(desk.window.papers._backups.failed, timeout=PATIENCE):
        desk.window.papers._backups.make()
    assert told(desk).startswith("No backup could be made: ")
