"""Moving issues in the real window, by keys and by dragging, into the order in which they will be negotiated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.gui.issues.test_workspace import chosen, listed, pick, press

from carveout.gui.issues.dragging import drag_of
from carveout.gui.issues.moving import CARRIED
from carveout.gui.issues.rows import Grouping, Order
from carveout.gui.theme import load_theme
from carveout.review.edits import Rank

if TYPE_CHECKING:
    from pathlib import Path

    from carveout.gui.application import Desk
    from carveout.gui.issues.workspace import IssuesWorkspace

BY_PLACE = ["See 3.1", "Too wide", "Whose knowledge?", "By fax?"]
NO_BUTTON, NO_KEY = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
MOVE = Qt.DropAction.MoveAction


@pytest.fixture
def own(issues: IssuesWorkspace) -> IssuesWorkspace:
    """The workspace sorted by own order, where nothing was moved yet, its first row chosen."""
    issues.model.arrange(Order.OWN, Grouping.NONE)
    choose(issues, "See 3.1")
    return issues


def choose(issues: IssuesWorkspace, comment: str) -> None:
    press(issues, Qt.Key.Key_Home, *[Qt.Key.Key_Down] * listed(issues).index(comment))
    assert chosen(issues) == [comment]


def alt(issues: IssuesWorkspace, key: Qt.Key) -> None:
    QTest.keyClick(issues.list, key, Qt.KeyboardModifier.AltModifier)


def carried(issues: IssuesWorkspace) -> QMimeData:
    """What the view drags: the chosen rows, as the model gives them."""
    return issues.model.mimeData(issues.list.selectedIndexes())


def drag(issues: IssuesWorkspace, data: QMimeData, at: QPoint) -> bool:
    """Drag onto a point of the list, as the system does, and tell whether it may be let go there."""
    viewport = issues.list.viewport()
    enter = QDragEnterEvent(at, MOVE, data, NO_BUTTON, NO_KEY)
    QApplication.sendEvent(viewport, enter)
    move = QDragMoveEvent(at, MOVE, data, NO_BUTTON, NO_KEY)
    QApplication.sendEvent(viewport, move)
    return move.isAccepted()


def drop(issues: IssuesWorkspace, data: QMimeData, at: QPoint) -> None:
    assert drag(issues, data, at)
    QApplication.sendEvent(issues.list.viewport(), QDropEvent(QPointF(at), MOVE, data, NO_BUTTON, NO_KEY))


def upper_half(issues: IssuesWorkspace, row: int) -> QPoint:
    box = issues.list.visualRect(issues.model.index(row))
    return QPoint(200, box.top() + box.height() // 4)


def lower_half(issues: IssuesWorkspace, row: int) -> QPoint:
    box = issues.list.visualRect(issues.model.index(row))
    return QPoint(200, box.bottom() - box.height() // 4)


def test_at_first_ones_own_order_is_the_agreements(issues: IssuesWorkspace) -> None:
    press(issues, Qt.Key.Key_O)
    pick("Own order")
    assert listed(issues) == BY_PLACE
    assert issues.narrowing.order.text() == "Sort: own order ▾"
    assert "drag a row to move it" in issues._summary.text()


def test_keys_move_a_row_which_stays_chosen_and_undo_names_it(desk: Desk, own: IssuesWorkspace) -> None:
    alt(own, Qt.Key.Key_Down)
    alt(own, Qt.Key.Key_Down)
    assert listed(own) == ["Too wide", "Whose knowledge?", "See 3.1", "By fax?"]
    assert chosen(own) == ["See 3.1"]
    alt(own, Qt.Key.Key_Up)
    assert listed(own) == ["Too wide", "See 3.1", "Whose knowledge?", "By fax?"]
    assert desk.window.menus.actions["undo"].text() == "&Undo move question on 3.1"
    for _ in range(3):
        desk.session.undo()
    assert listed(own) == BY_PLACE
    assert not desk.session.review.ranks


def test_a_row_at_an_end_goes_no_further(desk: Desk, own: IssuesWorkspace) -> None:
    assert desk.session.matter is not None
    before = len(desk.session.matter.operations)
    alt(own, Qt.Key.Key_Up)
    choose(own, "By fax?")
    alt(own, Qt.Key.Key_Down)
    assert listed(own) == BY_PLACE
    assert len(desk.session.matter.operations) == before


def test_what_is_dragged_is_pictured_small_beside_the_pointer(desk: Desk, own: IssuesWorkspace) -> None:
    rows = [row for row in map(own.model.row_at, range(4)) if row]
    widths = []
    for dragged in (rows[:1], rows):
        drag = drag_of(dragged, carried(own), own.list, desk.appearance.theme)
        shown = drag.pixmap()
        assert not shown.rect().contains(drag.hotSpot())
        assert shown.height() < own.list.sizeHintForRow(0)
        widths.append(shown.width())
        drag.deleteLater()
    assert widths[0] < widths[1] < 200


def test_several_move_together_each_by_an_edit_of_its_own(desk: Desk, own: IssuesWorkspace) -> None:
    press(own, Qt.Key.Key_Down, shift=True)
    alt(own, Qt.Key.Key_Down)
    assert listed(own) == ["Whose knowledge?", "See 3.1", "Too wide", "By fax?"]
    assert chosen(own) == ["See 3.1", "Too wide"]
    assert len(desk.session.review.ranks) == 2
    assert desk.session.matter is not None
    assert [type(one.edit) for one in desk.session.matter.operations[-2:]] == [Rank, Rank]


def test_a_row_is_dropped_into_the_gap_that_the_line_showed(desk: Desk, own: IssuesWorkspace) -> None:
    choose(own, "By fax?")
    data = carried(own)
    assert drag(own, data, upper_half(own, 1))
    gap = own.list.visualRect(own.model.index(1)).top()
    assert accent_in(own, desk, gap)
    drop(own, data, upper_half(own, 1))
    assert listed(own) == ["See 3.1", "By fax?", "Too wide", "Whose knowledge?"]
    assert chosen(own) == ["By fax?"]
    assert not accent_in(own, desk, own.list.visualRect(own.model.index(3)).top())
    drop(own, carried(own), lower_half(own, 3))
    assert listed(own) == BY_PLACE


def test_a_row_dropped_below_the_last_comes_to_the_end(own: IssuesWorkspace) -> None:
    below = QPoint(200, own.list.viewport().height() - 4)
    assert not own.list.indexAt(below).isValid()
    drop(own, carried(own), below)
    assert listed(own) == [*BY_PLACE[1:], BY_PLACE[0]]


def test_at_the_top_of_what_a_filter_leaves_a_row_stays_among_what_it_hides(own: IssuesWorkspace) -> None:
    QTest.keyClicks(own.field, "?")
    assert listed(own) == ["Whose knowledge?", "By fax?"]
    choose(own, "By fax?")
    alt(own, Qt.Key.Key_Up)
    own.narrowing.clear()
    assert listed(own) == ["See 3.1", "Too wide", "By fax?", "Whose knowledge?"]


@pytest.mark.parametrize(
    ("order", "grouping", "told"),
    [
        (Order.SEVERITY, Grouping.NONE, "press O, and choose Own order"),
        (Order.OWN, Grouping.KIND, "press G, and choose Nothing"),
    ],
)
def test_in_another_order_or_in_groups_nothing_is_moved_and_one_is_told_how(
    desk: Desk, issues: IssuesWorkspace, order: Order, grouping: Grouping, told: str
) -> None:
    issues.model.arrange(order, grouping)
    before = listed(issues)
    assert not drag(issues, carried(issues), upper_half(issues, 2))
    alt(issues, Qt.Key.Key_Down)
    assert listed(issues) == before
    assert not desk.session.review.ranks
    assert told in issues._notice.text()
    assert issues._notice.isVisible()


def test_files_and_other_things_go_past_the_list(desk: Desk, own: IssuesWorkspace, tmp_path: Path) -> None:
    file = tmp_path / "copy.txt"
    file.write_text("words")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(file)])
    enter = QDragEnterEvent(QPoint(200, 20), Qt.DropAction.CopyAction, data, NO_BUTTON, NO_KEY)
    own.list.dragEnterEvent(enter)
    assert not enter.isAccepted()
    strange = QMimeData()
    for said in (b"", b"5", b"{", b'["nobody"]'):
        strange.setData(CARRIED, said)
        assert not own.model.dropMimeData(strange, MOVE, 0, 0, own.model.index(-1))
    assert not desk.session.review.ranks


def test_the_order_is_there_again_when_the_matter_is_opened_again(desk: Desk, own: IssuesWorkspace) -> None:
    alt(own, Qt.Key.Key_Down)
    moved = listed(own)
    assert desk.session.matter is not None
    path = desk.session.matter.path
    desk.window.papers.close_matter()
    desk.open(path)
    desk.window.workspaces.show_issues()
    assert listed(own) == moved


def accent_in(issues: IssuesWorkspace, desk: Desk, y: int) -> bool:
    """Tell whether a line in the accent's colour stands at a height of the list, right of what a chosen row paints."""
    shown = issues.list.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    accent = load_theme(desk.appearance.theme.name).accent
    return any(shown.pixelColor(500, at).name() == accent for at in range(max(0, y - 1), y + 2))
