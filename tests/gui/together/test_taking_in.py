"""Merging a copy in the window: shown before it is taken, told after, one step to undo."""

from __future__ import annotations

import datetime as dt
import hashlib
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from tests.gui.conftest import PATIENCE

from carveout.agreement.read import read
from carveout.gui.errand import NAME as ERRAND
from carveout.gui.together.conflict_cards import ConflictCard
from carveout.gui.together.sheets import ChangesSheet
from carveout.review.anchoring import on_clause
from carveout.review.annotation import AnnotationKind
from carveout.review.disputed import in_words, side_in_words
from carveout.review.edits import Decide, Rank
from carveout.review.log import Role, sealed
from carveout.review.mark import Decision, Verdict
from carveout.review.ranking import in_own_order, moved
from carveout.store.matter import create_matter, open_matter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from carveout.gui.application import Desk
    from carveout.gui.together.sheets import ArrivalSheet
    from carveout.review.edits import Edit
    from carveout.store.matter import Matter

    Press = Callable[[QWidget, str], None]
    Shown = Callable[[], ArrivalSheet]
    Offer = Callable[[Path], ArrivalSheet]
    Merge = Callable[[Path], None]


ISSUE = "1" * 32


def comments(desk: Desk) -> set[str]:
    """Return what the annotations of the matter on the desk say."""
    return {one.comment for one in desk.session.review.annotations.values()}


def test_what_comes_is_shown_before_anything_is_taken(together_desk: Desk, theirs: Path, offer: Offer) -> None:
    before = together_desk.session.review
    sheet = offer(theirs)
    assert "3 changes by B. Sato. 1 conflict." in sheet.lead.text()
    assert "B. Sato: 2 issues and 1 mark." in sheet.lead.text()
    rows = [sheet.list.item(row).text() for row in range(sheet.list.count())]
    assert rows[0] == "Conflict: issue on 3.2, the words: B. Sato and A. Reader"
    assert [row.partition(" — ")[0] for row in rows[1:]] == [
        "Revise issue on 3.2",
        "Raise issue on 3.4",
        "Mark 3.1 cleared",
    ]
    sheet.reject()
    assert together_desk.session.review == before


def test_a_merge_is_told_and_is_one_step_to_undo(together_desk: Desk, theirs: Path, merge: Merge) -> None:
    before, held = together_desk.session.review, hashlib.sha256(theirs.read_bytes()).digest()
    merge(theirs)
    notice = together_desk.window.notice
    assert notice.text.text() == "Merged 3 changes by B. Sato. 1 conflict."
    assert "hers alone" in comments(together_desk)
    assert hashlib.sha256(theirs.read_bytes()).digest() == held
    together_desk.session.undo()
    assert together_desk.session.review == before


def test_what_a_merge_brought_is_among_the_changes_since_she_last_looked(
    together_desk: Desk, theirs: Path, merge: Merge
) -> None:
    merge(theirs)
    together_desk.window.menus.actions["changes_since"].trigger()
    (sheet,) = (one for one in together_desk.window.findChildren(ChangesSheet) if one.isVisible())
    assert sheet.lead.text() == "3 changes by B. Sato."
    assert sheet.list.count() == 3
    sheet.reject()


def test_merging_twice_brings_nothing_new(together_desk: Desk, theirs: Path, merge: Merge, qtbot: QtBot) -> None:
    merge(theirs)
    count = len(together_desk.session.matter.operations)  # type: ignore[union-attr]
    with qtbot.waitSignal(together_desk.window.together.taking_in.copies.read, timeout=PATIENCE):
        together_desk.window.together.taking_in.offer(theirs)
    assert together_desk.window.notice.text.text().startswith("Nothing new")
    assert len(together_desk.session.matter.operations) == count  # type: ignore[union-attr]


