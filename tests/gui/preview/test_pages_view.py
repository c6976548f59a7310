from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from carveout.agreement.intake.pdf.pictured import Pictured
from carveout.gui.appearance import Appearance
from carveout.gui.preview.pages_view import PagesView
from carveout.gui.preview.turning import Turning

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def pages(pdf: bytes, qtbot: QtBot) -> PagesView:
    made = PagesView(Appearance("light"))
    qtbot.addWidget(made)
    made.resize(500, 600)
    made.show()
    made.show_pages(Pictured(pdf))
    qtbot.waitUntil(made.is_pictured)
    return made


def dark_pixels(pages: PagesView) -> int:
    image = pages.viewport().grab().toImage()
    return sum(
        QColor(image.pixel(x, y)).lightness() < 100 for x in range(0, image.width(), 2) for y in range(image.height())
    )


def test_the_pages_in_sight_are_pictured_as_wide_as_there_is_room(pages: PagesView) -> None:
    assert (pages.count, pages.page) == (9, 1)
    assert dark_pixels(pages) > 20
    assert pages.horizontalScrollBar().maximum() == 0
    assert pages.accessibleName() == "Pages of the memo, page 1 of 9"


def test_keys_turn_the_pages(pages: PagesView, qtbot: QtBot) -> None:
    for key, page in (
        (Qt.Key.Key_PageDown, 2),
        (Qt.Key.Key_Space, 3),
        (Qt.Key.Key_PageUp, 2),
        (Qt.Key.Key_End, 9),
        (Qt.Key.Key_Home, 1),
    ):
        QTest.keyClick(pages, key)
        assert pages.page == page
    pages.go(9)
    qtbot.waitUntil(pages.is_pictured)
    assert dark_pixels(pages) > 20


def test_another_size_keeps_the_page_in_front(pages: PagesView) -> None:
    pages.go(5)
    before = pages.zoom
    QTest.keyClick(pages, Qt.Key.Key_Plus, CTRL)
    assert pages.zoom > before
    assert pages.page == 5
    QTest.keyClick(pages, Qt.Key.Key_0, CTRL)
    QTest.keyClick(pages, Qt.Key.Key_Minus, CTRL)
    assert pages.page == 5
    pages.resize(700, 500)
    assert pages.page == 5


def test_other_pages_of_the_memo_come_in_the_place_of_those_before(pages: PagesView, pdf: bytes) -> None:
    pages.go(6)
    pages.show_pages(Pictured(pdf))
    assert pages.page == 6
    pages.show_pages(None)
    assert (pages.count, pages.page) == (0, 0)
    assert pages.accessibleName() == "No pages yet"


def test_a_number_that_is_typed_leads_to_its_page(pages: PagesView, qtbot: QtBot) -> None:
    turning = Turning(pages)
    qtbot.addWidget(turning)
    turning.show()
    turning.number.selectAll()
    QTest.keyClicks(turning.number, "7")
    QTest.keyClick(turning.number, Qt.Key.Key_Return)
    assert pages.page == 7
    turning.number.selectAll()
    QTest.keyClicks(turning.number, "77")
    assert turning.number.text() == "7"


def test_the_wheel_zooms_with_ctrl(pages: PagesView, qtbot: QtBot) -> None:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    before = pages.zoom
    event = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    with qtbot.waitSignal(pages.zoomed):
        QApplication.sendEvent(pages.viewport(), event)
    assert pages.zoom > before
