"""Print thousands of random Unicode notes in memos, read them back out of the PDF, and look for what is missing.

    python bench/unicode_notes.py [NOTES]

It is tests/memo/test_unicode.py at length: 10,000 notes unless told otherwise.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

TEST = Path(__file__).parents[1] / "tests" / "memo" / "test_unicode.py"


def main() -> int:
    """Run the test with as many notes as asked for, and say how it went."""
    notes = sys.argv[1] if len(sys.argv) > 1 else "10000"
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", str(TEST)],
        env={**os.environ, "CARVEOUT_NOTES": notes},
        check=False,
    )
    took = time.perf_counter() - started
    print(f"{notes} random notes: {'no character lost' if done.returncode == 0 else 'see above'} ({took:.0f} s)")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
