from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from carveout.gui.carveouts.panel import CarveoutsPanel
from carveout.gui.carveouts.rows import Column
from carveout.gui.inspector.decision import ReasonField
from carveout.gui.inspector.wrapping import WrappedText
from carveout.review.mark import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from carveout.agreement.content import Carveout
    from carveout.agreement.reading import Reading
    from carveout.gui.appearance import Appearance
    from carveout.gui.place import Place
    from carveout.gui.session import Session

    Lay = Callable[[Reading], None]
    Press = Callable[[QWidget, str], None]


@pytest.fixture
def desk(qtbot: QtBot, session: Session, place: Place, appearance: Appearance) -> CarveoutsPanel:
    """The workspace, with nothing on the desk yet."""
    made = CarveoutsPanel(session, place, appearance)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def panel(desk: CarveoutsPanel, sample_reading: Reading, lay: Lay) -> CarveoutsPanel:
    """The workspace on the sample, the table in focus."""
    lay(sample_reading)
    desk.table.setFocus()
    return desk


def told(within: QWidget) -> list[str]:
    return [text.text() for text in within.findChildren(WrappedText) if text.isVisible()]


def clauses(panel: CarveoutsPanel) -> list[str]:
    return [panel.model.row_at(row).clause for row in range(panel.model.rowCount())]


def choose(panel: CarveoutsPanel, clause: str) -> Carveout:
    panel.table.choose(clauses(panel).index(clause))
    carveout = panel.chosen()
    assert carveout is not None
    return carveout


def reason(panel: CarveoutsPanel) -> ReasonField:
    return next(field for field in panel.findChildren(ReasonField) if field.isVisible())


def test_without_a_document_it_says_what_to_do(desk: CarveoutsPanel) -> None:
    assert any("Open an agreement" in text for text in told(desk))


def test_a_document_without_carveouts_says_what_that_means(desk: CarveoutsPanel, reading: Reading, lay: Lay) -> None:
    lay(replace(reading, carveouts=()))
    assert any(text.startswith("No carve-out was found") for text in told(desk))


def test_every_carveout_has_a_row_and_the_first_is_chosen(panel: CarveoutsPanel, sample_reading: Reading) -> None:
    assert panel.model.rowCount() == len(sample_reading.carveouts)
    assert panel.chosen() == sample_reading.carveouts[0]
    assert "Carve-outs" in told(panel)


def test_arrows_move_and_enter_goes_to_the_words(
    panel: CarveoutsPanel, sample_reading: Reading, place: Place, qtbot: QtBot
) -> None:
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    second = sample_reading.carveouts[1]
    assert panel.chosen() == second
    with qtbot.waitSignal(place.moved) as moved, qtbot.waitSignal(panel.text_wanted):
        QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert moved.args == [second.clause, second.span]


def test_a_double_click_goes_to_the_words(panel: CarveoutsPanel, qtbot: QtBot) -> None:
    at = panel.table.visualRect(panel.model.index(1, Column.WORDS)).center()
    QTest.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(panel.text_wanted):
        QTest.mouseDClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=at)


@pytest.mark.parametrize(
    ("key", "verdict"),
    [(Qt.Key.Key_A, Verdict.ACCEPT), (Qt.Key.Key_N, Verdict.NARROW), (Qt.Key.Key_S, Verdict.STRIKE)],
)
def test_a_letter_decides_with_a_reason_and_the_table_has_the_keys_again(
    panel: CarveoutsPanel, session: Session, key: Qt.Key, verdict: Verdict
) -> None:
    carveout = choose(panel, "3.14")
    QTest.keyClick(panel.table, key)
    assert reason(panel).hasFocus()
    QTest.keyClicks(reason(panel), "Too wide")
    QTest.keyClick(reason(panel), Qt.Key.Key_Return)
    assert session.review.decisions[carveout.span].verdict is verdict
    assert session.review.decisions[carveout.span].reason == "Too wide"
    assert panel.table.hasFocus()
    assert panel.chosen() == carveout
    said = panel.model.index(panel.table.chosen or 0, Column.DECISION).data()
    assert said == f"{verdict}: Too wide"


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_backspace_and_delete_reopen(panel: CarveoutsPanel, session: Session, key: Qt.Key) -> None:
    carveout = choose(panel, "3.14")
    session.decide(carveout.span, Verdict.ACCEPT, "Fine")
    QTest.keyClick(panel.table, key)
    assert not session.review.decisions
    session.undo()
    assert panel.model.index(panel.table.chosen or 0, Column.DECISION).data() == "accept: Fine"


