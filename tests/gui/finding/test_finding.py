"""The palette in the real window: typed into, walked through and left by key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from tests.gui.test_theme import LEGIBLE, contrast

from carveout.gui.finding.box import SearchBox
from carveout.gui.finding.palette import Palette
from carveout.gui.finding.rows import Heading
from carveout.review.anchoring import on_clause
from carveout.review.annotation import AnnotationKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from carveout.gui.application import Desk
    from carveout.gui.finding.finding import Finding

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def finding(desk: Desk, matter_file: Path, qtbot: QtBot) -> Finding:
    """The window with the deal on the desk, every word of it indexed."""
    desk.open(matter_file)
    made = desk.window.finding
    made.searching.hurry()
    qtbot.waitUntil(lambda: made.searching.ready)
    return made


def focused() -> QWidget:
    found: QWidget | None = QApplication.focusWidget()
    assert found is not None
    return found


def key(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, held)


def palette(finding: Finding) -> Palette:
    """Return the palette, which was opened before."""
    window = finding.parent()
    assert window is not None
    found = window.findChild(Palette)
    assert found is not None
    return found


def look_for(finding: Finding, typed: str) -> list[str]:
    """Type into an open palette, and return what its rows say."""
    palette(finding).field.setText(typed)
    return said(finding)


def said(finding: Finding) -> list[str]:
    return [row.said for row in palette(finding).model.rows]


def headings(finding: Finding) -> list[str]:
    return [row.title for row in palette(finding).model.rows if isinstance(row, Heading)]


def chosen(finding: Finding) -> str:
    return palette(finding).model.rows[palette(finding).view.chosen].said


def test_ctrl_k_opens_the_palette_and_esc_gives_the_keys_back(desk: Desk, finding: Finding) -> None:
    assert focused() is desk.window.text.sheet
    key(Qt.Key.Key_K, CTRL)
    assert focused() is palette(finding).field
    assert headings(finding) == ["Often wanted"]
    key(Qt.Key.Key_Escape)
    assert not palette(finding).isVisible()
    assert focused() is desk.window.text.sheet


def test_the_box_in_the_header_opens_it_and_a_click_beside_it_closes_it(desk: Desk, finding: Finding) -> None:
    box = desk.window.findChild(SearchBox)
    assert box is not None
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    assert palette(finding).isVisible()
    assert palette(finding).size() == desk.window.size()
    QTest.mouseClick(palette(finding), Qt.MouseButton.LeftButton, pos=QPoint(5, 500))
    assert not palette(finding).isVisible()


def test_the_palette_goes_when_something_else_takes_the_keys(desk: Desk, finding: Finding) -> None:
    finding.search()
    desk.window.outline.field.setFocus()
    assert not palette(finding).isVisible()
    assert focused() is desk.window.outline.field


def test_letters_are_letters_in_the_palette(desk: Desk, finding: Finding) -> None:
    finding.search()
    for letter in (Qt.Key.Key_N, Qt.Key.Key_I, Qt.Key.Key_Space, Qt.Key.Key_R):
        key(letter)
    assert palette(finding).field.text() == "ni r"
    assert not desk.session.review.marks


def test_a_number_goes_to_its_clause_at_once(desk: Desk, finding: Finding) -> None:
    for typed in ("3.3", "3.3 ", "Section 3.3"):
        desk.place.go(5)
        finding.search()
        look_for(finding, typed)
        key(Qt.Key.Key_Return)
        assert not palette(finding).isVisible()
        assert desk.place.clause == 10
        assert focused() is desk.window.text.sheet


def test_a_heading_is_found_by_the_beginnings_of_its_words(desk: Desk, finding: Finding) -> None:
    finding.search()
    rows = look_for(finding, "fin stat")
    assert rows[:2] == ["Clauses", "3.2  Financial Statements, p. 2, l. 140"]
    key(Qt.Key.Key_Return)
    assert desk.place.clause == 9


def test_hits_come_in_groups_with_the_words_around_them(desk: Desk, finding: Finding, qtbot: QtBot) -> None:
    reading = desk.session.reading
    assert reading is not None
    desk.session.annotate(AnnotationKind.ISSUE, on_clause(reading, 9), "Closing must be later.")
    qtbot.waitUntil(lambda: finding.searching.ready)
    finding.search()
    rows = look_for(finding, "closing")
    assert headings(finding) == ["Defined terms", "In the text", "Notes"]
    assert "Issue, on 3.2, by A. Reader, Closing must be later., open" in [
        row.replace(desk.session.author, "A. Reader") for row in rows
    ]
    assert any("organized as of the Closing Date." in row for row in rows)


def test_enter_on_a_hit_goes_to_its_words_and_f3_to_the_next(desk: Desk, finding: Finding) -> None:
    reading = desk.session.reading
    assert reading is not None
    finding.search()
    look_for(finding, '"petition"')
    key(Qt.Key.Key_Return)
    first = desk.place.span
    assert first is not None
    assert (first.of(reading.text), desk.place.clause) == ("Petition", 9)
    assert finding.strip.isVisible()
    assert finding.strip.told == '"petition" 1 of 2'
    key(Qt.Key.Key_F3)
    assert desk.place.clause == 12
    assert finding.strip.told == '"petition" 2 of 2'
    key(Qt.Key.Key_F3)
    assert desk.place.span == first
    key(Qt.Key.Key_F3, SHIFT)
    assert desk.place.clause == 12


def test_f3_goes_on_from_where_counsel_is(desk: Desk, finding: Finding) -> None:
    finding.search()
    look_for(finding, "petition")
    key(Qt.Key.Key_Return)
    desk.place.go(10)
    assert finding.strip.told == "petition 2 in the text"
    key(Qt.Key.Key_F3)
    assert desk.place.clause == 12
    desk.place.go(10)
    key(Qt.Key.Key_F3, SHIFT)
    assert desk.place.clause == 9


def test_f3_shows_the_text_where_something_else_is_in_front(desk: Desk, finding: Finding) -> None:
    finding.search()
    look_for(finding, "petition")
    key(Qt.Key.Key_Return)
    desk.window.workspaces.show_carveouts()
    key(Qt.Key.Key_F3)
    assert desk.window.text.isVisible()
    assert desk.place.clause == 12


def test_walking_ends_when_it_is_done_or_another_matter_comes(
    desk: Desk, finding: Finding, press: Callable[[QWidget, str], None]
) -> None:
    for end in (partial(press, finding.strip, "Done"), desk.window.papers.close_matter):
        finding.search()
        look_for(finding, "petition")
        key(Qt.Key.Key_Return)
        assert finding.strip.isVisible()
        end()
        assert not finding.walking.under_way
        assert not finding.strip.isVisible()


def test_tab_walks_over_the_rows_as_the_arrows_do(finding: Finding) -> None:
    finding.search()
    shown = palette(finding)
    first = shown.view.chosen
    key(Qt.Key.Key_Tab)
    assert shown.view.chosen > first
    assert shown.field.hasFocus()
    key(Qt.Key.Key_Backtab, SHIFT)
    assert shown.view.chosen == first
    assert shown.isVisible()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_key_of_the_chosen_command_is_legible(desk: Desk, finding: Finding, name: str) -> None:
    desk.appearance.choose(name)
    finding.search()
    view = palette(finding).view
    row = view.visualRect(view.currentIndex())
    inside = QRect(row.right() - 50, row.center().y() - 6, 30, 12)  # of the frame around the key
    shown = view.viewport().grab(inside).toImage()
    inks = {shown.pixelColor(x, y).name() for x in range(shown.width()) for y in range(shown.height())}
    assert desk.appearance.theme.accent_soft in inks
    assert max(contrast(ink, desk.appearance.theme.accent_soft) for ink in inks) >= LEGIBLE


def test_esc_ends_the_walk_from_the_text_and_from_the_strip(desk: Desk, finding: Finding) -> None:
    for pane in (desk.window.text, finding.strip):
        finding.search()
        look_for(finding, "petition")
        key(Qt.Key.Key_Return)
        pane.setFocus()
        assert finding.strip.isVisible()
        key(Qt.Key.Key_Escape)
        assert not finding.strip.isVisible()
        assert focused() is desk.window.text.sheet


def test_the_text_shows_the_words_that_were_looked_for(desk: Desk, finding: Finding) -> None:
    finding.search()
    look_for(finding, "petition")
    key(Qt.Key.Key_Return)
    desk.place.go(11)  # the hits are in sight, none of them framed
    sheet = desk.window.text.sheet
    shown = sheet.viewport().grab().toImage()
    sheet.show_found(())
    assert sheet.viewport().grab().toImage() != shown
    sheet.show_found(finding.walking.spans)
    assert sheet.viewport().grab().toImage() == shown


def test_ctrl_f_finds_in_the_text_alone(desk: Desk, finding: Finding) -> None:
    key(Qt.Key.Key_F, CTRL)
    assert palette(finding).field.text() == "in:text "
    assert palette(finding).state
    QTest.keyClicks(focused(), "financial")
    assert headings(finding) == ["In the text"]
    key(Qt.Key.Key_Return)
    assert desk.place.clause == 9
    key(Qt.Key.Key_F, CTRL)
    assert palette(finding).field.selectedText() == "financial"


def test_ctrl_f_takes_over_the_words_that_are_selected(desk: Desk, finding: Finding) -> None:
    reading, sheet = desk.session.reading, desk.window.text.sheet
    assert reading is not None
    sheet.find("Lawsuit")
    key(Qt.Key.Key_F, CTRL)
    assert palette(finding).field.text() == 'in:text "Lawsuit"'


def test_f3_asks_what_to_look_for_first(finding: Finding) -> None:
    key(Qt.Key.Key_F3)
    assert palette(finding).isVisible()


def test_a_command_is_run_and_is_offered_first_from_then_on(desk: Desk, finding: Finding) -> None:
    desk.place.go(9)
    finding.search()
    rows = look_for(finding, ">mark cl")
    assert rows == ["Commands", "Mark cleared   Review, C"]
    key(Qt.Key.Key_Return)
    assert 9 in desk.session.review.marks
    finding.search()
    assert said(finding)[:2] == ["Used last", "Mark cleared   Review, C"]


def test_what_cannot_be_taken_now_is_shown_and_not_run(desk: Desk, finding: Finding) -> None:
    finding.search()
    assert look_for(finding, "> redo") == ["Commands", "Redo   Edit, Ctrl+Shift+Z, not now"]
    key(Qt.Key.Key_Return)
    assert palette(finding).isVisible()
    assert desk.session.undoable is None


def test_commands_are_found_without_the_sign_too(finding: Finding) -> None:
    finding.search()
    look_for(finding, "x-ray")
    assert headings(finding) == ["Commands"]


def test_down_up_and_page_keys_choose_rows_and_pass_the_headings_by(finding: Finding) -> None:
    finding.search()
    look_for(finding, "closing")
    assert chosen(finding).startswith("Closing Date")
    key(Qt.Key.Key_Down)
    second = chosen(finding)
    assert second != "In the text"
    assert "Closing Date" in second
    key(Qt.Key.Key_Up)
    assert chosen(finding).startswith("Closing Date")
    key(Qt.Key.Key_Up)
    last = chosen(finding)
    assert last == said(finding)[-1]
    key(Qt.Key.Key_PageUp)
    assert chosen(finding).startswith("Closing Date")
    key(Qt.Key.Key_PageDown)
    assert chosen(finding) == last
    assert palette(finding).field.accessibleDescription() == last


def test_the_row_that_was_chosen_by_key_stays_chosen_when_more_can_be_found(
    desk: Desk, finding: Finding, qtbot: QtBot
) -> None:
    reading = desk.session.reading
    assert reading is not None
    finding.search()
    look_for(finding, "statements")
    key(Qt.Key.Key_Down)
    before = chosen(finding)
    with qtbot.waitSignal(finding.searching.indexed):
        desk.session.annotate(AnnotationKind.NOTE, on_clause(reading, 9), "Which statements?")
    qtbot.waitUntil(lambda: "Notes" in headings(finding))
    assert chosen(finding) == before


def test_a_click_takes_a_row(desk: Desk, finding: Finding) -> None:
    finding.search()
    look_for(finding, "3.2")
    view = palette(finding).view
    box = view.visualRect(palette(finding).model.index(1))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert desk.place.clause == 9


def test_where_nothing_is_found_the_palette_says_what_to_do(desk: Desk, finding: Finding) -> None:
    finding.search()
    assert look_for(finding, "zebra crossing") == []
    assert "Try fewer words" in palette(finding).state
    assert look_for(finding, "> zebra") == []
    assert "No command" in palette(finding).state
    palette(finding).leave()
    desk.window.papers.close_matter()
    finding.search()
    assert "Open an agreement" in palette(finding).state
    assert "Open…   File, Ctrl+O" in said(finding)


def test_any_text_can_be_typed(finding: Finding) -> None:
    finding.search()
    for typed in ('"', "tag:", "-", "((((" * 999, "OR", "\ud800", "\x00", "in:text \u202e", ">", ">>", "3.99("):
        look_for(finding, typed)
        key(Qt.Key.Key_Return)
        finding.search()


def test_the_palette_is_drawn_in_both_themes_and_follows_the_window(desk: Desk, finding: Finding) -> None:
    finding.search()
    look_for(finding, "closing")
    seen = []
    for theme in ("light", "dark"):
        desk.appearance.choose(theme)
        seen.append(palette(finding).grab().toImage())
    assert seen[0] != seen[1]
    desk.window.resize(1000, 640)
    assert palette(finding).size() == desk.window.size()


def test_every_part_of_the_palette_has_a_name(finding: Finding) -> None:
    finding.search()
    made = palette(finding)
    assert all(part.accessibleName() for part in (made, made.field, made.view))
