"""What the Review and Go menus do with the words, the clause and the carve-out that counsel is at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from carveout.review.annotation import AnnotationKind, Target
from carveout.review.mark import State, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carveout.agreement.reading import Reading
    from carveout.agreement.span import Span
    from carveout.gui.application import Desk
    from carveout.review.annotation import Anchor

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def at_work(desk: Desk, bring: Callable[[Path], None], matter_file: Path) -> Desk:
    """A reviewer with the deal before her."""
    bring(matter_file)
    return desk


def key(key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    focused: QWidget | None = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, held)


def write(words: str) -> None:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit | QPlainTextEdit)
    QTest.keyClicks(focused, words)


def select(desk: Desk, words: str) -> None:
    sheet, reading = desk.window.text.sheet, desk.session.reading
    assert sheet.laid is not None
    assert reading is not None
    start = reading.text.index(words)
    cursor = QTextCursor(sheet.document())
    cursor.setPosition(sheet.laid.page.offsets.position(start))
    cursor.setPosition(sheet.laid.page.offsets.position(start + len(words)), QTextCursor.MoveMode.KeepAnchor)
    sheet.setTextCursor(cursor)


def only_anchor(desk: Desk, kind: AnnotationKind) -> Anchor:
    ((_, annotation),) = desk.session.review.annotations.items()
    assert annotation.kind is kind
    return annotation.anchor


def verdicts(desk: Desk) -> dict[Span, Verdict]:
    return {span: decision.verdict for span, decision in desk.session.review.decisions.items()}


@pytest.mark.parametrize(
    ("letter", "kind"),
    [
        (Qt.Key.Key_N, AnnotationKind.NOTE),
        (Qt.Key.Key_I, AnnotationKind.ISSUE),
        (Qt.Key.Key_Q, AnnotationKind.QUESTION),
        (Qt.Key.Key_P, AnnotationKind.PROPOSAL),
    ],
)
def test_a_letter_begins_an_annotation_on_the_selected_words(
    at_work: Desk, letter: Qt.Key, kind: AnnotationKind
) -> None:
    select(at_work, "duly organized")
    key(letter)
    write("see the register")
    key(Qt.Key.Key_Return, CTRL)
    assert (only_anchor(at_work, kind).target, only_anchor(at_work, kind).quote) == (Target.SPAN, "duly organized")
    assert at_work.window.text.sheet.hasFocus()


def test_without_selected_words_an_annotation_is_on_the_clause(at_work: Desk) -> None:
    at_work.place.go(9)
    key(Qt.Key.Key_N)
    write("as a whole")
    key(Qt.Key.Key_Return, CTRL)
    anchor = only_anchor(at_work, AnnotationKind.NOTE)
    assert (anchor.target, anchor.clause) == (Target.CLAUSE, 9)


def test_at_a_carveout_an_annotation_is_on_its_words(at_work: Desk, reading: Reading) -> None:
    at_work.place.go(9)
    key(Qt.Key.Key_E)
    key(Qt.Key.Key_I)
    write("too wide")
    key(Qt.Key.Key_Return, CTRL)
    anchor = only_anchor(at_work, AnnotationKind.ISSUE)
    assert (anchor.target, anchor.span) == (Target.CARVEOUT, reading.carveouts[0].span)


def test_a_mark_below_a_representation_is_on_the_representation(at_work: Desk) -> None:
    at_work.place.go(12)
    key(Qt.Key.Key_C)
    assert {clause: mark.state for clause, (mark,) in at_work.session.review.marks.items()} == {10: State.CLEARED}
    key(Qt.Key.Key_U)
    assert not at_work.session.review.marks


@pytest.mark.parametrize(
    ("letter", "verdict"),
    [(Qt.Key.Key_A, Verdict.ACCEPT), (Qt.Key.Key_N, Verdict.NARROW), (Qt.Key.Key_S, Verdict.STRIKE)],
)
def test_shift_and_a_letter_decide_on_the_carveout_at_hand(
    at_work: Desk, reading: Reading, letter: Qt.Key, verdict: Verdict
) -> None:
    at_work.place.go(11)
    key(Qt.Key.Key_E)  # to the one in 12
    key(letter, SHIFT)
    write("because")
    key(Qt.Key.Key_Return)
    assert verdicts(at_work) == {reading.carveouts[1].span: verdict}
    assert at_work.window.text.sheet.hasFocus()


def test_a_decision_without_going_to_a_carveout_is_on_the_clauses_own(at_work: Desk, reading: Reading) -> None:
    at_work.place.go(9)
    key(Qt.Key.Key_S, SHIFT)
    key(Qt.Key.Key_Return)
    assert verdicts(at_work) == {reading.carveouts[0].span: Verdict.STRIKE}


def test_a_decision_where_nothing_is_carved_out_is_none(at_work: Desk) -> None:
    at_work.place.go(8)
    key(Qt.Key.Key_S, SHIFT)
    assert at_work.window.text.sheet.hasFocus()
    assert not verdicts(at_work)


def test_the_next_unread_is_after_this_one_and_then_from_the_top(at_work: Desk) -> None:
    at_work.place.go(10)
    for clause in (13, 8, 9):
        key(Qt.Key.Key_Space)
        assert at_work.place.clause == clause


def test_with_nothing_unread_there_is_nowhere_to_go(at_work: Desk) -> None:
    for clause in (8, 9, 10, 13):
        at_work.session.mark(clause, State.READ)
    at_work.place.go(9)
    key(Qt.Key.Key_Space)
    assert at_work.place.clause == 9


def test_the_ends_of_the_document_hold(at_work: Desk) -> None:
    at_work.place.go(0)
    key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert at_work.place.clause == 0
    at_work.place.go(15)
    key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    key(Qt.Key.Key_J)
    key(Qt.Key.Key_E)
    assert at_work.place.clause == 15


def test_a_citation_is_copied_for_the_selected_words_or_else_the_clause(at_work: Desk) -> None:
    at_work.place.go(9)
    key(Qt.Key.Key_C, CTRL | SHIFT)
    assert QGuiApplication.clipboard().text() == "3.2 (p. 2, ll. 140–150)"
    select(at_work, "duly organized")
    key(Qt.Key.Key_C, CTRL | SHIFT)
    assert QGuiApplication.clipboard().text() == "3.1 (p. 2, l. 130)"
