"""The Remedies workspace: matrix, tests and scenarios, by keys and by mouse, on the sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from carveout.agreement.remedies.scenario import Scenario, Step
from carveout.gui.inspector.wrapping import WrappedText
from carveout.gui.remedies.panel import RemediesPanel
from carveout.review.supposing import Question

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from carveout.agreement.reading import Reading
    from carveout.gui.appearance import Appearance
    from carveout.gui.grid.view import GridView
    from carveout.gui.place import Place
    from carveout.gui.session import Session

MATRIX, ACCURACY, EFFECTS, SCENARIOS = range(4)


@pytest.fixture
def panel(qtbot: QtBot, session: Session, place: Place, appearance: Appearance) -> RemediesPanel:
    """The workspace, shown, with nothing on the desk."""
    made = RemediesPanel(session, place, appearance)
    qtbot.addWidget(made)
    made.resize(1280, 760)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def read(
    panel: RemediesPanel,
    session: Session,
    lay: Callable[[Reading], None],
    sample_reading: Reading,
    sample_closely: Reading,
) -> RemediesPanel:
    """The workspace over the sample, read closely."""
    lay(sample_reading)
    session.take_close_reading(sample_closely)
    return panel


def said(grid: GridView) -> dict[str, list[str]]:
    """Return what the rows say, by the first line of their first cell."""
    model = grid.model()
    rows = ([model.index(row, c).data() for c in range(model.columnCount())] for row in range(model.rowCount()))
    return {cells[0].split("\n")[0]: cells[1:] for cells in rows}


def empty_words(panel: RemediesPanel) -> str:
    return next(one.text() for one in panel.findChildren(WrappedText, "emptyState") if one.text()[:7] != "Suppose")


def suppose(panel: RemediesPanel, who: str, what: str, day: str = "") -> None:
    for field, words in ((panel.scenarios.supposing.who, who), (panel.scenarios.supposing.what, what)):
        field.setText(words)
    panel.scenarios.supposing.day.setText(day)
    QTest.keyClick(panel.scenarios.supposing.day, Qt.Key.Key_Return)


def test_until_the_close_reading_is_done_it_says_so(
    panel: RemediesPanel, session: Session, lay: Callable[[Reading], None], sample_reading: Reading
) -> None:
    assert "Open an agreement" in empty_words(panel)
    lay(sample_reading)
    assert "being read closely" in empty_words(panel)
    session.miss_close_reading("Close other programs.")
    assert empty_words(panel).endswith("Close other programs.")


def test_the_accuracy_tests_stand_with_their_words(read: RemediesPanel, press: Callable[[QWidget, str], None]) -> None:
    press(read, "Accuracy tests")
    rows = said(read.grids[ACCURACY])
    assert rows["5.1"][0] == "Condition"
    assert rows["5.1"][1].startswith("in Article 3")
    assert rows["Article 6(5)"][1].startswith("in this Agreement")
    assert rows["18.1(1)"][4] == "is made aware that"


def test_the_adverse_effect_tests_stand_with_what_they_excuse(
    read: RemediesPanel, press: Callable[[QWidget, str], None], place: Place, qtbot: QtBot
) -> None:
    press(read, "Adverse-effect tests")
    grid = read.grids[EFFECTS]
    rows = said(grid)
    assert rows["3.10"][1] == "may have"
    assert "except for any adverse effects" in rows["5.3"][5]
    assert rows["18.1(3)"][5] == "bare"
    with qtbot.waitSignal(read.text_wanted):
        QTest.keyClick(grid, Qt.Key.Key_Return)
    reading = read.scenarios._session.reading
    assert reading is not None
    assert place.clause is not None
    assert reading.outline[place.clause].number == "3.10"


def test_every_representation_has_a_row_of_the_matrix(read: RemediesPanel, sample_closely: Reading) -> None:
    keys = [row.key for row in read.grids[MATRIX].grid.rows]
    assert {one.clause for one in sample_closely.representations} <= set(keys)


def test_a_page_without_rows_leaves_the_focus_on_its_button(
    read: RemediesPanel, press: Callable[[QWidget, str], None]
) -> None:
    press(read, "Accuracy tests")
    press(read, "Effect definitions")
    assert "No term of this document means an adverse effect." in empty_words(read)
    read.setFocus()  # as its key does
    button = read.focusWidget()
    assert isinstance(button, QPushButton)
    assert button.text() == "Effect definitions"
    QTest.keyClick(button, Qt.Key.Key_Left)
    assert read.grids[EFFECTS].isVisible()


def test_a_scenario_is_typed_walked_through_and_judged_and_the_table_keeps_it(
    read: RemediesPanel, session: Session, press: Callable[[QWidget, str], None], sample_closely: Reading
) -> None:
    press(read, "Scenarios")
    assert isinstance(read.focusWidget(), QLineEdit)
    suppose(read, "Crosswave", "petitions for reorganization", "2003-08-20")
    ((name, supposed),) = session.review.scenarios.items()
    assert supposed.scenario.who == "Crosswave"
    walk = read.scenarios.walk
    assert read.focusWidget() is walk
    first = sample_closely.representations[0].clause
    walk.choose(first, 1)
    QTest.keyClick(walk, Qt.Key.Key_Y)
    assert session.review.judgements[Question(name, first, Step.CLASS)].untrue
    assert said(walk)["3.1"][-1] == "3 to judge"
    walk.choose(first, 2)
    QTest.keyClick(walk, Qt.Key.Key_N)
    assert said(walk)["3.1"][-1] == "stands"
    QTest.keyClick(walk, Qt.Key.Key_Backspace)
    assert said(walk)["3.1"][-1] == "3 to judge"
    assert session.undo()
    assert said(walk)["3.1"][-1] == "stands"


def test_a_representation_is_untrue_where_every_step_counts_against_it(
    read: RemediesPanel, session: Session, press: Callable[[QWidget, str], None], sample_closely: Reading
) -> None:
    press(read, "Scenarios")
    suppose(read, "Target", "defaults")
    walk = read.scenarios.walk
    clause = sample_closely.representations[2].clause
    for column in range(1, 5):
        walk.choose(clause, column)
        QTest.keyClick(walk, Qt.Key.Key_Y)
    assert len(session.review.judgements) == 4
    assert said(walk)["3.3"][-1] == "untrue"


def test_a_judgement_makes_the_row_of_its_representation_anew_and_no_other(
    read: RemediesPanel, press: Callable[[QWidget, str], None], sample_closely: Reading
) -> None:
    press(read, "Scenarios")
    suppose(read, "Target", "defaults")
    walk = read.scenarios.walk
    before = walk.grid.rows
    walk.choose(sample_closely.representations[2].clause, 1)
    QTest.keyClick(walk, Qt.Key.Key_Y)
    changed = [now.key for was, now in zip(before, walk.grid.rows, strict=True) if was is not now]
    assert changed == [sample_closely.representations[2].clause]


def test_a_scenario_needs_a_fact_and_a_day_that_is_one(
    read: RemediesPanel, session: Session, press: Callable[[QWidget, str], None]
) -> None:
    press(read, "Scenarios")
    suppose(read, "", "")
    suppose(read, "Target", "defaults", "yesterday")
    assert not session.review.scenarios
    wrong = read.findChild(WrappedText, "warning")
    assert wrong is not None
    assert "2026-03-01" in wrong.text()


def test_a_scenario_is_dropped_and_undo_brings_it_back(
    read: RemediesPanel, session: Session, press: Callable[[QWidget, str], None]
) -> None:
    press(read, "Scenarios")
    suppose(read, "Target", "defaults")
    suppose(read, "Buyer", "defaults")
    current = read.scenarios.supposing.current
    assert current is not None
    assert session.review.scenarios[current].scenario == Scenario("Buyer", "defaults", None)
    press(read, "Drop scenario")
    assert len(session.review.scenarios) == 1
    assert session.undo()
    assert len(session.review.scenarios) == 2
