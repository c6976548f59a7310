"""Measure the cold start: CPU time until the sample is shown, against a bare window in the same run.

    python -m bench.cold_start [--pairs 9]

The sample's matter is opened and left once. Then each of these is started in turn, as a process of its own: a bare
window up to its first paint; Carveout up to the first paint of the sample's page; and Carveout up to the whole window
at rest. CPU time is user and system time of the process and its children, from the interpreter's first instruction to
its last. Exit status 0 where the median ratio of the first two is within the limit.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.reviewer import SAMPLE

from carveout.agreement.read import read
from carveout.store.matter import create_matter

LIMIT = 1.6
"""How many times a bare window's CPU time may pass before the sample is shown."""

_BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)
application = QApplication(sys.argv)
window = Window()
window.resize(1440, 900)
window.show()
application.exec()
"""

_OURS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from carveout.gui.start import Start, named_application
def on_time():
    early = {"sqlite_utils", "reportlab"} & set(sys.modules)
    assert not early, early
"""

_SHOWN = (
    _OURS
    + """
class UpToTheGlimpse(Start):
    def set_up(self):
        assert self.glimpse is not None
        on_time()
        QApplication.quit()
application = named_application()
start = UpToTheGlimpse(application, Path(sys.argv[1]))
start.begin()
sys.exit(application.exec())
"""
)

_WHOLE = (
    _OURS
    + """
class UpToTheWindow(Start):
    def set_up(self):
        super().set_up()
        on_time()
        QTimer.singleShot(0, self.desk.window.close)
application = named_application()
start = UpToTheWindow(application, Path(sys.argv[1]))
start.begin()
sys.exit(application.exec())
"""
)


def main() -> int:
    """Print every run and the median ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=9)
    pairs: int = parser.parse_args().pairs
    with tempfile.TemporaryDirectory() as home:
        matter = str(_matter_of_the_sample(Path(home)))
        for script in (_BARE, _WHOLE, _SHOWN):
            _cpu_seconds(script, matter, home)
        shown, whole = [], []
        for _ in range(pairs):
            bare, first, last = (_cpu_seconds(script, matter, home) for script in (_BARE, _SHOWN, _WHOLE))
            shown.append(first / bare)
            whole.append(last / bare)
            print(
                f"bare {1000 * bare:4.0f} ms   sample shown {1000 * first:4.0f} ms   all at rest {1000 * last:4.0f} ms"
            )
    print(f"all at rest:  {statistics.median(whole):.2f} times a bare window, median of {pairs}")
    print(f"sample shown: {statistics.median(shown):.2f} times a bare window, median of {pairs} (at most {LIMIT})")
    return 0 if statistics.median(shown) <= LIMIT else 1


def _matter_of_the_sample(folder: Path) -> Path:
    content = SAMPLE.read_bytes()
    path = folder / "sample.carveout"
    create_matter(path, read(content, SAMPLE.name), content).close()
    return path


def _cpu_seconds(script: str, matter: str, home: str) -> float:
    places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"), home)
    compiled = {"PYTHONPYCACHEPREFIX": home, "PYTHONDONTWRITEBYTECODE": ""}  # as where it is installed
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ | places | compiled
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", script, matter], check=True, env=environment, timeout=120)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    raise SystemExit(main())
