from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QFrame, QWidget

from carveout.gui.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def flow(qtbot: QtBot) -> Iterator[FlowLayout]:
    row = QWidget()
    qtbot.addWidget(row)
    layout = FlowLayout(row, across=10, down=5)
    for width in (60, 60, 60):
        item = QFrame()
        item.setFixedSize(width, 20)
        layout.addWidget(item)
    yield layout
    row.close()


def places(flow: FlowLayout) -> list[tuple[int, int]]:
    found = []
    for position in range(flow.count()):
        item = flow.itemAt(position)
        assert item is not None
        found.append((item.geometry().x(), item.geometry().y()))
    return found


def test_items_stand_side_by_side_while_there_is_room(flow: FlowLayout) -> None:
    flow.setGeometry(QRect(0, 0, 200, 20))
    assert places(flow) == [(0, 0), (70, 0), (140, 0)]
    assert flow.heightForWidth(200) == 20


def test_the_rest_goes_to_the_next_row(flow: FlowLayout) -> None:
    flow.setGeometry(QRect(0, 0, 199, 45))
    assert places(flow) == [(0, 0), (70, 0), (0, 25)]
    assert flow.heightForWidth(199) == 45


def test_a_hidden_item_takes_no_room(flow: FlowLayout) -> None:
    row = flow.parentWidget()
    assert row is not None
    row.show()
    row.findChildren(QFrame)[0].hide()
    assert flow.heightForWidth(130) == 20


def test_no_width_at_all_still_shows_every_item(flow: FlowLayout) -> None:
    assert flow.heightForWidth(1) == 3 * 20 + 2 * 5
