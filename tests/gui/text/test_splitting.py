"""Two places of one agreement at once, in the real window."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtTest import QTest

from carveout.gui.text.leaf import focus
from carveout.gui.text.under_point import flags
from carveout.gui.uncollected import nothing_collected
from carveout.review.anchoring import on_clause
from carveout.review.annotation import AnnotationKind

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from carveout.agreement.reading import Reading
    from carveout.gui.application import Desk
    from carveout.gui.text.leaf import Leaf
    from carveout.gui.text.sheet import Sheet
    from carveout.store.matter import Matter

F8, F12 = Qt.Key.Key_F8, Qt.Key.Key_F12
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def split(desk: Desk, pointing: Reading, tmp_path: Path) -> Desk:
    """The window with an agreement of many clauses, at 2.2, its text split."""
    from tests.gui.text.conftest import POINTING

    from carveout.store.matter import create_matter

    path = tmp_path / "pointing.carveout"
    create_matter(path, pointing, POINTING.encode()).close()
    desk.open(path)
    desk.place.go(clause(desk, "Section 2.2"))
    QTest.keyClick(desk.window.text.sheet, F8)
    return desk


def clause(desk: Desk, citation: str) -> int:
    assert desk.session.reading is not None
    return next(one.id for one in desk.session.reading.outline if one.citation == citation)


def other(desk: Desk) -> Leaf:
    found = desk.window.text.leaves.other
    assert found is not None
    return found


def test_a_key_shows_the_text_twice_and_once_again(split: Desk) -> None:
    leaves, action = split.window.text.leaves, split.window.menus.actions["split_view"]
    assert [leaf.isVisible() for leaf in leaves.all] == [True, True]
    assert action.isChecked()
    QTest.keyClick(split.window.text.sheet, F8)
    assert len(leaves.all) == 1
    assert not action.isChecked()
    assert leaves.front.where == ""


def test_what_the_caret_is_at_stays_in_sight_when_the_room_is_halved(split: Desk) -> None:
    QTest.keyClick(split.window.text.sheet, F8)
    sheet = split.window.text.sheet
    split.place.go(clause(split, "Section 3.9"))
    sheet.bring(split.session.reading.outline[clause(split, "Section 3.9")].start, 0.8)  # type: ignore[union-attr]
    QTest.keyClick(sheet, F8)
    for leaf in split.window.text.leaves.all:
        assert leaf.sheet.viewport().rect().contains(leaf.sheet.cursorRect().center())


def test_each_view_says_where_it_is(split: Desk) -> None:
    split.place.go(clause(split, "Section 3.9"))
    assert split.window.text.leaves.front.where == "Section 3.9, Duty"
    assert other(split).where != "Section 3.9, Duty"


def test_only_the_view_in_front_goes_where_the_outline_goes(split: Desk) -> None:
    front, stays = split.window.text.leaves.front, other(split)
    before = stays.sheet.top()
    split.place.go(clause(split, "Section 4.2"))
    assert stays.sheet.top() == before
    focus(stays)
    assert split.window.text.leaves.front is stays
    assert split.place.clause == clause(split, "Section 2.2")
    held = front.sheet.top()
    split.place.go(clause(split, "Section 1.1"))
    assert stays.clause == clause(split, "Section 1.1")
    assert front.sheet.top() == held


def test_f6_goes_to_both_views(split: Desk) -> None:
    first, second = split.window.text.leaves.all
    focus(first)
    QTest.keyClick(first.sheet, Qt.Key.Key_F6)
    assert second.sheet.hasFocus()


def test_what_a_reference_cites_opens_in_the_other_view_and_this_one_stays(split: Desk) -> None:
    reading = split.session.reading
    assert reading is not None
    sheet = split.window.text.sheet
    sheet.put_caret(reading.text.index("Sections 4.1 and 4.2") + 3)
    top = sheet.top()
    QTest.keyClick(sheet, F12, SHIFT)
    assert other(split).clause == clause(split, "Section 4.1")
    assert split.place.clause == clause(split, "Section 2.2")
    assert split.window.text.sheet.top() == top
    assert "Open in the other view" in [a.text().replace("&", "") for a in split.window.text.menu().actions()]


def test_a_clause_opens_in_the_other_view_where_nothing_is_cited(split: Desk) -> None:
    QTest.keyClick(split.window.text.sheet, F8)
    split.place.go(clause(split, "Section 3.5"))
    QTest.keyClick(split.window.text.sheet, F12, SHIFT)
    assert other(split).clause == clause(split, "Section 3.5")


def test_the_views_scroll_each_by_itself_or_by_as_much(split: Desk) -> None:
    split.place.go(clause(split, "Section 3.9"))
    bars = [leaf.sheet.verticalScrollBar() for leaf in (split.window.text.leaves.front, other(split))]
    before = [bar.value() for bar in bars]
    bars[0].setValue(before[0] + 40)
    assert bars[1].value() == before[1]
    QTest.keyClick(split.window.text.sheet, F8, SHIFT)
    assert split.window.menus.actions["together"].isChecked()
    bars[0].setValue(before[0] + 100)
    assert [bar.value() for bar in bars] == [before[0] + 100, before[1] + 60]
    bars[1].setValue(before[1])
    assert bars[0].value() == before[0] + 40
    split.place.go(clause(split, "Section 4.2"))
    assert bars[1].value() == before[1]


def test_both_views_show_the_marks_and_the_size(split: Desk, pointing: Reading, qtbot: QtBot) -> None:
    at = clause(split, "Section 2.2")
    split.session.annotate(AnnotationKind.NOTE, on_clause(pointing, at), "Why?")
    split.window.text.look.zoom_in()
    qtbot.waitUntil(lambda: len(sizes_in(split)) == 1)
    for leaf in split.window.text.leaves.all:
        leaf.lead(at)
        assert len(flags(leaf.sheet)) == 1


def sizes_in(desk: Desk) -> set[float]:
    return {leaf.sheet.laid.typography.body.pointSizeF() for leaf in desk.window.text.leaves.all if leaf.sheet.laid}


def test_the_views_stand_side_by_side_where_there_is_room(split: Desk) -> None:
    leaves = split.window.text.leaves
    assert leaves.orientation() is Qt.Orientation.Vertical
    split.window.resize(1920, 1080)  # half of the text's room would set a deep clause in thirty letters
    assert leaves.orientation() is Qt.Orientation.Vertical
    split.window.resize(2560, 1440)
    assert leaves.orientation() is Qt.Orientation.Horizontal


class Widths(QObject):
    """Hears every width that a sheet takes."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self.seen: list[int] = []
        sheet.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt has the name)
        if isinstance(event, QResizeEvent):
            self.seen.append(event.size().width())
        return super().eventFilter(watched, event)


