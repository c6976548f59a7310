from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from carveout.gui.memo_sheet.sheet import MemoSheet
from carveout.review.anchoring import on_clause
from carveout.review.annotation import AnnotationKind, Visibility
from carveout.review.edits import Annotate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from carveout.gui.application import Desk


@pytest.fixture
def noted(desk: Desk, matter_file: Path) -> Desk:
    """The deal on the desk, with two internal notes and one to share."""
    desk.open(matter_file)
    reading = desk.session.reading
    assert reading is not None
    desk.session.annotate(AnnotationKind.NOTE, on_clause(reading, 8), "Tell nobody.")
    desk.session.annotate(AnnotationKind.NOTE, on_clause(reading, 9), "Tell nobody.")
    id_ = desk.session.annotate(AnnotationKind.NOTE, on_clause(reading, 10), "Tell everybody.")
    assert id_ is not None
    shared = desk.session.review.annotations[id_]
    desk.session.do(Annotate(id_, shared, replace(shared, visibility=Visibility.SHARED)))
    return desk


@pytest.fixture
def show(noted: Desk, qtbot: QtBot) -> Callable[[], MemoSheet]:
    """Take the action of the menu, and return the sheet that it shows, in front."""

    def take() -> MemoSheet:
        noted.window.menus.actions["export"].trigger()
        sheet = QApplication.activeModalWidget()
        assert isinstance(sheet, MemoSheet)
        sheet.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is sheet)
        return sheet

    return take


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A logo as somebody has it: wide, partly clear."""
    made = io.BytesIO()
    Image.new("RGBA", (600, 200), (31, 95, 139, 128)).save(made, "PNG")
    path = tmp_path / "our logo.png"
    path.write_bytes(made.getvalue())
    return path
