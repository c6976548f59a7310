"""The outline corrected in the window, by keys, by the menu, by the mouse and in its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from carveout.agreement.correction.change import Act, Change
from carveout.gui.carveouts.rows import Column
from carveout.gui.labels import PlainLabel, plain_tooltip
from carveout.gui.outline.model import ROW
from carveout.review.anchoring import on_clause
from carveout.review.annotation import AnnotationKind
from carveout.review.mark import State

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QModelIndex
    from pytestqt.qtbot import QtBot

    from carveout.gui.application import Desk

_ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def open_desk(desk: Desk, bring: Callable[[Path], None], matter_file: Path) -> Desk:
    """The window with the deal open in it."""
    bring(matter_file)
    return desk


def find(desk: Desk, number: str) -> int:
    """Return the clause of a number in the agreement."""
    reading = desk.session.reading
    assert reading is not None
    return next(clause.id for clause in reversed(reading.outline.clauses) if clause.number == number)


def row_of(desk: Desk, clause: int) -> QModelIndex:
    return desk.window.outline.model.at(clause)


def above(desk: Desk, number: str) -> str | None:
    """Return the number of the clause that holds another, as the outline's rows say."""
    model = desk.window.outline.model
    holder = model.clause(row_of(desk, find(desk, number)).parent())
    reading = desk.session.reading
    assert reading is not None
    return None if holder is None else reading.outline[holder].number


def press(desk: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier = _ALT_SHIFT) -> None:
    QTest.keyClick(QApplication.focusWidget() or desk.window, key, modifiers)


def test_keys_demote_and_promote_the_clause_at_hand(open_desk: Desk) -> None:
    open_desk.place.go(find(open_desk, "3.2"))
    press(open_desk, Qt.Key.Key_Right)
    assert above(open_desk, "3.2") == "3.1"
    assert open_desk.window.outline.view.currentIndex() == row_of(open_desk, find(open_desk, "3.2"))
    press(open_desk, Qt.Key.Key_Left)
    assert above(open_desk, "3.2") == "3"


