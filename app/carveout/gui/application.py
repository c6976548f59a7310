"""The composition root: one application, one session, one window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon

from carveout.assets import RESOURCES
from carveout.gui.appearance import Appearance
from carveout.gui.copied import leave_copied
from carveout.gui.dressing import Dressing
from carveout.gui.failure import Failures
from carveout.gui.fonts import interface_font, load_faces, load_faces_for
from carveout.gui.main_window import MainWindow
from carveout.gui.place import Place
from carveout.gui.session import Session
from carveout.gui.settings import Settings
from carveout.gui.stylesheet import stylesheet
from carveout.gui.theme import palette_of

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


class Desk(QObject):
    """Everything that one window needs, put together."""

    def __init__(self, application: QApplication) -> None:
        """Dress the application and make the window, with nothing open."""
        super().__init__()
        self._application = application
        application.setStyle("Fusion")
        load_faces()
        application.setFont(interface_font())
        application.setWindowIcon(QIcon(str(RESOURCES / "icons" / "carveout.svg")))
        self.settings = Settings()
        self.appearance = Appearance(self.settings.theme, self)
        self.session = Session(self.settings.author, self)
        self.place = Place(self)
        application.setPalette(palette_of(self.appearance.theme))
        self.session.opened.connect(self._on_opened)
        self.window = MainWindow(self.session, self.place, self.appearance, self.settings)
        self._dressing = Dressing(*self.window.corridors)
        self._dress()
        self.failures = Failures(self.window, self.session, self)
        self.failures.failed.connect(self.window.notice.tell)
        self.appearance.changed.connect(self._dress)
        application.aboutToQuit.connect(leave_copied)

    def open(self, path: Path) -> None:
        """Open a file as if it had been chosen in the window."""
        self.window.papers.open(path)

    def _dress(self) -> None:
        theme = self.appearance.theme
        self._application.setPalette(palette_of(theme))
        self._dressing.wear(stylesheet(theme))

    def _on_opened(self) -> None:
        if self.session.reading is not None:
            load_faces_for(self.session.reading.text)
