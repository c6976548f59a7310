from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from carveout.agreement.clause import ClauseKind, Outline
from carveout.gui.outline.filter import Facet
from carveout.gui.outline.model import OutlineModel
from carveout.review.mark import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from carveout.agreement.reading import Reading
    from carveout.gui.session import Session


@pytest.fixture
def model(reading: Reading, session: Session, lay: Callable[[Reading], None]) -> OutlineModel:
    lay(reading)
    made = OutlineModel(session)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def shown(model: OutlineModel, parent: QModelIndex | None = None) -> Iterator[int]:
    parent = parent or QModelIndex()
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        clause = model.clause(index)
        assert clause is not None
        yield clause
        yield from shown(model, index)


def test_the_model_holds_every_clause_in_document_order(model: OutlineModel, reading: Reading) -> None:
    assert list(shown(model)) == [clause.id for clause in reading.outline]


def test_an_index_leads_up_to_the_clause_above(model: OutlineModel, reading: Reading) -> None:
    for clause in reading.outline:
        assert model.clause(model.at(clause.id).parent()) == clause.parent


def test_the_filter_keeps_matches_with_their_surroundings_and_lets_them_go_again(
    model: OutlineModel, reading: Reading
) -> None:
    model.filter(Facet.REPRESENTATIONS, "lawsuits")
    assert list(shown(model)) == [2, 6, 7, 10, 11, 12]
    assert not model.at(8).isValid()
    model.filter(Facet.ALL, "")
    assert list(shown(model)) == list(range(len(reading.outline)))


def test_a_mark_changes_its_rows_and_no_others(model: OutlineModel, session: Session, qtbot: QtBot) -> None:
    assert "unread" in str(model.at(8).data(Qt.ItemDataRole.AccessibleTextRole))
    session.mark(8, State.CLEARED)
    changed: list[int | None] = []

    def note(index: QModelIndex) -> None:
        changed.append(model.clause(index))

    model.dataChanged.connect(note)
    with qtbot.assertNotEmitted(model.modelReset):
        model.refresh({8, 7}, stays=8)
    assert sorted(changed, key=str) == [7, 8]
    assert "cleared" in str(model.at(8).data(Qt.ItemDataRole.AccessibleTextRole))


def test_the_row_that_was_just_read_stays_until_the_filter_is_set_again(model: OutlineModel, session: Session) -> None:
    model.filter(Facet.UNREAD, "")
    session.mark(8, State.READ)
    model.refresh({8}, stays=8)
    assert model.at(8).isValid()
    session.mark(9, State.READ)
    model.refresh({9}, stays=9)
    assert not model.at(8).isValid()
    model.filter(Facet.UNREAD, "")
    assert [c for c in shown(model) if c in {8, 9, 10, 13}] == [10, 13]


def test_the_text_of_a_row_is_never_rich_text(
    reading: Reading, session: Session, lay: Callable[[Reading], None]
) -> None:
    clause = replace(reading.outline[8], heading="<img src=x> & \u202eevil")
    clauses = (*reading.outline.clauses[:8], clause, *reading.outline.clauses[9:])
    lay(replace(reading, outline=Outline(clauses)))
    model = OutlineModel(session)
    index = model.at(8)
    assert index.data() == "3.1 <img src=x> & ⟦RLO⟧evil"
    assert "&lt;img src=x&gt; &amp;" in str(index.data(Qt.ItemDataRole.ToolTipRole))


def test_nothing_on_the_desk_is_an_empty_tree(session: Session) -> None:
    model = OutlineModel(session)
    assert model.rowCount() == 0
    assert model.first_match() is None


def test_ten_thousand_clauses_are_filtered_while_one_types(
    reading: Reading, session: Session, lay: Callable[[Reading], None]
) -> None:
    last = reading.outline[len(reading.outline) - 1]
    many = [replace(last, id=n, kind=ClauseKind.ITEM, number=f"({n})", parent=15) for n in range(16, 10_000)]
    lay(replace(reading, outline=Outline((*reading.outline.clauses, *many))))
    model = OutlineModel(session)
    start = time.process_time()
    for typed in ("(", "(9", "(99", "(999"):
        model.filter(Facet.ALL, typed)
    assert (time.process_time() - start) / 4 < 0.1


def test_an_index_is_answered_from_what_was_laid_though_a_shorter_document_lies_on_the_desk(
    reading: Reading, sample_reading: Reading, session: Session, lay: Callable[[Reading], None]
) -> None:
    lay(sample_reading)
    model = OutlineModel(session)
    last = max(shown(model))
    assert last >= len(reading.outline)
    lay(reading)
    index = model.at(last)
    assert model.clause(model.parent(index)) == sample_reading.outline[last].parent
    assert index.data()
