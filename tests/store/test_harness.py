"""The harnesses in short. `make harness` runs them in full."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the harnesses fork")


def test_a_killed_reviewer_loses_nothing_that_was_acknowledged() -> None:
    status, said = run("kill9", "--kills", "12")
    assert status == 0, said
    assert " 0 lost, 0 files refused" in said


def test_the_kills_would_show_an_edit_that_was_acknowledged_too_early() -> None:
    status, said = run("kill9", "--kills", "12", "--control")
    assert status == 1, said
    assert " 0 lost" not in said


def test_no_flipped_byte_changes_what_a_matter_says() -> None:
    status, said = run("byteflip", "--flips", "60")
    assert status == 0, said


def test_the_flips_would_show_a_store_that_believes_sqlite_alone() -> None:
    status, said = run("byteflip", "--flips", "60", "--control")
    assert status == 1, said
    assert "changed" in said


def test_a_full_disk_refuses_an_edit_and_takes_it_once_there_is_space() -> None:
    status, said = run("diskfull")
    assert status == 0, said


def run(name: str, *options: str) -> tuple[int, str]:
    """Run a harness as anybody would; return its exit status and what it said."""
    done = subprocess.run(
        [sys.executable, "-m", f"bench.{name}", *options], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr
