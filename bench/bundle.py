"""Measure the bundle: its size, and its cold start against running from source, in pairs.

    python -m bench.bundle [--pairs 9] [--bundle dist/carveout]

A start is what a person waits for: from the command until the window of the sample's matter is on the screen. Each pair
starts the bundle and the source one after the other, in turns of who is first, on a screen of their own (Xvfb; xdotool
tells when the window shows). Exit status 0 where the median ratio and the size are within their limits.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.reviewer import SAMPLE

from carveout.agreement.read import read
from carveout.store.matter import create_matter

ROOT = Path(__file__).resolve().parents[1]
LIMIT = 1.3
"""How many times the start from source the bundle's may take."""
MEGABYTES = 165
"""Unpacked: docs/decisions/0021-installing.md says what is in them."""
_SCREEN = ":93"
_PATIENCE = 60
_WIDE = 400


def main() -> int:
    """Print the size, every pair, and the median ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=9)
    parser.add_argument("--bundle", type=Path, default=ROOT / "dist" / "carveout")
    given = parser.parse_args()
    size = sum(path.stat().st_size for path in given.bundle.rglob("*") if not path.is_symlink() and path.is_file())
    print(f"size: {size / 1e6:.1f} MB (at most {MEGABYTES})")
    screen = subprocess.Popen(
        [_found("Xvfb"), _SCREEN, "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"],
        stderr=subprocess.DEVNULL,
    )
    try:
        ratio = _compared(given.bundle, given.pairs)
    finally:
        screen.terminate()
        screen.wait()
    print(f"cold start: {ratio:.2f} times that from source, median of {given.pairs} (at most {LIMIT})")
    return 0 if ratio <= LIMIT and size <= MEGABYTES * 1e6 else 1


def _compared(bundle: Path, pairs: int) -> float:
    with tempfile.TemporaryDirectory() as home:
        content = SAMPLE.read_bytes()
        matter = Path(home) / "sample.carveout"
        create_matter(matter, read(content, SAMPLE.name), content).close()
        commands = {
            "bundle": [str(bundle / "carveout"), str(matter)],
            "source": [sys.executable, "-m", "carveout", str(matter)],
        }
        for command in commands.values():
            _seconds(command, home)
        ratios = []
        for pair in range(pairs):
            order = list(commands) if pair % 2 else list(reversed(commands))
            took = {name: _seconds(commands[name], home) for name in order}
            ratios.append(took["bundle"] / took["source"])
            print(f"bundle {1000 * took['bundle']:5.0f} ms   source {1000 * took['source']:5.0f} ms")
        return statistics.median(ratios)


def _seconds(command: list[str], home: str) -> float:
    """Return how long it takes until the window is there."""
    places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"), home)
    compiled = {"PYTHONPYCACHEPREFIX": home, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPATH": str(ROOT / "app")}
    environment = os.environ | {"DISPLAY": _SCREEN, "QT_QPA_PLATFORM": "xcb"} | places | compiled
    began = time.perf_counter()
    process = subprocess.Popen(command, env=environment, cwd=home, stderr=subprocess.DEVNULL)
    try:
        while not _shows(process.pid):
            if process.poll() is not None or time.perf_counter() - began > _PATIENCE:
                raise SystemExit(f"{command[0]} showed no window")
        return time.perf_counter() - began
    finally:
        process.terminate()
        process.wait()


def _shows(process: int) -> bool:
    """Tell whether a process shows a window as large as an application's."""
    for window in _asked("search", "--onlyvisible", "--pid", str(process)).split():
        size = re.search(r"Geometry: (\d+)x(\d+)", _asked("getwindowgeometry", window))
        if size and int(size[1]) > _WIDE:
            return True
    return False


def _asked(*question: str) -> str:
    """Return what xdotool answers about the screen."""
    environment = os.environ | {"DISPLAY": _SCREEN}
    asked = [_found("xdotool"), *question]
    return subprocess.run(asked, env=environment, capture_output=True, text=True, check=False).stdout


def _found(program: str) -> str:
    path = shutil.which(program)
    if path is None:
        raise SystemExit(f"This wants {program}: install it and give the same command again.")
    return path


if __name__ == "__main__":
    raise SystemExit(main())
