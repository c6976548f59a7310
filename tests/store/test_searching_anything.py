"""The harness of bench.queries in short: whatever is typed is looked up, and nothing is an error."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(*options: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "bench.queries", *options], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


def test_whatever_is_typed_is_no_error() -> None:
    status, said = run("--count", "5000")
    assert status == 0, said


def test_the_harness_would_show_what_sqlite_makes_of_it_unquoted() -> None:
    status, said = run("--count", "500", "--control")
    assert status == 1, said
    assert "OperationalError" in said