def test_another_deals_matter_is_refused_and_opened_where_it_is_dropped(
    together_desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    source = b"This Agreement is made between Alpha and Beta.\n\nArticle 1.  Notice\n\n     Notices are given."
    with create_matter(tmp_path / "alpha.carveout", read(source, "alpha.txt"), source) as made:
        path = made.path
    with qtbot.waitSignal(together_desk.window.together.taking_in.copies.refused, timeout=PATIENCE):
        together_desk.window.together.taking_in.offer(path)
    assert "is the review of another document: “alpha.txt”" in together_desk.window.notice.text.text()
    with qtbot.waitSignal(together_desk.session.opened, timeout=PATIENCE):
        drop(together_desk, path)
    assert together_desk.session.matter is not None
    assert together_desk.session.matter.path == path


def test_a_copy_that_is_dropped_on_the_window_is_offered(
    together_desk: Desk, theirs: Path, shown: Shown, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(together_desk.window.together.taking_in.copies.read, timeout=PATIENCE):
        drop(together_desk, theirs)
    shown().reject()


def test_what_was_done_while_a_copy_was_read_is_there_when_it_is_merged(
    together_desk: Desk, theirs: Path, shown: Shown, press: Press, qtbot: QtBot
) -> None:
    taking_in = together_desk.window.together.taking_in
    with qtbot.waitSignal(taking_in.copies.read, timeout=PATIENCE):
        taking_in.offer(theirs)
        together_desk.session.revise(ISSUE, comment="meanwhile")
    assert "1 conflict." in shown().lead.text()
    press(shown(), "Merge")
    (conflict,) = together_desk.session.review.conflicts
    assert {side.value.comment for side in conflict.sides} == {"as the other has it", "meanwhile"}  # type: ignore[attr-defined]


def test_a_copy_that_is_read_when_another_matter_is_opened_is_forgotten(
    together_desk: Desk, theirs: Path, qtbot: QtBot
) -> None:
    taking_in = together_desk.window.together.taking_in
    taking_in.offer(theirs)
    together_desk.window.papers.close_matter()
    assert not taking_in.copies.under_way
    with qtbot.assertNotEmitted(taking_in.copies.read):
        qtbot.waitUntil(lambda: all(thread.name != ERRAND for thread in threading.enumerate()), timeout=PATIENCE)
        QApplication.processEvents()
    assert together_desk.window.notice.isHidden()


def test_a_conflict_is_led_to_shown_with_both_sides_and_settled(
    together_desk: Desk, theirs: Path, press: Press, merge: Merge
) -> None:
    window = together_desk.window
    assert window.together.conflicts.isHidden()
    merge(theirs)
    assert window.together.conflicts.isVisible()
    assert window.together.conflicts.line.text() == (
        "1 conflict to settle: issue on 3.2, the words: B. Sato and A. Reader"
    )
    QTest.keyClick(window.text.sheet, Qt.Key.Key_M)
    (card,) = window.inspector.findChildren(ConflictCard)
    assert [button.text() for button in card.findChildren(QPushButton)] == ["Keep B. Sato's", "Keep yours"]
    press(card, "Keep yours")
    assert "as it is here" in comments(together_desk)
    assert window.together.conflicts.isHidden()
    assert not together_desk.session.review.conflicts
    together_desk.session.undo()
    assert len(together_desk.session.review.conflicts) == 1
    assert window.together.conflicts.isVisible()


def test_a_note_that_one_withdrew_and_the_other_revised_is_kept_or_let_go(
    together_desk: Desk, theirs: Path, press: Press, merge: Merge
) -> None:
    together_desk.session.undo()
    together_desk.session.withdraw(ISSUE)
    merge(theirs)
    together_desk.place.go(9)
    (card,) = together_desk.window.inspector.findChildren(ConflictCard)
    assert [button.text() for button in card.findChildren(QPushButton)] == ["Keep it", "Let it go"]
    assert "whether it stands" in card.accessibleName()
    press(card, "Let it go")
    assert ISSUE not in together_desk.session.review.annotations
    together_desk.session.undo()
    assert ISSUE in together_desk.session.review.annotations


def test_decisions_that_differ_are_in_conflict_too(
    together_desk: Desk, theirs: Path, press: Press, merge: Merge
) -> None:
    reading = together_desk.session.reading
    assert reading is not None
    carveout = reading.carveouts[0]
    together_desk.session.undo()
    with open_matter(theirs) as other:
        verdict = Decision(Verdict.STRIKE, "too wide", "B. Sato", dt.datetime.now(dt.UTC))
        append(other, Decide(carveout.span, None, verdict))
    together_desk.session.decide(carveout.span, Verdict.ACCEPT)
    merge(theirs)
    together_desk.place.go(carveout.clause)
    (card,) = together_desk.window.inspector.findChildren(ConflictCard)
    press(card, "Keep B. Sato's")
    assert together_desk.session.review.decisions[carveout.span].verdict is Verdict.STRIKE


def test_two_who_put_a_note_in_different_places_are_told_and_one_settles(
    together_desk: Desk, theirs: Path, press: Press, merge: Merge
) -> None:
    session = together_desk.session
    assert session.reading is not None
    session.undo()
    for clause in (8, 13):
        session.annotate(AnnotationKind.NOTE, on_clause(session.reading, clause), "ours")
    first, second = (one.id for one in session.review.annotations.values() if one.id != ISSUE)
    with open_matter(theirs) as other:
        append(other, Rank(ISSUE, None, "B"))
    edit = moved(session.review, ISSUE, second, None)
    assert edit is not None
    session.do(edit)
    merge(theirs)
    (conflict,) = session.review.conflicts
    assert session.matter is not None
    assert in_words(conflict, session.matter.corrected) == (
        "issue on 3.2, its place in the own order: B. Sato and A. Reader"
    )
    together_desk.place.go(9)
    (card,) = together_desk.window.inspector.findChildren(ConflictCard)
    said = [side_in_words(conflict, side.value, session.matter.corrected) for side in conflict.sides]
    assert said == ["At the top", "After the note on 3.4"]
    assert [button.text() for button in card.findChildren(QPushButton)] == ["Keep B. Sato's", "Keep yours"]
    press(card, "Keep B. Sato's")
    ordered = in_own_order(session.review.annotations.values(), session.review.ranks)
    assert [one.id for one in ordered][:2] == [ISSUE, first]
    assert not session.review.conflicts


def append(matter: Matter, edit: Edit) -> None:
    at = dt.datetime.now(dt.UTC)
    matter.append(sealed(matter.head, id="9" * 32, at=at, author="B. Sato", role=Role.EDIT, of=None, edit=edit))


def test_show_lists_what_came_where_nothing_conflicts(
    together_desk: Desk, theirs: Path, press: Press, merge: Merge
) -> None:
    together_desk.session.undo()
    merge(theirs)
    press(together_desk.window.notice, "Show")
    (sheet,) = together_desk.window.findChildren(ChangesSheet)
    assert sheet.list.count() == 3
    sheet.list.itemActivated.emit(sheet.list.item(1))
    assert together_desk.place.clause == 13


def drop(desk: Desk, path: Path) -> None:
    """Drop a file on the window."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(50, 50), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    desk.window.dropEvent(event)
