"""Whoever hears the window instead of seeing it is told what everything is that can have the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from carveout.assets import RESOURCES
from carveout.gui.guide.sheet import GuideSheet
from carveout.review.anchoring import on_clause
from carveout.review.annotation import AnnotationKind, Severity
from carveout.store.matter import create_matter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carveout.agreement.reading import Reading
    from carveout.gui.application import Desk

SAYS_NOTHING = {QAccessible.Role.NoRole, QAccessible.Role.Whitespace, QAccessible.Role.Separator}


@pytest.fixture
def reviewed(desk: Desk, tmp_path: Path, sample_reading: Reading, sample_closely: Reading) -> Desk:
    """The window on the sample, read closely, at a carve-out with an issue on it."""
    source = (RESOURCES / "samples" / sample_reading.source.name).read_bytes()
    desk.session.lay(create_matter(tmp_path / "sample.carveout", sample_reading, source))
    desk.session.take_close_reading(sample_closely)
    carveout = sample_closely.carveouts[3]
    desk.place.go(carveout.clause)
    anchor = on_clause(sample_closely, carveout.clause)
    desk.session.annotate(AnnotationKind.ISSUE, anchor, "A worry.", severity=Severity.HIGH)
    return desk


def focusable(within: QWidget) -> Iterator[QWidget]:
    QCoreApplication.sendPostedEvents()  # everything is laid out
    for widget in (within, *within.findChildren(QWidget)):
        takes = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
        if takes and widget.isVisible() and widget.isEnabled():
            yield widget


def unnamed(within: QWidget) -> list[str]:
    """Return what can have the focus and tells assistive technology no name, or not what it is."""
    found = []
    for widget in focusable(within):
        told = QAccessible.queryAccessibleInterface(widget)
        if not told.text(QAccessible.Text.Name).strip() or told.role() in SAYS_NOTHING:
            above = widget.parentWidget()
            place = f"{type(above).__name__} {above.objectName()}" if above else "the screen"
            found.append(f"{type(widget).__name__} {widget.objectName()} in {place}")
    return found


def test_the_text_its_panes_and_the_writing_of_notes(reviewed: Desk) -> None:
    window = reviewed.window
    assert len(list(focusable(window))) > 20
    assert not unnamed(window)
    for kind in ("note", "issue", "proposal"):
        window.menus.actions[kind].trigger()
        assert not unnamed(window), kind


@pytest.mark.parametrize("name", ["carveouts", "remedies", "proofread"])
def test_every_page_of_every_workspace(reviewed: Desk, name: str) -> None:
    workspaces = reviewed.window.workspaces
    getattr(workspaces, f"show_{name}")()
    panel = getattr(workspaces, name)
    for page in range({"carveouts": 5, "remedies": 5, "proofread": 3}[name]):
        panel.show_page(page)
        assert not unnamed(reviewed.window), f"{name}, page {page + 1}"


@pytest.mark.parametrize("action", ["keys", "reports", "about", "preferences"])
def test_every_sheet(desk: Desk, action: str) -> None:
    desk.window.menus.actions[action].trigger()
    sheet = QApplication.activeModalWidget()
    assert sheet is not None
    try:
        assert list(focusable(sheet))
        assert not unnamed(sheet)
    finally:
        sheet.close()


@pytest.mark.parametrize("action", ["export", "export_as"])
def test_the_sheets_of_what_is_handed_in(desk: Desk, matter_file: Path, action: str) -> None:
    desk.open(matter_file)
    test_every_sheet(desk, action)


def test_the_guide(desk: Desk) -> None:
    desk.window.menus.actions["guide"].trigger()
    sheet = desk.window.findChild(GuideSheet)
    assert sheet is not None
    assert list(focusable(sheet))
    assert not unnamed(sheet)
    sheet.close()


def test_the_start_and_a_notice_with_a_way_on(desk: Desk) -> None:
    desk.window.notice.tell("Carveout ended unexpectedly.", "Reopen", desk.window.close)
    assert not unnamed(desk.window)
    told = QAccessible.queryAccessibleInterface(desk.window.notice)
    assert told.text(QAccessible.Text.Name) == "Carveout ended unexpectedly."


def test_every_action_has_a_name_and_every_menu_too(desk: Desk) -> None:
    for name, action in desk.window.menus.actions.items():
        assert action.text().replace("&", "").strip(), name
