"""The sample on the real window's desk, with no display and nobody's settings, and a picture of it.

`on_paper.py OUT` leaves a matter of the sample, and the window on it, in OUT: what the README's first command shows on
a machine without a display. It needs what the application needs and no more.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from picture import PATIENCE, picture
from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from carveout.agreement.clause import ClauseKind
from carveout.assets import RESOURCES
from carveout.gui.application import Desk
from carveout.gui.example import example
from carveout.gui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carveout.agreement.reading import Reading
    from carveout.store.matter import Matter

SIZE = (1440, 900)
SHOWN = "Section 3.10"


def main() -> None:
    """Make the sample's matter, as opening it does, and a picture of the window on it."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    with desk_of_nobody() as (desk, _):
        matter = open_sample(desk, out)
        desk.place.go(clause(matter.reading, SHOWN))
        grab(desk, out / "window.png")


@contextmanager
def desk_of_nobody() -> Iterator[tuple[Desk, Path]]:
    """Give a desk with its window open, and the folder that stands for its user's home until the desk is closed."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    with tempfile.TemporaryDirectory() as home:
        os.environ["XDG_DATA_HOME"] = str(Path(home) / "own")  # backups, not among the developer's
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, home)
        application = QApplication(["carveout"])
        application.setOrganizationName("Carveout")
        application.setApplicationName("Carveout")
        Settings().toured = True
        Settings().author = example().reviewer
        desk = Desk(application)
        desk.appearance.choose("light")
        desk.window.show()
        desk.window.resize(*SIZE)  # the screen that isn't there is smaller
        yield desk, Path(home)
        desk.window.close()


def open_sample(desk: Desk, folder: Path) -> Matter:
    """Open a copy of the sample in the window, and return its matter, whose file lies beside the copy."""
    sample = Path(shutil.copy(min((RESOURCES / "samples").glob("*.txt")), folder))
    opened = QEventLoop()
    desk.session.opened.connect(opened.quit)
    desk.window.papers.opening.failed.connect(opened.quit)
    desk.open(sample)
    if desk.session.matter is None:
        QTimer.singleShot(PATIENCE, opened.quit)
        opened.exec()
    if desk.session.matter is None:
        raise SystemExit("The sample could not be opened in the window.")
    return desk.session.matter


def clause(reading: Reading, citation: str) -> int:
    """Return the clause of the agreement that counsel cites so."""
    return next(c.id for c in reading.outline if c.citation == citation and c.kind is not ClauseKind.FILING_ITEM)


def grab(desk: Desk, target: Path) -> None:
    """Write a picture of the window, once it has laid itself out."""
    picture(desk.window, target)


if __name__ == "__main__":
    main()
