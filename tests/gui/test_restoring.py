"""A damaged matter leads to its backup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carveout.gui.folders import backups_folder
from carveout.store.backup import back_up
from carveout.store.matter import open_matter

if TYPE_CHECKING:
    from pathlib import Path

    from carveout.gui.application import Desk


def test_the_backup_is_opened_as_a_copy_beside_the_damaged_matter_and_says_from_when_it_is(
    desk: Desk, matter_file: Path
) -> None:
    with open_matter(matter_file) as matter:
        assert back_up(matter, backups_folder()) is not None
    matter_file.write_bytes(matter_file.read_bytes()[:5000] + bytes(5000))
    damaged = matter_file.read_bytes()
    desk.open(matter_file)
    assert desk.window.notice.way_on.text() == "Open the backup"
    desk.window.notice.way_on.click()
    assert desk.session.matter is not None
    copy = desk.session.matter.path
    assert copy.parent == matter_file.parent
    assert copy != matter_file
    assert desk.session.writable
    assert desk.window.notice.text.text().startswith("This is the backup of ")
    assert matter_file.read_bytes() == damaged
