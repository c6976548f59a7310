"""A pane is laid out once, when all of its parts are as they should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from carveout.gui.inspector.laying_out import laid_out_once

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_parts_that_come_into_sight_take_their_places_at_the_end(qtbot: QtBot) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    layout = QVBoxLayout(pane)
    one, other = QLabel("one"), QLabel("other")
    layout.addWidget(one)
    layout.addWidget(other)
    other.hide()
    pane.show()
    before = one.geometry()
    with laid_out_once(pane):
        other.show()
        assert one.geometry() == before
    assert one.geometry().bottom() < other.geometry().top()


def test_a_pane_without_a_layout_is_refused(qtbot: QtBot) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    with pytest.raises(ValueError, match="without a layout"), laid_out_once(pane):
        pane.show()
