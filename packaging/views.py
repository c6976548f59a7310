"""Pictures of single views of one reviewer's: the panes, what lies over the text, the sheets, and the guide."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from picture import after, focused, front, picture, settle
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from carveout.gui.guide.sheet import GuideSheet
from carveout.gui.memo_sheet.sheet import MemoSheet
from carveout.gui.preview.pane import Preview
from carveout.review.annotation import Visibility

if TYPE_CHECKING:
    from pathlib import Path

    from carveout.gui.application import Desk

_REPORTS = "~/.local/share/Carveout/Carveout/reports"
_SHEETS = {
    "preferences": "preferences",
    "about": "about",
    "reports": "reports",
    "protect": "passphrase",
    "purge_note": "purge",
}


def picture_reading(desk: Desk, docs: Path) -> None:
    """Picture the panes beside the text, and what lies over it: a peek, an x-ray, the box, the strip of hits."""
    window, actions = desk.window, desk.window.menus.actions
    picture(window.outline, docs / "outline.png")
    picture(window.inspector, docs / "inspector.png")
    actions["next_reference"].trigger()
    for action in ("peek", "xray"):
        actions[action].trigger()
        picture(window, docs / f"{action}.png")
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
    actions["search"].trigger()
    picture(window, docs / "palette.png")
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    actions["find"].trigger()
    QTest.keyClicks(focused(), "adverse effects")
    settle()
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    actions["find_next"].trigger()
    picture(window, docs / "found.png")
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    actions["tour"].trigger()
    picture(window, docs / "tour.png")
    QTest.keyClick(focused(), Qt.Key.Key_Escape)


def picture_sheets(desk: Desk, docs: Path) -> None:
    """Picture the sheets that need nothing but an open matter, and the guide."""
    actions = desk.window.menus.actions
    issue = next(one for one in desk.session.review.in_order() if one.severity is not None)
    desk.place.go(issue.anchor.clause, issue.anchor.span)
    for action, name in _SHEETS.items():
        actions[action].trigger()
        sheet = after(front)
        for field in sheet.findChildren(QLineEdit) if action == "reports" else ():
            field.setText(_REPORTS)  # the folder on this machine is nobody's business
        picture(sheet, docs / f"{name}.png")
        sheet.reject()
    actions["guide"].trigger()
    guide = desk.window.findChild(GuideSheet)
    if guide is None:
        raise SystemExit("The guide is not shown.")
    guide.resize(1120, 820)
    picture(guide, docs / "guide.png")
    guide.close()


def picture_memo_sheet(desk: Desk, docs: Path) -> None:
    """Picture the sheet that asks for the memo, for a client who may see some of the notes."""
    session = desk.session
    for one in session.review.in_order()[::2]:
        session.rewrite(replace(one, visibility=Visibility.SHARED))
    desk.window.menus.actions["export"].trigger()
    sheet = after(front)
    if not isinstance(sheet, MemoSheet):
        raise SystemExit("Nobody asks how the memo is to be set.")
    client = sheet.settings.audience.choice.button("client")
    client.setFocus()
    client.click()
    sheet.settings.firm.setFocus()
    QTest.keyClicks(sheet.settings.firm, "Hartley & Moss LLP")
    preview = sheet.findChild(Preview)
    if preview is None:
        raise SystemExit("No preview stands beside the settings of the memo.")
    settle()
    after(lambda: True if preview.pdf and preview.pages.is_pictured() else None)
    picture(sheet, docs / "memo-sheet.png")
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
