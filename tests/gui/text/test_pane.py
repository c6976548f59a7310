from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QColor, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from carveout.agreement.clause import ClauseKind
from carveout.agreement.reading import Aside, AsideKind
from carveout.agreement.span import Span
from carveout.gui.text.hover import Told
from carveout.gui.text.pane import TextPane
from carveout.gui.text.under_point import flag_at, flags
from carveout.review.anchoring import on_carveout, on_clause, on_span
from carveout.review.annotation import AnnotationKind, Severity, Status
from carveout.store.matter import create_matter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from carveout.agreement.reading import Reading
    from carveout.gui.appearance import Appearance
    from carveout.gui.place import Place
    from carveout.gui.session import Session


@pytest.fixture
def bare(qtbot: QtBot, session: Session, place: Place, appearance: Appearance) -> TextPane:
    made = TextPane(session, place, appearance)
    qtbot.addWidget(made)
    made.resize(800, 300)
    made.show()
    return made


@pytest.fixture
def pane(bare: TextPane, reading: Reading, lay: Callable[[Reading], None]) -> TextPane:
    lay(reading)
    return bare


def point(pane: TextPane, offset: int) -> QPoint:
    """The point of the window on the left half of the character at an offset."""
    laid = pane.sheet.laid
    assert laid is not None
    cursor = QTextCursor(pane.sheet.document())
    cursor.setPosition(laid.page.offsets.position(offset))
    return pane.sheet.cursorRect(cursor).center() + QPoint(1, 0)


def click(pane: TextPane, offset: int) -> None:
    QTest.mouseClick(pane.sheet.viewport(), Qt.MouseButton.LeftButton, pos=point(pane, offset))


def select(pane: TextPane, span: Span) -> None:
    laid = pane.sheet.laid
    assert laid is not None
    cursor = QTextCursor(pane.sheet.document())
    cursor.setPosition(laid.page.offsets.position(span.start))
    cursor.setPosition(laid.page.offsets.position(span.end), QTextCursor.MoveMode.KeepAnchor)
    pane.sheet.setTextCursor(cursor)