def test_undo_and_redo_say_what_they_take_back(open_desk: Desk) -> None:
    before = open_desk.session.reading
    open_desk.place.go(find(open_desk, "3.2"))
    press(open_desk, Qt.Key.Key_Right)
    actions = open_desk.window.menus.actions
    assert actions["undo"].text() == "&Undo demote 3.2"
    press(open_desk, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert open_desk.session.reading == before
    assert above(open_desk, "3.2") == "3"
    assert actions["redo"].text() == "&Redo demote 3.2"
    actions["redo"].trigger()
    assert above(open_desk, "3.2") == "3.1"


def test_what_cannot_be_done_is_not_offered_and_says_why(open_desk: Desk) -> None:
    open_desk.place.go(find(open_desk, "3.1"))
    demote = open_desk.window.menus.actions["demote"]
    assert not demote.isEnabled()
    assert demote.toolTip() == plain_tooltip("No clause stands before it that it could go below.")
    open_desk.place.go(find(open_desk, "3.2"))
    assert demote.isEnabled()
    open_desk.window.workspaces.show_carveouts()
    assert not demote.isEnabled()


def test_a_clause_is_joined_with_the_one_above_and_its_annotation_stays(open_desk: Desk) -> None:
    session, clause = open_desk.session, find(open_desk, "3.2")
    assert session.reading is not None
    session.annotate(AnnotationKind.NOTE, on_clause(session.reading, clause), "Not a clause of its own.")
    session.mark(clause, State.CLEARED)
    open_desk.place.go(clause)
    press(open_desk, Qt.Key.Key_Up)
    (annotation,) = session.review.annotations.values()
    assert annotation.anchor.clause == find(open_desk, "3.1")
    assert not session.review.marks
    press(open_desk, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    (annotation,) = session.review.annotations.values()
    assert annotation.anchor.clause == clause
    assert session.review.marks[clause][0].state is State.CLEARED


def test_a_clause_is_split_at_the_cursor_and_is_then_the_clause_at_hand(open_desk: Desk) -> None:
    reading = open_desk.session.reading
    assert reading is not None
    words = reading.text.index("except for effects of the Petition")
    sheet = open_desk.window.text.sheet
    sheet.lead_to(words, None)
    press(open_desk, Qt.Key.Key_Down)
    now = open_desk.session.reading
    assert now is not None
    assert open_desk.place.clause is not None
    assert now.outline[open_desk.place.clause].start == words
    assert now.carveouts[0].clause == open_desk.place.clause
    assert sheet.toPlainText().replace("\t", " ")


def test_a_clause_is_renamed_in_its_row(open_desk: Desk, qtbot: QtBot) -> None:
    open_desk.place.go(find(open_desk, "3.4"))
    press(open_desk, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)
    editor = open_desk.window.outline.view.findChild(QLineEdit, "rowEditor")
    assert editor is not None
    assert editor.text() == "3.4"
    editor.setText("3.4A Contracts")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: open_desk.session.undoable == "rename 3.4")
    row = row_of(open_desk, open_desk.place.clause or 0).data(ROW)
    assert (row.number, row.title, row.corrected) == ("3.4A", "Contracts", True)
    assert "corrected by hand" in row.said


def test_a_name_that_stays_as_it_was_is_no_correction(open_desk: Desk, qtbot: QtBot) -> None:
    open_desk.place.go(find(open_desk, "3.2"))
    open_desk.window.menus.actions["rename"].trigger()
    editor = open_desk.window.outline.view.findChild(QLineEdit, "rowEditor")
    assert editor is not None
    assert editor.text() == "3.2 Financial Statements"
    with qtbot.waitSignal(open_desk.window.outline.view.itemDelegate().closeEditor):
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert open_desk.session.undoable is None


def test_a_right_click_offers_the_corrections_of_the_row_under_it(open_desk: Desk) -> None:
    view = open_desk.window.outline.view
    index = row_of(open_desk, find(open_desk, "3.3"))
    view.scrollTo(index)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=view.visualRect(index).center())
    assert open_desk.place.clause == find(open_desk, "3.3")
    menu = view.menu()
    assert [action.text() for action in menu.actions()] == [
        "&Promote",
        "&Demote",
        "&Join with the clause above",
        "&Split here",
        "Re&name…",
    ]
    menu.close()


def test_the_inspector_says_who_corrected_a_clause_and_how_it_was_read(open_desk: Desk) -> None:
    open_desk.place.go(find(open_desk, "3.2"))
    heading = open_desk.window.inspector._heading
    assert heading.corrected() == ""
    press(open_desk, Qt.Key.Key_Right)
    said = heading.corrected()
    assert said.startswith("Corrected by you, ")
    assert said.endswith("; as read: below Article 3.")


def test_the_inspector_says_what_was_joined_and_what_was_split(open_desk: Desk) -> None:
    heading = open_desk.window.inspector._heading
    open_desk.place.go(find(open_desk, "3.2"))
    press(open_desk, Qt.Key.Key_Up)
    assert heading.corrected().endswith("; joined with 3.2")
    reading = open_desk.session.reading
    assert reading is not None
    open_desk.window.text.sheet.lead_to(reading.text.index("before the Closing Date"), None)
    press(open_desk, Qt.Key.Key_Down)
    assert heading.corrected().endswith("; as read: part of Article 4.")


def test_the_outline_keeps_its_filter_and_its_place_on_screen(open_desk: Desk) -> None:
    panel = open_desk.window.outline
    panel.field.setText("3.")
    open_desk.place.go(find(open_desk, "3.2"))
    press(open_desk, Qt.Key.Key_Right)
    assert panel.field.text() == "3."
    assert panel.model.filtered
    assert panel.view.currentIndex() == row_of(open_desk, find(open_desk, "3.2"))


