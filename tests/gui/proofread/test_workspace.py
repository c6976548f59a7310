"""The pages of the Proofread workspace, on the sample: findings, schedules, figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from carveout.agreement.close_reading import read_closely
from carveout.gui.grid.grid import Row
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.proofread.bound import figures_grid, schedules_grid
from carveout.gui.proofread.workspace import ProofreadWorkspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from carveout.agreement.reading import Reading
    from carveout.gui.appearance import Appearance
    from carveout.gui.grid.grid import Grid
    from carveout.gui.place import Place
    from carveout.gui.session import Session

FINDINGS, SCHEDULES, FIGURES = range(3)


@pytest.fixture
def workspace(qtbot: QtBot, session: Session, place: Place, appearance: Appearance) -> ProofreadWorkspace:
    """The workspace, shown, with nothing on the desk."""
    made = ProofreadWorkspace(session, place, appearance)
    qtbot.addWidget(made)
    made.resize(1280, 760)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def rows(grid: Grid) -> dict[str, list[str]]:
    found = (row for row in grid.rows if isinstance(row, Row))
    return {row.cells[0].words.split("\n")[0]: [cell.words for cell in row.cells[1:]] for row in found}


def test_each_exhibit_is_bound_to_the_clause_that_cites_it(sample_closely: Reading) -> None:
    shown = rows(schedules_grid(sample_closely))
    for exhibit, clause in (("3-1", "3.1"), ("3-3", "3.3"), ("3-7", "3.7"), ("3-16", "3.16")):
        held, cited, _ = shown[f"Exhibit {exhibit}"]
        assert (held, cited) == ("attached", clause)


def test_a_figure_shows_its_working_and_whether_it_ties(sample_closely: Reading) -> None:
    grid = figures_grid(sample_closely)
    told = [(row.cells[2].words, row.cells[4].words) for row in grid.rows if isinstance(row, Row)]
    assert any("9,603,373,500" in working and ties == "ties" for working, ties in told)
    assert any("31.6" in working and ties == "doesn’t tie" for working, ties in told)
    assert [ties for _, ties in told] == sorted((ties for _, ties in told), key=lambda ties: ties == "ties")


def test_the_pages_fill_in_and_lead_to_the_text(
    workspace: ProofreadWorkspace,
    session: Session,
    place: Place,
    lay: Callable[[Reading], None],
    sample_reading: Reading,
    sample_closely: Reading,
    press: Callable[[QWidget, str], None],
    qtbot: QtBot,
) -> None:
    lay(sample_reading)
    press(workspace, "Schedules")
    said = [one.text() for one in workspace.findChildren(WrappedText, "emptyState") if one.isVisible()]
    assert said == ["The agreement is being read closely; what is bound and recomputed will show here."]
    session.take_close_reading(sample_closely)
    grid = workspace.grids[SCHEDULES]
    assert grid.isVisible()
    assert workspace.field is None
    press(workspace, "Figures")
    assert workspace.focusWidget() is workspace.grids[FIGURES]
    with qtbot.waitSignal(workspace.text_wanted):
        QTest.keyClick(workspace.grids[FIGURES], Qt.Key.Key_Return)
    assert place.span is not None
    press(workspace, "Findings")
    assert workspace.focusWidget() is workspace.findings.list
    assert workspace.field is workspace.findings.field


def test_a_page_without_rows_leaves_the_focus_on_its_button(
    workspace: ProofreadWorkspace,
    session: Session,
    lay: Callable[[Reading], None],
    reading: Reading,
    press: Callable[[QWidget, str], None],
) -> None:
    lay(reading)
    session.take_close_reading(read_closely(reading))
    press(workspace, "Figures")
    button = workspace.focusWidget()
    assert isinstance(button, QPushButton)
    assert button.text() == "Figures"
    assert workspace.around == (workspace.pages,)
