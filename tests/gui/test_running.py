"""A run that dies leaves a report without a word of any document, and the next one offers to go back where it was."""

from __future__ import annotations

import faulthandler
import json
import os
import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from carveout.gui.reports import own_folder, reports
from carveout.gui.returning import Returning
from carveout.gui.running import Desk as Left
from carveout.gui.running import Running

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from carveout.gui.application import Desk

DIES = """
import ctypes, os, signal, sys
from PySide6.QtWidgets import QApplication
from carveout.gui.returning import Returning
from carveout.gui.start import Start, named_application
from pathlib import Path
application = named_application()
start = Start(application, Path(sys.argv[1]), noted=True)
start.set_up()
start.desk.place.go(2)
start.desk.window.menus.actions["zoom_in"].trigger()
start.desk.session.undo = lambda: os.kill(os.getpid(), getattr(signal, sys.argv[2]))
returning = start.desk.window.findChild(Returning)
returning.note()
start.desk.session.undo()
"""


@pytest.fixture
def run(own_home: Path) -> Iterator[Running]:  # noqa: ARG001  (it writes there)
    made = Running()
    yield made
    made.end()
    faulthandler.enable(2)  # as it was


@pytest.fixture
def matter(matter_file: Path) -> Path:
    """A matter whose name stands nowhere else."""
    return matter_file.rename(matter_file.with_name("Zebrawood-7341.carveout"))


def died(matter: Path, of: str) -> subprocess.CompletedProcess[str]:
    """Have a process open a matter, go to a clause and die."""
    return subprocess.run(
        [sys.executable, "-c", DIES, str(matter), of], capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the process dies of a signal")
def test_after_a_crash_the_next_start_offers_to_go_back(
    matter: Path, new_desk: Callable[[], Desk], run: Running, qtbot: QtBot
) -> None:
    done = died(matter, "SIGSEGV")
    assert done.returncode == -signal.SIGSEGV, done.stderr
    assert "Zebrawood" not in done.stdout + done.stderr
    left = run.begin()
    assert left is not None
    assert (left.path, left.clause) == (str(matter), 2)
    (report,) = reports()
    told = report.read_text(encoding="utf-8")
    assert "Ended unexpectedly: Segmentation fault" in told
    assert "Action taken last: zoom_in" in told
    assert "Zebrawood" not in told
    assert report.stat().st_mode & 0o077 == 0

    desk = new_desk()
    Returning(run, desk.window, desk.session, desk.place, desk.settings).offer(left, None)
    notice = desk.window.notice
    assert notice.text.text().endswith("Reopen “Zebrawood-7341” where you were?")
    with qtbot.waitSignal(desk.session.opened):
        notice.findChildren(QPushButton)[0].click()
    assert desk.place.clause == 2


def test_a_run_that_is_killed_is_told_as_well(matter: Path, run: Running) -> None:
    if not hasattr(signal, "SIGKILL"):
        pytest.skip("the process dies of a signal")
    assert died(matter, "SIGKILL").returncode == -signal.SIGKILL
    assert run.begin() is not None
    (report,) = reports()
    assert "without a word" in report.read_text(encoding="utf-8")


def test_a_run_that_ends_well_leaves_nothing(run: Running) -> None:
    assert run.begin() is None
    run.take("zoom_in")
    run.lay(Left("a.carveout", "id", 1, 2))
    run.end()
    assert not [path for path in (own_folder() / "running").iterdir() if path.suffix != ".lock"]
    again = Running()
    assert again.begin() is None
    again.end()
    assert not reports()


def test_a_run_that_goes_on_is_left_alone(run: Running) -> None:
    run.begin()
    other = Running()
    assert other.begin() is None
    other.end()
    assert not reports()
    assert list((own_folder() / "running").glob("*.note"))


def test_where_nothing_can_be_noted_the_window_works_all_the_same(own_home: Path) -> None:
    shutil.rmtree(own_home / "Carveout", ignore_errors=True)
    (own_home / "Carveout").write_bytes(b"in the way")
    run = Running()
    assert run.begin() is None
    run.take("zoom_in")
    run.lay(Left("a.carveout", "id", 1, 2))
    run.end()


def test_a_matter_that_is_opened_anyway_is_not_offered(
    desk: Desk, matter_file: Path, run: Running, qtbot: QtBot
) -> None:
    returning = Returning(run, desk.window, desk.session, desk.place, desk.settings)
    from carveout.store.glimpse import text_of

    assert text_of(matter_file)
    with qtbot.waitSignal(desk.session.opened):
        desk.open(matter_file)
    assert desk.session.matter is not None
    id_ = desk.session.matter.id
    desk.window.papers.close_matter()
    returning.offer(Left(str(matter_file), id_, 4, 0), matter_file)
    with qtbot.waitSignal(desk.session.opened):
        desk.open(matter_file)
    qtbot.waitUntil(desk.window.notice.isVisible)
    assert desk.window.notice.text.text().endswith("You are back where you were.")
    assert desk.place.clause == 4
    assert desk.window.notice.way_on.isHidden()


def test_what_lies_on_the_desk_is_noted_for_its_owner_only(
    desk: Desk, matter_file: Path, run: Running, qtbot: QtBot
) -> None:
    run.begin()
    returning = Returning(run, desk.window, desk.session, desk.place, desk.settings)
    with qtbot.waitSignal(desk.session.opened):
        desk.open(matter_file)
    desk.place.go(4)
    returning.note()
    (noted,) = (own_folder() / "running").glob("*.desk")
    assert json.loads(noted.read_text(encoding="utf-8"))[0] == str(matter_file)
    assert os.name == "nt" or noted.stat().st_mode & 0o077 == 0
    desk.window.papers.close_matter()
    assert not noted.exists()
