from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from carveout.gui.memo_sheet.sheet import MemoSheet
from carveout.gui.preview.pane import Preview

if TYPE_CHECKING:
    from pathlib import Path

    from carveout.gui.application import Desk


@pytest.fixture
def pdf() -> bytes:
    """Nine pages of a memo's size, each with its number on it."""
    made = BytesIO()
    canvas = Canvas(made, pagesize=(595, 842))
    for number in range(1, 10):
        canvas.drawString(100, 700, f"This is page {number}.")
        canvas.showPage()
    canvas.save()
    return made.getvalue()


@pytest.fixture
def preview(desk: Desk, matter_file: Path) -> Preview:
    """The preview beside the settings of the memo, as File > Export memo shows them."""
    desk.open(matter_file)
    desk.window.menus.actions["export"].trigger()
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, MemoSheet)
    found = sheet.findChild(Preview)
    assert found is not None
    return found