def test_esc_leaves_the_carveout_open(panel: CarveoutsPanel, session: Session) -> None:
    choose(panel, "3.14")
    QTest.keyClick(panel.table, Qt.Key.Key_S)
    QTest.keyClick(reason(panel), Qt.Key.Key_Escape)
    assert not session.review.decisions
    assert panel.table.hasFocus()


def test_choosing_another_row_saves_the_verdict_that_waits(panel: CarveoutsPanel, session: Session) -> None:
    carveout = choose(panel, "3.14")
    QTest.keyClick(panel.table, Qt.Key.Key_A)
    choose(panel, "3.18")
    assert session.review.decisions.keys() == {carveout.span}


def test_a_subjects_chip_narrows_and_tells_how_it_stands(panel: CarveoutsPanel, press: Press) -> None:
    press(panel, "Crosswave 8")
    assert clauses(panel) == ["3.1", "3.10", "3.14", "3.15", "3.16(ii)", "3.16(iii)", "3.18", "5.3"]
    assert {"Crosswave", "7 carve-outs, 1 carve-in · 0 of 8 decided"} <= set(told(panel))
    choose(panel, "3.15")
    QTest.keyClick(panel.table, Qt.Key.Key_A)
    QTest.keyClick(reason(panel), Qt.Key.Key_Return)
    assert "7 carve-outs, 1 carve-in · 1 of 8 decided" in told(panel)


def test_among_the_undecided_a_decision_leads_on_to_the_next(panel: CarveoutsPanel, press: Press) -> None:
    press(panel, "Crosswave 8")
    press(panel, "Undecided")
    choose(panel, "3.14")
    panel.table.setFocus()
    for _ in range(2):
        QTest.keyClick(panel.table, Qt.Key.Key_A)
        QTest.keyClick(reason(panel), Qt.Key.Key_Return)
    assert clauses(panel) == ["3.1", "3.10", "3.16(ii)", "3.16(iii)", "3.18", "5.3"]
    assert panel.model.row_at(panel.table.chosen or 0).clause == "3.16(ii)"


def test_words_narrow_as_they_are_typed_down_goes_into_the_table_and_esc_clears(panel: CarveoutsPanel) -> None:
    field = panel.narrowing.field
    QTest.keyClicks(field, "legal proceedings")
    assert clauses(panel) == ["3.16(ii)", "3.16(iii)"]
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert panel.table.hasFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_Escape)
    assert len(clauses(panel)) == len(panel.model.rows)


def test_where_nothing_matches_it_says_how_to_go_on(panel: CarveoutsPanel) -> None:
    QTest.keyClicks(panel.narrowing.field, "no such words")
    assert "Nothing matches. Esc clears the filter." in told(panel)
    panel.narrowing.clear()
    assert panel.table.isVisible()


def test_the_choice_stays_on_its_carveout_while_the_table_is_sorted(panel: CarveoutsPanel) -> None:
    carveout = choose(panel, "3.15")
    header = panel.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(Column.KIND) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    kinds = [panel.model.row_at(row).kind for row in range(panel.model.rowCount())]
    assert kinds == sorted(kinds)
    assert panel.chosen() == carveout
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [panel.model.row_at(row).kind for row in range(panel.model.rowCount())] == sorted(kinds, reverse=True)


def test_the_chosen_words_stand_in_their_sentence(panel: CarveoutsPanel) -> None:
    choose(panel, "3.14")
    context = panel.detail.findChild(QPlainTextEdit, "context")
    assert isinstance(context, QPlainTextEdit)
    assert context.toPlainText().startswith("Since March 31, 2003 to the Closing Date, no material changes")
    (highlighted,) = context.extraSelections()
    assert highlighted.cursor.selectedText().startswith("except for any adverse effects")


def test_a_sibling_is_chosen_in_the_table_even_where_it_was_filtered_out(
    panel: CarveoutsPanel, place: Place, press: Press
) -> None:
    choose(panel, "3.14")
    QTest.keyClicks(panel.narrowing.field, "3.14")
    press(panel.detail, "5.3")
    assert panel.model.row_at(panel.table.chosen or 0).clause == "5.3"
    assert place.clause is None


def test_any_other_link_leads_to_the_text(
    panel: CarveoutsPanel, place: Place, press: Press, qtbot: QtBot, sample_reading: Reading
) -> None:
    definition = choose(panel, "3.1")
    with qtbot.waitSignal(panel.text_wanted):
        press(panel.detail, "3.8")
    assert place.clause in definition.reaches
    with qtbot.waitSignal(panel.text_wanted):
        press(panel.detail, "3.1")
    assert place.clause == definition.clause
    assert sample_reading.outline[definition.clause].number == "3.1"


def test_an_issue_is_asked_for_on_the_chosen_words(
    panel: CarveoutsPanel, place: Place, press: Press, qtbot: QtBot
) -> None:
    carveout = choose(panel, "3.14")
    with qtbot.waitSignal(panel.text_wanted), qtbot.waitSignal(panel.issue_wanted) as wanted:
        press(panel.detail, "Raise issue")
    assert wanted.args is not None
    assert wanted.args[0].span == carveout.span
    assert place.clause == carveout.clause


def test_the_key_of_an_issue_is_about_the_chosen_words_here(panel: CarveoutsPanel, qtbot: QtBot) -> None:
    carveout = choose(panel, "3.14")
    with qtbot.waitSignal(panel.issue_wanted) as wanted:
        QTest.keyClick(panel.table, Qt.Key.Key_I)
    assert wanted.args is not None
    assert wanted.args[0].span == carveout.span


def test_the_carveout_that_counsel_is_at_in_the_text_is_chosen(
    panel: CarveoutsPanel, sample_reading: Reading, place: Place
) -> None:
    panel.hide()
    place.go(next(c.clause for c in sample_reading.carveouts if c.quote.startswith("including")))
    panel.show()
    assert panel.model.row_at(panel.table.chosen or 0).clause == "3.15"


def test_in_a_narrow_window_other_columns_give_way_to_the_words(panel: CarveoutsPanel) -> None:
    def hidden() -> list[Column]:
        return [column for column in Column if panel.table.isColumnHidden(column)]

    panel.resize(1500, 700)
    QCoreApplication.sendPostedEvents()
    assert hidden() == []
    panel.resize(960, 600)
    QCoreApplication.sendPostedEvents()
    assert Column.KIND in hidden()
    assert panel.table.columnWidth(Column.WORDS) >= 200
    assert not panel.table.horizontalScrollBar().isVisible()


def test_a_row_is_as_high_as_its_words_and_no_row_is_lower_than_a_hand_needs(panel: CarveoutsPanel) -> None:
    panel.resize(1900, 700)
    QCoreApplication.sendPostedEvents()
    wide = [panel.table.rowHeight(row) for row in range(panel.model.rowCount())]
    assert min(wide) >= 26
    panel.resize(1280, 700)
    QCoreApplication.sendPostedEvents()
    narrow = [panel.table.rowHeight(row) for row in range(panel.model.rowCount())]
    assert sum(narrow) > sum(wide)
    assert all(n >= w for n, w in zip(narrow, wide, strict=True))


def test_the_chosen_row_stays_in_view_when_the_window_gets_smaller(panel: CarveoutsPanel) -> None:
    choose(panel, "3.16(ii)")
    panel.resize(1000, 420)
    QCoreApplication.sendPostedEvents()  # everything is laid out
    table = panel.table
    assert table.viewport().rect().intersects(table.visualRect(table.currentIndex()))


def test_the_chosen_carveout_is_cited_once_by_its_clause_and_its_lines(panel: CarveoutsPanel) -> None:
    choose(panel, "3.10")
    assert told(panel.detail)[:2] == ["3.10 Financial Statements of IIJ", "p. 15, ll. 793–796 · Section 3.10"]


def test_a_bar_is_there_only_to_scroll(panel: CarveoutsPanel) -> None:
    assert panel.table.verticalScrollBar().isEnabled()
    panel.narrowing.field.setText("Inclusion")
    assert not panel.table.verticalScrollBar().isEnabled()
