"""The start: a glimpse of the page as it was left, at once; then the application behind it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from carveout import __version__
from carveout.gui.fonts import load_faces
from carveout.gui.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from carveout.gui.application import Desk
    from carveout.gui.glimpse import Glimpse
    from carveout.gui.running import Running


def main(path: Path | None) -> int:
    """Open the window, on a file if one is given, and return the exit status when it is closed."""
    application = named_application()
    start = Start(application, path, noted=True)
    start.begin()
    status = application.exec()
    if start.running is not None:
        start.running.end()
    if start.desk is not None:
        start.desk.failures.remove()
    return status


def named_application() -> QApplication:
    """Return the application under the name that its settings and folders go by, with its faces loaded."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    application = QApplication(sys.argv[:1])
    application.setOrganizationName("Carveout")
    application.setApplicationName("Carveout")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("carveout")
    load_faces()
    return application


class Start(QObject):
    """One start of the application. `glimpse` is there while it shows, `desk` once it is set up."""

    def __init__(self, application: QApplication, path: Path | None, *, noted: bool = False) -> None:
        """Prepare to open a file, or none; `begin` begins. Where it is `noted`, a run that dies is told at the next."""
        super().__init__()
        self._noted = noted
        self.running: Running | None = None
        self._application = application
        self._path = path
        self.glimpse: Glimpse | None = None
        self.desk: Desk | None = None

    def begin(self) -> None:
        """Show the page as it was left, if the file is as it was then; set the desk up after that."""
        self.glimpse = _glimpse(self._path) if self._path else None
        if self.glimpse is None:
            self.set_up()
        else:
            self.glimpse.painted.connect(self._on_glimpsed)
            self.glimpse.show()

    def set_up(self) -> None:
        """Set the desk up and open the file."""
        from carveout.gui.application import Desk  # noqa: PLC0415  (the glimpse must not wait for it)

        self.desk = Desk(self._application)
        self.desk.failures.install()
        self._collect_here(self.desk)
        if self._noted:
            self._return(self.desk)
        if self._path is not None:
            self.desk.open(self._path)
        self.desk.window.show()
        if self.glimpse is not None:
            self.glimpse.finish(self.desk.window)
            self.glimpse = None

    def _collect_here(self, desk: Desk) -> None:
        from carveout.gui.cycles import Cycles  # noqa: PLC0415  (the glimpse must not wait for it)

        Cycles(desk.session, desk.window)

    def _return(self, desk: Desk) -> None:
        """Note from now on where the reviewer is; where the run before died, offer to go back to where she was then."""
        from carveout.gui.returning import Returning  # noqa: PLC0415  (the glimpse must not wait for them)
        from carveout.gui.running import Running  # noqa: PLC0415

        self.running = Running()
        left = self.running.begin()
        Returning(self.running, desk.window, desk.session, desk.place, desk.settings).offer(left, self._path)

    def _on_glimpsed(self) -> None:
        QTimer.singleShot(0, self.set_up)


def _glimpse(path: Path) -> Glimpse | None:
    sight = Settings().sight_of(path)
    if sight is None:
        return None
    from carveout.gui.glimpse import Glimpse, on_screen  # noqa: PLC0415  (only where there is one)
    from carveout.store.glimpse import text_of  # noqa: PLC0415

    text = text_of(path)
    return Glimpse(sight, text) if text is not None and on_screen(sight) else None