def test_the_text_stays_where_it_is_and_keeps_what_is_selected(open_desk: Desk) -> None:
    sheet = open_desk.window.text.sheet
    open_desk.place.go(find(open_desk, "3.2"))
    sheet.selectAll()
    before = sheet.toPlainText(), sheet.selected(), sheet.top(), sheet.verticalScrollBar().value()
    open_desk.window.menus.actions["demote"].trigger()
    assert (sheet.toPlainText(), sheet.selected(), sheet.top(), sheet.verticalScrollBar().value()) == before


def test_back_returns_to_the_same_clauses_after_a_correction(open_desk: Desk) -> None:
    open_desk.place.go(find(open_desk, "4"))
    open_desk.place.go(find(open_desk, "3.2"))
    press(open_desk, Qt.Key.Key_Up)
    open_desk.place.back()
    assert open_desk.place.clause == find(open_desk, "4")


def test_a_correction_is_there_when_the_matter_is_opened_again(
    open_desk: Desk, bring: Callable[[Path], None], matter_file: Path
) -> None:
    open_desk.place.go(find(open_desk, "3.2"))
    press(open_desk, Qt.Key.Key_Right)
    corrected = open_desk.session.reading
    open_desk.window.papers.close_matter()
    bring(matter_file)
    assert open_desk.session.reading == corrected
    assert open_desk.session.undoable == "demote 3.2"


def test_a_right_click_in_the_text_splits_at_the_words_under_it(open_desk: Desk) -> None:
    sheet, reading = open_desk.window.text.sheet, open_desk.session.reading
    assert reading is not None
    words = reading.text.index("except for effects of the Petition")
    open_desk.place.go(find(open_desk, "3.2"))
    split = open_desk.window.menus.actions["split"]
    assert not split.isEnabled()
    cursor = QTextCursor(sheet.document())
    assert sheet.laid is not None
    cursor.setPosition(sheet.laid.page.offsets.position(words + 2))
    point = sheet.cursorRect(cursor).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, sheet.viewport().mapToGlobal(point))
    QApplication.sendEvent(open_desk.window.text, event)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()
    split.trigger()
    now = open_desk.session.reading
    assert now is not None
    assert now.outline.beginning(words) == open_desk.place.clause


def test_a_note_in_the_making_is_saved_on_its_clause_though_its_id_has_moved(open_desk: Desk) -> None:
    open_desk.place.go(find(open_desk, "3.4"))
    open_desk.window.reviewing.add_note()
    QTest.keyClicks(QApplication.focusWidget() or open_desk.window, "At what prices?")
    session, reading = open_desk.session, open_desk.session.reading
    assert reading is not None
    session.correct(Change(Act.JOIN, reading.outline[find(open_desk, "3.2")].start))
    assert session.settle()
    (annotation,) = session.review.annotations.values()
    assert annotation.anchor.clause == find(open_desk, "3.4")
    session.undo()
    session.undo()
    assert session.reading == reading


def test_the_table_of_carve_outs_and_the_status_bar_follow(open_desk: Desk) -> None:
    session, reading = open_desk.session, open_desk.session.reading
    assert reading is not None
    open_desk.window.workspaces.show_carveouts()
    model = open_desk.window.workspaces.carveouts.every.model
    clauses = [model.row_at(row).text(Column.CLAUSE) for row in range(model.rowCount())]
    section = reading.outline[find(open_desk, "3.2")]
    session.correct(Change(Act.RENAME, section.start, "3.7", "3.7", section.heading))
    now = [model.row_at(row).text(Column.CLAUSE) for row in range(model.rowCount())]
    assert (clauses[0], now[0], now[1:]) == ("3.2", "3.7", clauses[1:])
    chosen = open_desk.window.workspaces.carveouts.every.chosen()
    assert session.reading is not None
    assert chosen in session.reading.carveouts
    counts = [label.text() for label in open_desk.window.statusBar().findChildren(PlainLabel)]
    assert "Representations 0 of 4" in counts
    session.correct(Change(Act.JOIN, section.start))
    counts = [label.text() for label in open_desk.window.statusBar().findChildren(PlainLabel)]
    assert "Representations 0 of 3" in counts
