"""What the notice says of a matter as it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from carveout.gui.application import Desk

PATIENCE = 30_000
LEASE = (
    "LEASE AGREEMENT\n\nThis Lease Agreement is made on May 5, 2024 between Alpha Corp. and Beta Inc.\n\n"
    "1. Rent. The Tenant pays the rent to the Landlord on the first day of each month, except as agreed.\n\n"
    "2. Term. The lease ends after ten years, unless the parties agree otherwise in writing.\n"
)


def test_of_a_matter_that_nobody_else_has_nothing_is_said(desk: Desk, matter_file: Path) -> None:
    desk.open(matter_file)
    assert not desk.window.notice.isVisible()


def test_of_one_that_another_window_has_it_says_so_and_offers_to_try_again(
    new_desk: Callable[[], Desk], matter_file: Path
) -> None:
    first, second = new_desk(), new_desk()
    first.open(matter_file)
    second.open(matter_file)
    notice = second.window.notice
    assert not notice.isHidden()
    assert "is open in another window: close it there to annotate it here" in notice.text.text()
    first.window.papers.close_matter()
    notice.way_on.click()
    assert second.session.writable
    assert notice.isHidden()


def test_what_was_pasted_is_said_to_be_so_once(desk: Desk, matter_file: Path, qtbot: QtBot) -> None:
    QApplication.clipboard().setText(LEASE)
    with qtbot.waitSignal(desk.session.opened, timeout=PATIENCE):
        desk.window.papers.paste()
    assert desk.window.notice.text.text().startswith("What was pasted is kept as a matter, ")
    desk.open(matter_file)
    assert not desk.window.notice.isVisible()
