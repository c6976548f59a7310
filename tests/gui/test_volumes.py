from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from carveout.gui.application import Desk


def test_a_folder_that_is_synchronized_is_told_of_once(desk: Desk, matter_file: Path) -> None:
    synced = matter_file.parent / "Dropbox" / "deals"
    synced.mkdir(parents=True)
    first, second = synced / "first.carveout", synced / "second.carveout"
    shutil.copyfile(matter_file, first)
    shutil.copyfile(matter_file, second)
    desk.open(first)
    assert desk.window.notice.text.text() == (
        "Dropbox synchronizes the folder of “first.carveout”: close it here before anybody opens it on another "
        "computer, or there will be two versions of it."
    )
    assert desk.window.notice.isVisible()
    desk.open(second)
    assert not desk.window.notice.isVisible()
    desk.open(matter_file)
    assert not desk.window.notice.isVisible()