def test_each_view_takes_a_new_width_once(split: Desk) -> None:
    heard = [Widths(leaf.sheet) for leaf in split.window.text.leaves.all]
    split.window.resize(2560, 1440)
    assert [len(set(widths.seen)) for widths in heard] == [1, 1]


def test_another_document_is_shown_once(split: Desk, matter_file: Path) -> None:
    split.open(matter_file)
    assert len(split.window.text.leaves.all) == 1


def test_the_split_is_there_again_the_next_time(split: Desk, matter_file: Path, qtbot: QtBot) -> None:
    other(split).lead(clause(split, "Section 3.12"))
    top = other(split).sheet.top()
    matter: Matter | None = split.session.matter
    assert matter is not None
    split.open(matter_file)
    split.open(matter.path)
    qtbot.waitUntil(lambda: split.window.text.leaves.other is not None)
    qtbot.waitUntil(lambda: other(split).clause == clause(split, "Section 3.12"))
    assert other(split).sheet.top() == top
    assert split.place.clause == clause(split, "Section 2.2")


def test_a_view_that_is_closed_takes_what_it_showed_along_at_once(split: Desk) -> None:
    laid = weakref.ref(other(split).sheet.laid)
    assert laid() is not None
    with nothing_collected():
        QTest.keyClick(split.window.text.sheet, F8)
        assert split.window.text.leaves.other is None
        assert laid() is None
