"""The harnesses in short. `make harness` runs them in full."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the harnesses fork")


@pytest.mark.parametrize(
    "harness",
    [("kill9", "--kills=6"), ("byteflip", "--flips=24"), ("diskfull", "--rounds=3"), ("windows", "--rounds=6")],
    ids=lambda harness: harness[0],
)
def test_nothing_is_lost_and_the_control_loses_something(harness: tuple[str, ...]) -> None:
    status, said = run(*harness)
    assert status == 0, said
    assert " 0 lost;" in said


@pytest.mark.parametrize(
    "harness", [("powercut", "--cuts=40", "--edits=12"), ("eachwrite", "--edits=1")], ids=lambda harness: harness[0]
)
def test_a_disk_that_drops_or_refuses_a_write_loses_nothing_that_was_acknowledged(harness: tuple[str, ...]) -> None:
    status, said = run(*harness)
    if "skipped" in said:
        pytest.skip("the disk that is watched takes Linux and a C compiler")
    assert status == 0, said
    assert " 0 lost;" in said


def run(name: str, *options: str) -> tuple[int, str]:
    """Run a harness as anybody would; return its exit status and what it said."""
    done = subprocess.run(
        [sys.executable, "-m", f"bench.{name}", *options], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr
