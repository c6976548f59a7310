from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from carveout.agreement.clause import ClauseKind as K
from carveout.agreement.span import Span
from carveout.gui.labels import PlainLabel
from carveout.gui.outline.filter import Facet
from carveout.gui.outline.panel import NOTHING_MATCHES, NOTHING_OPEN, OutlinePanel
from carveout.review.mark import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from carveout.agreement.reading import Reading
    from carveout.gui.appearance import Appearance
    from carveout.gui.place import Place
    from carveout.gui.session import Session


@pytest.fixture
def panel(
    qtbot: QtBot,
    reading: Reading,
    session: Session,
    place: Place,
    appearance: Appearance,
    lay: Callable[[Reading], None],
) -> OutlinePanel:
    made = OutlinePanel(session, place, appearance)
    qtbot.addWidget(made)
    made.resize(300, 600)
    made.show()
    lay(reading)
    return made


def current(panel: OutlinePanel) -> int | None:
    return panel.model.clause(panel.view.currentIndex())


def opened(panel: OutlinePanel) -> set[int]:
    return {clause for clause in range(16) if panel.view.isExpanded(panel.model.at(clause))}


def test_a_document_opens_on_the_agreement_with_its_representations_in_sight(panel: OutlinePanel) -> None:
    assert opened(panel) == {2, 3, 6, 7, 14}


def test_a_click_goes_to_the_clause(panel: OutlinePanel, place: Place, qtbot: QtBot) -> None:
    with qtbot.waitSignal(place.moved) as moved:
        at = panel.view.visualRect(panel.model.at(9)).center()
        QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert moved.args == [9, None]
    assert current(panel) == 9


def test_a_click_on_the_chosen_row_goes_there_again(panel: OutlinePanel, place: Place, qtbot: QtBot) -> None:
    place.go(9)
    with qtbot.waitSignal(place.moved):
        at = panel.view.visualRect(panel.model.at(9)).center()
        QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_the_arrow_keys_walk_the_rows_and_the_document_with_them(panel: OutlinePanel, place: Place) -> None:
    place.go(8)
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    assert (place.clause, current(panel)) == (9, 9)
    QTest.keyClick(panel.view, Qt.Key.Key_Up)
    assert (place.clause, current(panel)) == (8, 8)


def test_enter_goes_to_the_clause(panel: OutlinePanel, place: Place, qtbot: QtBot) -> None:
    place.go(13)
    with qtbot.waitSignal(place.moved):
        QTest.keyClick(panel.view, Qt.Key.Key_Return)


def test_a_place_elsewhere_is_brought_into_sight(panel: OutlinePanel, place: Place) -> None:
    place.go(12, Span(0, 1))
    assert current(panel) == 12
    assert panel.view.isExpanded(panel.model.at(10))
    assert panel.view.viewport().rect().intersects(panel.view.visualRect(panel.model.at(12)))


def test_following_the_reader_moves_nobody(panel: OutlinePanel, place: Place, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(place.moved):
        place.follow(11)
    assert current(panel) == 11
    assert place.clause == 11


def test_the_nearest_row_above_stands_for_a_clause_that_the_filter_hides(
    panel: OutlinePanel, place: Place, qtbot: QtBot
) -> None:
    panel.chips.choose(Facet.REPRESENTATIONS)
    with qtbot.assertNotEmitted(place.moved):
        place.follow(6)
        assert current(panel) == 6
        place.follow(5)
    assert current(panel) == 2
    assert place.clause == 5


def test_typing_filters_and_esc_brings_everything_back_as_it_was(panel: OutlinePanel, place: Place) -> None:
    place.go(8)
    panel.view.collapse(panel.model.at(3))
    before = opened(panel)
    panel.field.setFocus()
    QTest.keyClicks(panel.field, "threatened")
    assert {c for c in range(16) if panel.model.at(c).isValid()} == {2, 6, 7, 10, 12}
    assert opened(panel) == {2, 6, 7, 10}
    QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    assert panel.field.text() == ""
    assert opened(panel) == before
    assert current(panel) == 8


def test_enter_in_the_field_goes_to_the_first_match(panel: OutlinePanel, place: Place) -> None:
    QTest.keyClicks(panel.field, "lawsuit")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert place.clause == 10


def test_a_chip_is_chosen_by_mouse_or_keys(panel: OutlinePanel) -> None:
    chips = {chip.text(): chip for chip in panel.chips.buttons()}
    QTest.mouseClick(chips["Carve-outs"], Qt.MouseButton.LeftButton)
    assert chips["Carve-outs"].isChecked()
    assert not panel.model.at(8).isValid()
    chips["Carve-outs"].setFocus()
    QTest.keyClick(chips["Carve-outs"], Qt.Key.Key_Right)
    assert panel.chips.facet is Facet.UNREAD


def test_no_match_says_how_to_get_back(panel: OutlinePanel) -> None:
    QTest.keyClicks(panel.field, "no such clause")
    label = panel.findChild(PlainLabel, "emptyState")
    assert isinstance(label, PlainLabel)
    assert label.isVisible()
    assert label.text() == NOTHING_MATCHES
    QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    assert panel.view.isVisible()


def test_an_empty_desk_says_what_to_do(panel: OutlinePanel, session: Session) -> None:
    session.lay(None)
    label = panel.findChild(PlainLabel, "emptyState")
    assert isinstance(label, PlainLabel)
    assert label.text() == NOTHING_OPEN
    assert label.isVisible()


def test_a_representation_that_is_read_under_unread_stays_chosen(
    panel: OutlinePanel, session: Session, place: Place
) -> None:
    panel.chips.choose(Facet.UNREAD)
    place.go(8)
    session.mark(8, State.READ)
    assert current(panel) == 8
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    assert place.clause == 9


def test_every_row_is_high_enough_for_a_hand(panel: OutlinePanel) -> None:
    assert panel.view.visualRect(panel.model.at(8)).height() >= 26


def test_another_document_opens_without_the_place_of_the_one_before(
    panel: OutlinePanel, place: Place, lay: Callable[[Reading], None], redraft: Callable[..., Reading]
) -> None:
    place.go(13)
    lay(redraft((0, K.CHAPTER, "Chapter 1.", "Definitions", ""), (1, K.ARTICLE, "Article 1.", "Terms", "These:")))
    assert current(panel) is None
    assert opened(panel) == {0}


def test_tab_goes_from_the_field_to_the_chosen_facet_and_arrow_keys_to_the_others(panel: OutlinePanel) -> None:
    panel.activateWindow()
    panel.field.setFocus()
    QTest.keyClick(panel.field, Qt.Key.Key_Tab)
    left, right = Qt.Key.Key_Left, Qt.Key.Key_Right
    for key, facet in ((left, Facet.OPEN_ISSUES), *((right, facet) for facet in Facet), (right, Facet.ALL)):
        QTest.keyClick(panel.window().focusWidget(), key)
        assert panel.chips.facet is facet
    QTest.keyClick(panel.window().focusWidget(), Qt.Key.Key_Tab)
    assert panel.view.hasFocus()
