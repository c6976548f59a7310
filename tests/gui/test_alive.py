"""The harnesses of the window in short: at random, and over and over. `make harness` runs them longer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(name: str, *options: str) -> tuple[int, str]:
    """Run a harness as anybody would; return its exit status and what it said."""
    done = subprocess.run(
        [sys.executable, "-m", f"bench.{name}", *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    return done.returncode, done.stdout + done.stderr


def test_the_window_takes_whatever_it_is_given_without_an_exception_or_a_stall() -> None:
    status, said = run("monkey", "--minutes", "0.05", "--limit", "1000")  # a machine full of tests is slow
    assert status == 0, said
    assert ": 0 exceptions, 0 warnings;" in said


def test_the_meter_notices_a_handler_that_sleeps() -> None:
    _, said = run("monkey", "--minutes", "0.02", "--control", "--limit", "250")
    assert " 0 by the clock" not in said, said


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="what is open can't be told")
def test_documents_that_are_closed_leave_no_file_open_and_no_widget(agreement: Path) -> None:
    status, said = run("leaks", "--documents", "9", "--warm", "4", str(agreement))
    assert " 0 files left open" in said, said
    assert status == 0, said