def turn_wheel(
    pane: TextPane, at: QPointF, angle: int, key: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.wheelEvent(pane.windowHandle(), at, QPoint(0, angle), stateKey=key)
    QApplication.sendPostedEvents()


def test_a_document_opens_at_the_agreement(pane: TextPane, reading: Reading) -> None:
    assert pane.sheet.top() == reading.outline[2].start


def test_a_jump_brings_the_clause_into_the_upper_third(pane: TextPane, place: Place, reading: Reading) -> None:
    for clause in (10, 3, 15):
        place.go(clause)
        y = point(pane, reading.outline[clause].start).y()
        assert 0 < y < pane.sheet.viewport().height() / 3
        assert pane.sheet.caret() == reading.outline[clause].start


def test_a_jump_to_words_brings_the_words(pane: TextPane, place: Place, reading: Reading) -> None:
    place.go(12, reading.carveouts[1].span)
    assert 0 < point(pane, reading.carveouts[1].span.start).y() < pane.sheet.viewport().height() / 3
    assert place.clause == 12


def test_a_jump_is_not_mistaken_for_the_readers_own_movement(pane: TextPane, place: Place, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(place.arrived):
        place.go(7)
        place.go(13)
        pane.look.zoom_in()
    assert place.clause == 13


def test_a_click_follows_into_the_deepest_clause(pane: TextPane, place: Place, reading: Reading, qtbot: QtBot) -> None:
    place.go(10)
    with qtbot.waitSignal(place.arrived) as arrived, qtbot.assertNotEmitted(place.moved):
        click(pane, reading.outline[12].start + 8)
    assert arrived.args == [12]


def test_the_caret_follows_by_keyboard(pane: TextPane, place: Place) -> None:
    place.go(11)
    QTest.keyClick(pane.sheet, Qt.Key.Key_Down)
    assert place.clause == 12


def test_words_are_selected_by_keyboard(pane: TextPane, place: Place, reading: Reading) -> None:
    place.go(8)
    start = reading.outline[8].start
    for _ in range(5):
        QTest.keyClick(pane.sheet, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert pane.selection() == Span(start, start + 5)
    QTest.keyClick(pane.sheet, Qt.Key.Key_Right)
    assert pane.selection() is None


def test_words_are_selected_by_mouse(pane: TextPane, place: Place, reading: Reading) -> None:
    place.go(9)
    span = reading.carveouts[0].span
    viewport = pane.sheet.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=point(pane, span.start))
    QTest.mouseMove(viewport, point(pane, span.start + 20))
    QTest.mouseMove(viewport, point(pane, span.end))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=point(pane, span.end))
    assert pane.selection() == span


def test_words_are_copied_as_the_agreement_has_them(
    bare: TextPane, lay: Callable[[Reading], None], redraft: Callable[..., Reading]
) -> None:
    words = "pay \u202e 𠮷\u00a0and\u0000 more <b>now</b>"
    hostile = redraft((0, ClauseKind.ITEM, "(1)", "", words), (0, ClauseKind.ITEM, "(2)", "", "no more"))
    lay(hostile)
    select(bare, Span(0, len(hostile.text)))
    assert bare.selection() == Span(0, len(hostile.text))
    QTest.keyClick(bare.sheet, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert bare.sheet.createMimeDataFromSelection().text() == hostile.text
    assert "\u202e" not in bare.sheet.toPlainText()
    assert "⟦RLO⟧" in bare.sheet.toPlainText()
    assert "<b>now</b>" in bare.sheet.toPlainText()
    assert QApplication.clipboard().text() == hostile.text


def test_a_term_tells_its_meaning_and_where_it_is_defined(pane: TextPane, place: Place, reading: Reading) -> None:
    place.go(8)
    use = reading.terms[0].uses[1]
    assert pane.telling.told_at(point(pane, use.start + 2)) == Told(
        "“Closing Date”", "the day on which the shares are paid for", ("Defined in (1) (p. 1, l. 80)",)
    )
    assert pane.telling.told_at(point(pane, use.start - 12)) is None


def test_a_tracked_change_is_marked_quietly_and_tells_who_made_it(
    bare: TextPane, reading: Reading, lay: Callable[[Reading], None], place: Place, session: Session, tmp_path: Path
) -> None:
    put_in = reading.text.index("threatened")
    taken_out = reading.text.index("is party to no lawsuit")
    lay(reading)
    place.go(11)
    plain = bare.sheet.viewport().grab().toImage()
    asides = (
        Aside(AsideKind.INSERTION, Span(put_in, put_in + 10), "threatened", "A. Kim", None),
        Aside(AsideKind.DELETION, Span(taken_out, taken_out), "<b>was</b>", None, None),
    )
    session.lay(create_matter(tmp_path / "tracked.carveout", replace(reading, asides=asides), reading.text.encode()))
    place.go(11)
    assert bare.telling.told_at(point(bare, put_in + 2)) == Told("", "Inserted by A. Kim: threatened")
    assert bare.telling.told_at(point(bare, taken_out)) == Told("", "Deleted: <b>was</b>")
    assert bare.telling.told_at(point(bare, taken_out + 3)) is None
    assert bare.sheet.viewport().grab().toImage() != plain


def test_a_flag_stands_beside_the_words_and_tells_the_comment(
    pane: TextPane, place: Place, session: Session, reading: Reading, qtbot: QtBot
) -> None:
    place.go(9)
    carveout = reading.carveouts[0]
    session.annotate(AnnotationKind.NOTE, on_clause(reading, 8), "First.")
    session.annotate(AnnotationKind.ISSUE, on_carveout(reading, carveout), "Too <i>wide</i>.", severity=Severity.HIGH)
    at = QPoint(pane.sheet.lineWrapColumnOrWidth() - 36, point(pane, carveout.span.start).y())
    placed = flag_at(pane.sheet, at)
    assert placed is not None
    assert pane.telling.told_at(at) == Told("", "2 · Issue, high · A. Reader: Too <i>wide</i>.")
    with qtbot.waitSignal(place.moved) as moved:
        QTest.mouseClick(pane.sheet.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert moved.args == [9, carveout.span]


def test_flags_on_one_line_stand_below_each_other(
    pane: TextPane, place: Place, session: Session, reading: Reading
) -> None:
    place.go(9)
    start = reading.carveouts[0].span.start
    for length in (6, 12, 18):
        session.annotate(AnnotationKind.NOTE, on_span(reading, Span(start, start + length)), "One of three.")
    boxes = [placed.box for placed in flags(pane.sheet)]
    assert len(boxes) == 3
    assert boxes[0].bottom() < boxes[1].top() < boxes[1].bottom() < boxes[2].top()


def test_what_is_withdrawn_has_no_flag(pane: TextPane, place: Place, session: Session, reading: Reading) -> None:
    place.go(9)
    note = session.annotate(AnnotationKind.NOTE, on_clause(reading, 9), "Gone tomorrow.")
    assert note is not None
    session.revise(note, status=Status.RESOLVED)
    assert len(flags(pane.sheet)) == 1
    session.withdraw(note)
    assert flags(pane.sheet) == []
    session.undo()
    assert len(flags(pane.sheet)) == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_carveouts_and_notes_lie_on_grounds_of_the_theme(
    theme: str, pane: TextPane, place: Place, session: Session, appearance: Appearance, reading: Reading
) -> None:
    appearance.choose(theme)
    place.go(9)
    session.annotate(
        AnnotationKind.NOTE, on_span(reading, Span(*[reading.outline[9].body_start + n for n in (0, 14)])), "x"
    )
    for offset, colour in (
        (reading.carveouts[0].span.start + 6, appearance.theme.highlight),
        (reading.outline[9].body_start + 3, appearance.theme.noted),
    ):
        image = pane.sheet.viewport().grab().toImage()
        at = point(pane, offset)
        column = {image.pixelColor(at.x(), at.y() + dy).name() for dy in range(-12, 12)}
        assert QColor(colour).name() in column


def size_of(pane: TextPane) -> float:
    return pane.sheet.document().defaultFont().pointSizeF()


def test_the_text_grows_and_shrinks_about_its_place(
    pane: TextPane, place: Place, reading: Reading, qtbot: QtBot
) -> None:
    place.go(9)
    select(pane, reading.carveouts[0].span)
    usual = size_of(pane)
    pane.look.zoom_in()
    pane.look.zoom_in()
    qtbot.waitUntil(lambda: size_of(pane) > usual * 1.2)
    assert pane.selection() == reading.carveouts[0].span
    pane.look.reset()
    pane.look.zoom_out()
    qtbot.waitUntil(lambda: size_of(pane) < usual)
    assert pane.selection() == reading.carveouts[0].span


def test_what_is_read_closely_while_the_text_grows_is_what_lies_there_then(
    pane: TextPane, reading: Reading, session: Session, qtbot: QtBot
) -> None:
    usual, closer = size_of(pane), replace(reading)
    pane.look.zoom_in()
    between = QTimer(pane)  # after the page is made, before it is put there
    between.setSingleShot(True)
    between.timeout.connect(lambda: session.take_close_reading(closer))
    between.start()
    qtbot.waitUntil(lambda: size_of(pane) > usual)
    assert pane.sheet.laid is not None
    assert pane.sheet.laid.reading is closer


def test_ctrl_and_the_wheel_make_the_text_larger(pane: TextPane, qtbot: QtBot) -> None:
    usual = size_of(pane)
    turn_wheel(pane, QPointF(400, 150), 120, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: size_of(pane) > usual)


def test_the_column_stays_in_the_middle_and_no_wider_than_it_reads_well(
    pane: TextPane, place: Place, reading: Reading
) -> None:
    place.go(9)
    for width in (420, 1600, 700):
        pane.resize(width, 300)
        sheet = pane.sheet
        assert sheet.laid is not None
        assert sheet.horizontalScrollBar().maximum() == 0
        assert sheet.lineWrapColumnOrWidth() <= sheet.laid.width
        assert sheet.viewportMargins().left() <= max(0, (width - sheet.lineWrapColumnOrWidth()) // 2)
        assert 0 <= point(pane, reading.outline[9].start).y() < 300


def test_the_context_menu_copies_and_offers_what_the_window_adds(pane: TextPane, reading: Reading) -> None:
    added = QAction("Add note", pane)
    pane.addAction(added)
    menu = pane.menu()
    copy, note = menu.actions()
    assert (copy.text(), copy.isEnabled(), note) == ("Copy", False, added)
    menu.close()
    select(pane, reading.carveouts[0].span)
    menu = pane.menu()
    menu.actions()[0].trigger()
    menu.close()
    assert QApplication.clipboard().text() == reading.carveouts[0].quote


def test_an_empty_desk_shows_no_text(pane: TextPane, session: Session, place: Place) -> None:
    place.go(9)
    session.lay(None)
    pane.repaint()
    QTest.keyClick(pane.sheet, Qt.Key.Key_Down)
    assert pane.sheet.toPlainText() == ""
    assert pane.selection() is None


def test_a_line_of_a_million_letters_opens_and_can_be_read(
    bare: TextPane, lay: Callable[[Reading], None], redraft: Callable[..., Reading], place: Place
) -> None:
    endless = redraft((0, ClauseKind.ITEM, "(1)", "", "x" * 1_000_000), (0, ClauseKind.ITEM, "(2)", "", "no more"))
    start = time.process_time()
    lay(endless)
    place.go(1)
    bare.repaint()
    assert time.process_time() - start < 10
    assert point(bare, endless.outline[1].start).y() < 300


def test_a_long_agreement_opens_in_a_moment(
    bare: TextPane, lay: Callable[[Reading], None], redraft: Callable[..., Reading], reading: Reading, place: Place
) -> None:
    section = (0, ClauseKind.SECTION, "3.1", "Organization", "The Company is duly organized as of the date. " * 20)
    long = redraft(*[section] * 550)
    assert len(long.text) > 500_000
    lay(replace(long, carveouts=reading.carveouts))
    start = time.process_time()
    place.go(500)
    bare.repaint()
    assert time.process_time() - start < 1.5


def test_a_document_without_a_word_opens(
    bare: TextPane, lay: Callable[[Reading], None], redraft: Callable[..., Reading]
) -> None:
    lay(redraft())
    bare.repaint()
    bare.look.zoom_in()
    QTest.mouseClick(bare.sheet.viewport(), Qt.MouseButton.LeftButton)
    assert bare.sheet.caret() is None
    assert bare.selection() is None


def test_the_bar_and_the_frame_go_with_the_reader(
    pane: TextPane, place: Place, appearance: Appearance, reading: Reading
) -> None:
    def ink(column: range, offset: int) -> bool:
        image = pane.sheet.viewport().grab().toImage()
        y = point(pane, offset).y()
        return any(image.pixelColor(x, y).name() == appearance.theme.accent for x in column)

    pane.resize(800, 700)
    assert pane.sheet.laid is not None
    edge = pane.sheet.laid.gutters
    bar = range(round(edge.bar) - 2, round(edge.bar) + 3)
    place.go(9, reading.carveouts[0].span)
    assert ink(bar, reading.outline[9].start)
    assert not ink(bar, reading.outline[8].start)
    words = range(
        point(pane, reading.carveouts[0].span.start).x() - 9, point(pane, reading.carveouts[0].span.start).x()
    )
    assert ink(words, reading.carveouts[0].span.start)
    click(pane, reading.outline[8].body_start + 4)
    assert ink(bar, reading.outline[8].start)
    assert not ink(bar, reading.outline[9].start)
    assert not ink(words, reading.carveouts[0].span.start)


def test_the_wheel_scrolls_from_beside_the_column_too(pane: TextPane, place: Place) -> None:
    place.go(0)
    pane.resize(1900, 300)
    assert pane.sheet.viewportMargins().left() > 100
    before = pane.sheet.verticalScrollBar().value()
    turn_wheel(pane, QPointF(20, 150), -240)
    assert pane.sheet.verticalScrollBar().value() > before
