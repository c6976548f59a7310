"""The heights of the rows of a long grid: those in sight at once, the others soon."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from carveout.gui.grid.grid import Column, Face, Grid, Row, said
from carveout.gui.grid.view import GridView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from carveout.gui.appearance import Appearance

COLUMNS = (Column("Clause", 0, 80), Column("Words", 1, 200))
ROWS = 300


def grid_of(words: str) -> Grid:
    rows = (Row(n, (said(str(n), Face.STRONG), said(f"{words}{n}", Face.QUOTE))) for n in range(ROWS))
    return Grid(COLUMNS, tuple(rows))


LONG, SHORT = grid_of("words that go on and on " * 8), grid_of("words ")


@pytest.fixture
def view(qtbot: QtBot, appearance: Appearance) -> GridView:
    made = GridView("Clauses", appearance)
    qtbot.addWidget(made)
    made.resize(420, 400)
    with qtbot.waitExposed(made):
        made.show()
    made.show_grid(LONG)
    return made


def test_the_rows_in_sight_are_as_high_as_their_words_at_once_and_the_last_one_soon(
    view: GridView, qtbot: QtBot
) -> None:
    assert view.rowHeight(0) > 60
    assert view.rowHeight(ROWS - 1) < 60
    qtbot.waitUntil(lambda: view.rowHeight(ROWS - 1) > 60)
    assert {view.rowHeight(row) for row in range(100, ROWS)} == {view.rowHeight(100)}


def test_end_leads_to_the_last_row_where_it_stays(view: GridView, qtbot: QtBot) -> None:
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert view.currentIndex().row() == ROWS - 1
    at = view.rowViewportPosition(ROWS - 1)
    assert 0 < at < view.viewport().height()
    qtbot.waitUntil(lambda: view.rowHeight(ROWS - 1) == view.rowHeight(0))
    assert view.rowViewportPosition(ROWS - 1) == at


def test_another_grid_keeps_what_is_at_the_top_of_the_window(view: GridView) -> None:
    view.choose(200)
    top, at = view.verticalScrollBar().value(), view.rowViewportPosition(200)
    view.show_grid(LONG)
    assert (view.verticalScrollBar().value(), view.rowViewportPosition(200)) == (top, at)


def test_a_grid_that_takes_the_place_of_one_under_way_has_its_own_heights(view: GridView, qtbot: QtBot) -> None:
    view.show_grid(SHORT)
    qtbot.waitUntil(lambda: view.rowHeight(ROWS - 1) == view.rowHeight(0))
    assert view.rowHeight(0) < 60
