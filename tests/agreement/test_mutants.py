"""The mutants of bench.mutants in short: broken files of every format are read closely or refused, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the harness forks")


def test_broken_files_are_read_closely_or_refused() -> None:
    status, said = run("--count", "350")
    assert status == 0, said


def test_the_mutants_would_show_a_reading_that_fails() -> None:
    status, said = run("--count", "120", "--control")
    assert status == 1, said
    assert "2 crashed" in said


def run(*options: str) -> tuple[int, str]:
    """Run the harness as anybody would; return its exit status and what it said."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.mutants", *options], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr
