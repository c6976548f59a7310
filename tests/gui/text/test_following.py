from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from carveout.agreement.citation import short
from carveout.agreement.span import Span
from carveout.gui.text.following import Following
from carveout.gui.text.marks import Marks, Tone
from carveout.review.review import Review

if TYPE_CHECKING:
    from collections.abc import Callable

    from carveout.agreement.reading import Reading
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.gui.text.pane import TextPane

    CtrlClick = Callable[[TextPane, int], None]
    Over = Callable[[TextPane, int], QPoint]


@pytest.fixture
def following(session: Session, place: Place, open_pane: TextPane) -> Following:
    return Following(session, place, open_pane)


def here(place: Place, reading: Reading) -> str:
    assert place.clause is not None
    return short(reading.outline[place.clause])


def move(pane: TextPane, at: QPoint, keys: Qt.KeyboardModifier) -> None:
    point = QPointF(at)
    event = QMouseEvent(QEvent.Type.MouseMove, point, point, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, keys)
    QApplication.sendEvent(pane.sheet.viewport(), event)


def test_ctrl_click_on_a_reference_goes_to_its_first_clause_and_back_to_the_very_words(
    open_pane: TextPane, place: Place, pointing: Reading, ctrl_click: CtrlClick
) -> None:
    sheet, at = open_pane.sheet, pointing.text.index("Sections 4.1") + 4
    place.go(next(c.id for c in pointing.outline if c.number == "2.1"))
    sheet.verticalScrollBar().setValue(sheet.verticalScrollBar().value() + 7)
    scrolled = sheet.verticalScrollBar().value()
    ctrl_click(open_pane, at)
    assert here(place, pointing) == "4.1"
    assert sheet.verticalScrollBar().value() != scrolled
    place.back()
    assert (here(place, pointing), sheet.caret()) == ("2.2", at)
    assert abs(sheet.verticalScrollBar().value() - scrolled) <= 1
    place.forward()
    assert here(place, pointing) == "4.1"


def test_ctrl_click_on_a_term_goes_to_the_words_that_define_it(
    open_pane: TextPane, place: Place, pointing: Reading, ctrl_click: CtrlClick
) -> None:
    place.go(next(c.id for c in pointing.outline if c.number == "2.1"))
    ctrl_click(open_pane, pointing.text.index("Closing Date.") + 2)
    closing = next(term for term in pointing.terms if term.term == "Closing Date")
    assert (place.clause, place.span) == (closing.clause, closing.span)


def test_a_click_without_ctrl_only_moves_the_caret(
    open_pane: TextPane, place: Place, pointing: Reading, over: Over
) -> None:
    at = pointing.text.index("Sections 4.1") + 3
    place.go(next(c.id for c in pointing.outline if c.number == "2.2"))
    QTest.mouseClick(open_pane.sheet.viewport(), Qt.MouseButton.LeftButton, pos=over(open_pane, at))
    assert (here(place, pointing), open_pane.sheet.caret()) == ("2.2", at)


def test_the_context_menu_offers_every_clause_of_a_reference(
    open_pane: TextPane, place: Place, pointing: Reading
) -> None:
    open_pane.sheet.put_caret(pointing.text.index("Sections 4.1"))
    ways = [action for action in open_pane.menu().actions() if action.text().startswith("Go to")]
    assert [action.text() for action in ways] == ["Go to Section 4.1, Indemnity", "Go to Section 4.2, Cap"]
    ways[1].trigger()
    assert here(place, pointing) == "4.2"


def test_the_key_follows_what_the_caret_is_at_or_behind(
    open_pane: TextPane, place: Place, pointing: Reading, following: Following
) -> None:
    open_pane.sheet.put_caret(pointing.text.index("Section 2.2") + len("Section 2.2"))
    following.follow()
    assert here(place, pointing) == "2.2"


@pytest.mark.parametrize("words", ["Section 27 of", "Section 9.9", "party to"])
def test_words_that_lead_nowhere_keep_the_reader_where_he_is(
    open_pane: TextPane, place: Place, pointing: Reading, following: Following, words: str
) -> None:
    at = pointing.text.index(words)
    open_pane.sheet.put_caret(at)
    following.follow()
    assert open_pane.sheet.caret() == at
    assert not place.can_go_back


def test_the_keys_step_from_reference_to_reference_past_those_to_laws(
    open_pane: TextPane, place: Place, pointing: Reading, following: Following
) -> None:
    open_pane.sheet.put_caret(0)
    seen = []
    for _ in range(4):
        following.go_to_next_reference()
        assert place.span is not None
        seen.append(place.span.of(pointing.text))
    following.go_to_previous_reference()
    assert place.span is not None
    assert seen == ["Sections 4.1 and 4.2", "Section 9.9", "Section 2.2", "Section 4.1"]
    assert place.span.of(pointing.text) == "Section 2.2"


def test_with_ctrl_the_words_under_the_pointer_show_that_they_lead_somewhere(
    open_pane: TextPane, place: Place, pointing: Reading, over: Over
) -> None:
    place.go(next(c.id for c in pointing.outline if c.number == "2.2"))
    viewport, at = open_pane.sheet.viewport(), over(open_pane, pointing.text.index("Sections 4.1") + 3)
    move(open_pane, at, Qt.KeyboardModifier.ControlModifier)
    (shown,) = open_pane.sheet.extraSelections()
    assert shown.cursor.selectedText() == "Sections 4.1 and 4.2"
    assert viewport.cursor().shape() is Qt.CursorShape.PointingHandCursor
    move(open_pane, at, Qt.KeyboardModifier.NoModifier)
    assert not open_pane.sheet.extraSelections()
    assert viewport.cursor().shape() is Qt.CursorShape.IBeamCursor


def test_references_are_marked_where_they_lead_to_a_clause(pointing: Reading) -> None:
    marks = Marks(pointing, Review())
    tones = marks.tones(Span(0, len(pointing.text)))
    marked = {span.of(pointing.text) for span, tone in tones if tone is Tone.REFERENCE}
    assert {"Sections 4.1 and 4.2", "Section 2.2", "Section 4.1"} == marked


def test_the_close_reading_fills_in_without_setting_a_word_anew(
    bare: TextPane, session: Session, place: Place, pointing: Reading, unread: Callable[[], None], over: Over
) -> None:
    unread()
    place.go(next(c.id for c in pointing.outline if c.number == "3.9"))
    sheet, moved = bare.sheet, []
    stands = sheet.verticalScrollBar().value(), sheet.top(), sheet.caret(), over(bare, sheet.top())
    sheet.document().contentsChange.connect(lambda *_: moved.append("words"))
    sheet.document().documentLayout().documentSizeChanged.connect(lambda _: moved.append("layout"))
    session.take_close_reading(pointing)
    sheet.viewport().repaint()
    assert not moved
    assert stands == (sheet.verticalScrollBar().value(), sheet.top(), sheet.caret(), over(bare, sheet.top()))
    assert sheet.laid is not None
    assert sheet.laid.marks.reference(pointing.text.index("Sections 4.1")) is not None
