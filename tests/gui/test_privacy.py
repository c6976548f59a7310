from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from carveout.gui.settings import Settings
from carveout.review.mark import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from carveout.gui.application import Desk

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")


@pytest.fixture(autouse=True)
def careless() -> Iterator[None]:
    """A user whose files anybody may read, unless a program sees to it."""
    before = os.umask(0)
    yield
    os.umask(before)


def open_to_others(folder: Path) -> list[str]:
    """Return the files that somebody else may read, but the locks: they say to others who has a matter."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock"]
    return [path.name for path in files if stat.S_IMODE(path.stat().st_mode) & 0o077]


def test_nobody_else_may_read_what_a_day_s_work_leaves(
    new_desk: Callable[[], Desk], own_home: Path, qtbot: QtBot
) -> None:
    desk = new_desk()
    with qtbot.waitSignal(desk.session.opened, timeout=30_000):
        desk.window.papers.open_sample()
    desk.session.mark(3, State.READ)
    desk.window.papers._backups.make()
    qtbot.waitUntil(lambda: any(own_home.rglob("backups/*/[!.]*.carveout")), timeout=30_000)
    assert open_to_others(own_home) == []
    desk.settings.author = "A. Counsel"
    desk.window.close()
    desk.settings._kept.sync()
    assert [path.name for path in own_home.rglob("*.ini")] or [path.name for path in own_home.rglob("*.conf")]
    assert open_to_others(own_home) == []


def test_settings_that_were_open_to_others_are_so_no_more(own_home: Path) -> None:
    first = Settings()
    path = type(own_home)(first._kept.fileName())
    path.chmod(0o644)
    again = Settings()
    again.author = "A. Counsel"
    again._kept.sync()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert Settings().author == "A. Counsel"
