"""The harness of bench.typesetting in short: a memo that is cancelled ends at once, and leaves no file."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
AT_ONCE = 0.2


def test_a_memo_cancelled_anywhere_ends_at_once_and_leaves_no_file() -> None:
    command = [sys.executable, "-m", "bench.typesetting", "--way", "cancelled", "--pages", "30"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["seconds"] <= AT_ONCE
