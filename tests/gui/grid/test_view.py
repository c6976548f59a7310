"""A grid of words: cells wrap, arrows walk over headings, Enter leads to the place that a cell names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from carveout.agreement.span import Span
from carveout.gui.grid.grid import Block, Cell, Column, Face, Grid, Heading, Row, Run, Target, said
from carveout.gui.grid.model import CELL
from carveout.gui.grid.view import GridView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from carveout.gui.appearance import Appearance

COLUMNS = (Column("Clause", 0, 80), Column("Words", 1, 200))
PLACE = Target(3, Span(5, 9))


def row(key: str, words: str, goes: Target | None = None) -> Row:
    return Row(key, (said(key, Face.STRONG, goes=goes), said(words, Face.QUOTE)))


GRID = Grid(
    COLUMNS,
    (
        Heading("first", "Article 3", "two rows"),
        row("3.1", "Organization", PLACE),
        row("3.2", "words that go on and on " * 12),
        Heading("second", "Article 4"),
        row("4.1", "Conduct of business"),
    ),
)


@pytest.fixture
def view(qtbot: QtBot, appearance: Appearance) -> GridView:
    """The grid, shown."""
    made = GridView("Clauses", appearance)
    qtbot.addWidget(made)
    made.resize(420, 400)
    with qtbot.waitExposed(made):
        made.show()
    made.show_grid(GRID)
    return made


def test_a_row_is_as_high_as_its_words_and_the_columns_share_the_width(view: GridView) -> None:
    assert view.rowHeight(2) > 3 * view.rowHeight(1)
    assert view.columnWidth(0) == 80
    assert view.columnWidth(0) + view.columnWidth(1) == view.viewport().width()
    tall = view.rowHeight(2)
    view.resize(900, 400)
    assert view.rowHeight(2) < tall


def test_a_narrow_window_narrows_the_columns_a_little_before_it_scrolls(view: GridView) -> None:
    view.resize(270, 400)
    assert (view.columnWidth(0), view.columnWidth(0) + view.columnWidth(1)) == (80, view.viewport().width())
    view.resize(120, 400)
    assert view.columnWidth(1) == 160


def test_a_very_long_cell_is_cut_off(view: GridView) -> None:
    view.show_grid(Grid(COLUMNS, (row("3.1", "word " * 5_000),)))
    assert view.rowHeight(0) < 400


def test_the_choice_begins_below_the_heading_and_walks_over_the_next(view: GridView) -> None:
    assert view.key == "3.1"
    for key, expected in ((Qt.Key.Key_Down, "3.2"), (Qt.Key.Key_Down, "4.1"), (Qt.Key.Key_Up, "3.2")):
        QTest.keyClick(view, key)
        assert view.key == expected


def test_enter_and_a_double_click_lead_to_the_place(view: GridView, qtbot: QtBot) -> None:
    view.choose("3.1", 1)
    with qtbot.waitSignal(view.followed) as heard:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert heard.args == [PLACE]
    view.choose("3.2")
    with qtbot.assertNotEmitted(view.followed):
        QTest.keyClick(view, Qt.Key.Key_Return)


def test_the_choice_stays_on_its_row_when_others_come(view: GridView) -> None:
    view.choose("4.1", 1)
    for rows, expected in (((row("2.9", "new"), *GRID.rows), "4.1"), (GRID.rows[:3], "3.2"), ((), None)):
        view.show_grid(Grid(COLUMNS, rows))
        assert view.key == expected
    assert not view.choose("3.1")


def test_what_is_read_aloud_is_all_that_a_cell_says(view: GridView) -> None:
    two = Cell((Block((Run("caused "), Run("by", marked=True)), Face.QUOTE), Block((Run("p. 3"),), Face.MUTED)))
    view.show_grid(Grid(COLUMNS[:1], (Row("3.1", (two,)),)))
    index = view.model().index(0, 0)
    assert index.data() == "caused by\np. 3"
    assert index.data(CELL) == two
