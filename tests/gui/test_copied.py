from __future__ import annotations

import subprocess
import sys

_COPIED_AND_QUIT = """
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from carveout.gui.application import Desk
from carveout.gui.inspector.redlined import Redlined
from carveout.review.redline import redline
from carveout.gui.start import named_application

application = named_application()
desk = Desk(application)
field = Redlined(desk.appearance)
field.set_runs(tuple(redline("except as disclosed", "except as disclosed")))
field.selectAll()
field.copy()
assert QGuiApplication.clipboard().text() == "except as disclosed"
application.aboutToQuit.connect(lambda: print(QGuiApplication.clipboard().text()))
QTimer.singleShot(0, application.quit)
application.exec()
"""


def test_who_copies_words_and_closes_the_window_leaves_them_and_no_crash() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _COPIED_AND_QUIT], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout) == (0, "except as disclosed\n"), done.stderr
