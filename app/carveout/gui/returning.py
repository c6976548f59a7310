"""Returning after Carveout died: it is told, and the matter that lay on the desk can be reopened where it was."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from carveout.gui.running import Desk, Running

if TYPE_CHECKING:
    from carveout.gui.main_window import MainWindow
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.gui.settings import Settings

_QUIET = 1500
"""Milliseconds from a move to the note of it."""
_TOLD = "Carveout ended unexpectedly. Nothing that was saved is lost."


class Returning(QObject):
    """Notes while it runs what lies on the desk and where; offers at the next start to return there."""

    def __init__(
        self,
        run: Running,
        window: MainWindow,
        session: Session,
        place: Place,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._run = run
        self._window = window
        self._session = session
        self._place = place
        self._settings = settings
        self._left: Desk | None = None
        self._moved = QTimer(self)
        self._moved.setSingleShot(True)
        self._moved.setInterval(_QUIET)
        self._moved.timeout.connect(self.note)
        session.opened.connect(self.note)
        place.moved.connect(self._on_moved)
        place.arrived.connect(self._on_moved)
        window.menus.taken.connect(run.take)

    def offer(self, left: Desk | None, opening: Path | None) -> None:
        """Tell that the run before died with this on its desk, unless that is what is `opening` anyway."""
        if left is None or not Path(left.path).is_file():
            return
        self._left = left
        self._settings.keep_place(left.matter, left.clause, left.top)
        if opening is None:
            self._tell()
        else:
            self._session.opened.connect(self._on_first_opened)

    def note(self) -> None:
        """Note what lies on the desk."""
        self._moved.stop()
        matter = self._session.matter
        if matter is None:
            self._run.lay(None)
            return
        clause, top = self._place.clause or 0, self._window.text.sheet.top()
        self._run.lay(Desk(str(matter.path), matter.id, clause, top))

    def _on_moved(self) -> None:
        if self._session.matter is not None:
            self._moved.start()

    def _on_first_opened(self) -> None:
        self._session.opened.disconnect(self._on_first_opened)
        QTimer.singleShot(0, self._tell)  # who opened it hides the notice of before once it lies there

    def _tell(self) -> None:
        if self._left is None:
            return
        path, matter = Path(self._left.path), self._session.matter
        if matter is not None and matter.id == self._left.matter:
            self._window.notice.tell(f"{_TOLD} You are back where you were.")
            return
        self._window.notice.tell(
            f"{_TOLD} Reopen “{path.stem}” where you were?", "Reopen", partial(self._window.papers.open, path)
        )
