"""The siblings' pages and the picture, by keys and by mouse, on the sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from carveout.gui.carveouts.workspace import CarveoutsWorkspace
from carveout.gui.inspector.wrapping import WrappedText
from carveout.review.mark import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from carveout.agreement.reading import Reading
    from carveout.gui.appearance import Appearance
    from carveout.gui.place import Place
    from carveout.gui.session import Session

WORDING, REACH, GAPS, MAP = range(1, 5)


@pytest.fixture
def workspace(qtbot: QtBot, session: Session, place: Place, appearance: Appearance) -> CarveoutsWorkspace:
    """The workspace, shown, with nothing on the desk."""
    made = CarveoutsWorkspace(session, place, appearance)
    qtbot.addWidget(made)
    made.resize(1280, 760)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def read(
    workspace: CarveoutsWorkspace,
    session: Session,
    lay: Callable[[Reading], None],
    sample_reading: Reading,
    sample_closely: Reading,
) -> CarveoutsWorkspace:
    """The workspace over the sample, read closely."""
    lay(sample_reading)
    session.take_close_reading(sample_closely)
    return workspace


def empty_words(workspace: CarveoutsWorkspace) -> str:
    said = workspace.siblings.findChild(WrappedText, "emptyState")
    assert said is not None
    return said.text()


def test_until_the_close_reading_is_done_it_says_so(
    workspace: CarveoutsWorkspace, session: Session, lay: Callable[[Reading], None], sample_reading: Reading
) -> None:
    workspace.show_page(WORDING)
    assert "Open an agreement" in empty_words(workspace)
    lay(sample_reading)
    workspace.show_page(WORDING)
    assert "being read closely" in empty_words(workspace)
    session.miss_close_reading("Close other programs.")
    assert empty_words(workspace).endswith("Close other programs.")


def test_each_page_is_reached_by_its_button_and_takes_the_focus(
    read: CarveoutsWorkspace, press: Callable[[QWidget, str], None]
) -> None:
    siblings = read.siblings
    pages = (
        ("Wording", siblings.wording),
        ("Reach", siblings.reach),
        ("Gaps", siblings.gaps),
        ("Map", siblings.map.canvas),
    )
    for name, pane in pages:
        press(read, name)
        assert pane.isVisible()
        assert read.focusWidget() is pane
        assert read.around == siblings.around
    press(read, "Every carve-out")
    assert read.focusWidget() is read.every.table


def test_enter_on_a_cell_shows_its_words_in_the_text(
    read: CarveoutsWorkspace, place: Place, sample_closely: Reading, qtbot: QtBot
) -> None:
    read.show_page(WORDING)
    read.siblings.wording.choose(sample_closely.carveouts[-1].span)
    with qtbot.waitSignal(read.text_wanted):
        QTest.keyClick(read.siblings.wording, Qt.Key.Key_Return)
    assert place.span is not None
    assert place.clause == sample_closely.outline.at(place.span.start)


def test_a_decision_shows_in_the_wording_at_once(
    read: CarveoutsWorkspace, session: Session, sample_closely: Reading
) -> None:
    read.show_page(WORDING)
    first = read.siblings.wording.grid.rows[0]
    span = next(one.span for one in sample_closely.carveouts if one.span == first.key)
    session.decide(span, Verdict.STRIKE, "no")
    assert read.siblings.wording.model().index(0, 0).data() == "3.1\nstrike"


def test_arrows_walk_over_the_map_and_enter_shows_the_clause(
    read: CarveoutsWorkspace, place: Place, sample_closely: Reading, qtbot: QtBot
) -> None:
    read.show_page(MAP)
    canvas = read.siblings.map.canvas
    assert canvas.said.startswith("3.1 ")
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.said.startswith("3.2 ")
    assert "narrowed by a definition, 2 uses" in canvas.said
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    below = canvas.said
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    assert canvas.said != below
    with qtbot.waitSignal(read.text_wanted):
        QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert place.clause is not None
    assert sample_closely.outline[place.clause].number == "3.1"


def test_the_map_is_exported_as_a_picture_that_holds_the_clauses(read: CarveoutsWorkspace, tmp_path: Path) -> None:
    read.show_page(MAP)
    export = read.siblings.export
    for name in ("map.svg", "map.png", "map"):
        export.write(tmp_path / name)
    drawn = (tmp_path / "map.svg").read_text(encoding="utf-8")
    assert "18.1(3)" in drawn
    assert (tmp_path / "map.svg.svg").exists() is False
    assert not QImage(str(tmp_path / "map.png")).isNull()
    export.write(tmp_path / "no such folder" / "map.png")
    assert "could not be written" in export.told


def test_another_document_brings_the_table_to_the_front(
    read: CarveoutsWorkspace, session: Session, press: Callable[[QWidget, str], None]
) -> None:
    press(read, "Gaps")
    session.lay(None)
    chosen = [button.text() for button in read.findChildren(QPushButton) if button.isChecked()]
    assert "Every carve-out" in chosen
    assert read.every.isVisible()
