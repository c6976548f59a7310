from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from carveout.gui.holding import holder_of, lock_of

if TYPE_CHECKING:
    from pathlib import Path


def test_who_holds_a_lock_is_told_by_its_process(tmp_path: Path) -> None:
    path = tmp_path / "deal.carveout"
    holds = (
        "import pathlib, sys\n"
        "from carveout.gui.holding import lock_of\n"
        "lock = lock_of(pathlib.Path(sys.argv[1]))\n"
        "assert lock.tryLock(0)\n"
        "print('held', flush=True)\n"
        "sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holds, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        lock = lock_of(path)
        assert not lock.tryLock(0)
        assert holder_of(lock) == f"in another window on this computer (process {other.pid})"
        other.kill()
    assert lock.tryLock(0), "a lock outlived the process that held it"


def test_a_lock_of_another_computer_says_which_and_how_to_be_rid_of_it(tmp_path: Path) -> None:
    path = tmp_path / "deal.carveout"
    (tmp_path / ".deal.carveout.lock").write_text("4711\ncarveout\nchambers-3\n")
    lock = lock_of(path)
    assert not lock.tryLock(0)
    assert holder_of(lock) == ("on the computer “chambers-3” (process 4711; if it isn't, delete “.deal.carveout.lock”)")


def test_a_lock_that_says_nothing_is_another_windows(tmp_path: Path) -> None:
    assert holder_of(lock_of(tmp_path / "deal.carveout")) == "in another window"
