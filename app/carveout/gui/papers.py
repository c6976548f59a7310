"""What comes to the desk and what leaves it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from carveout.gui.announcing import Announcing
from carveout.gui.arriving import Refusal, Words, arrival
from carveout.gui.backups import Backups
from carveout.gui.bringing import is_small
from carveout.gui.choosing import ChoosingSheet
from carveout.gui.closely import CloseReading
from carveout.gui.example import SAMPLES, ExampleReview
from carveout.gui.open_dialog import open_dialog
from carveout.gui.opening import Opening
from carveout.gui.restoring import Restoring
from carveout.gui.resuming import Resuming
from carveout.gui.unlocking import Unlocking

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from carveout.gui.bars import NoticeBar, WorkBar
    from carveout.gui.choosing import Choice
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.gui.settings import Settings
    from carveout.gui.text.pane import TextPane
    from carveout.store.matter import Matter
    from carveout.store.passphrase import Key

_AFTER_THE_FIRST_PAINT = 400
"""Milliseconds from a matter's opening to its backup."""


class Papers(QObject):
    """Opens and closes matters, and tells in the notice and in the bar of the work how that goes.

    `laid` says that a matter lies on the desk, at the place where the reviewer left it.
    """

    laid = Signal()

    def __init__(
        self,
        window: QWidget,
        session: Session,
        place: Place,
        text: TextPane,
        settings: Settings,
        notice: NoticeBar,
        work: WorkBar,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._place = place
        self._resuming = Resuming(place, text, settings, self)
        self._settings = settings
        self._notice = notice
        self._wanted = Path()
        self._refusal = ""
        unlocking = Unlocking(window, notice)
        self._closely = CloseReading(session, self)
        self._backups = Backups(session, self)
        self._backups.failed.connect(notice.tell)
        self._restoring = Restoring(session, notice, self)
        self._restoring.restored.connect(self.open)
        self.opening = Opening(self)
        self._example = ExampleReview(self.opening, notice)
        self._example.written.connect(self.open)
        self._announcing = Announcing(notice, settings, self._example)
        self.opening.began.connect(work.begin)
        self.opening.progressed.connect(work.progress)
        self.opening.ended.connect(work.hide)
        self.opening.opened.connect(self._on_opened)
        self.opening.made.connect(self._on_made)
        self.opening.asked.connect(self._on_asked)
        self.opening.locked.connect(unlocking.ask)
        unlocking.unlocked.connect(self.opening.open)
        self.opening.failed.connect(self._on_not_opened)
        work.cancelled.connect(self.opening.cancel)
        session.failed.connect(self._on_not_saved)

    @property
    def backups(self) -> Backups:
        """What keeps copies of the matter on the desk."""
        return self._backups

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what to call by the names of the actions."""
        return {
            "open": self.choose_and_open,
            "open_sample": self.open_sample,
            "open_example": self.open_example,
            "paste": self.paste,
            "close_matter": self.close_matter,
        }

    def choose_and_open(self) -> None:
        """Ask for a file and open it."""
        matter, recent = self._session.matter, self._settings.recent
        folder = matter.path.parent if matter else recent[0].parent if recent else Path.home()
        dialog = open_dialog(self._window, folder)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def open(self, path: Path) -> None:
        """Open a matter, or read another file; what lies on the desk stays until that has succeeded."""
        self._notice.hide()
        if self._settled("Open without it", partial(self._open, path)):
            self._open(path)

    def paste(self) -> None:
        """Open what was copied: an agreement's words, or a file."""
        self.take(QGuiApplication.clipboard().mimeData())

    def take(self, brought: QMimeData) -> None:
        """Open what was dropped or pasted, or say why that can't be."""
        match arrival(brought):
            case Path() as path:
                self.open(path)
            case Words(text):
                self._notice.hide()
                if self._settled("Open without it", partial(self._read_pasted, text)):
                    self._read_pasted(text)
            case Refusal(sentence):
                self._notice.tell(sentence)

    def open_sample(self) -> None:
        """Open the sample filing."""
        self.open(min(SAMPLES.glob("*.txt")))

    def open_example(self) -> None:
        """Open a new copy of the example review."""
        self._notice.hide()
        if self._settled("Open without it", self._example.make):
            self._example.make()

    def close_matter(self) -> None:
        """Clear the desk. Nothing needs saving; where something could not be saved, say so and let the matter lie."""
        if self._settled("Close without it", self._clear):
            self._clear()

    def leave(self) -> bool:
        """Let go of everything: the window closes.

        Returns False, and says why, where something could not be saved; the matter then stays.
        """
        if not self._settled("Close without it", self._leave_anyway):
            return False
        self.opening.leave()
        self._example.forget()
        self._clear()
        return True

    def _settled(self, way_on: str, go_on: Callable[[], None]) -> bool:
        """Tell whether everything is saved; where it can't be, say why, and offer to go on without it."""
        if self._session.settle():
            return True
        self._notice.tell(f"{self._refusal} What you wrote is still here.", way_on, go_on)
        return False

    def _open(self, path: Path) -> None:
        self._wanted = path
        self._example.forget(unless=path)
        self.opening.at_once = not self._window.isVisible()
        self.opening.open(path)

    def _read_pasted(self, text: str) -> None:
        self._example.forget()
        self.opening.paste(text)
        self._announcing.pasted = True

    def _on_made(self, path: Path) -> None:
        if not self._example.takes(path):
            self.open(path)

    def _clear(self) -> None:
        self._change_to(None)
        self.opening.release()
        self._notice.hide()

    def _leave_anyway(self) -> None:
        self._clear()
        self._window.close()

    def _change_to(self, matter: Matter | None) -> None:
        """Lay a matter on the desk, or none; remember where the reviewer was in the one before, and back that up."""
        before = self._session.matter
        self._resuming.keep(before)
        self._backups.stop()
        self._place.leave()
        changed = self._session.saved_at is not None
        self._session.lay(matter)
        if before is not None and changed:
            self._backups.make_behind(before)

    def _on_chosen(self, path: str) -> None:
        self.open(Path(path))

    def _on_not_saved(self, sentence: str) -> None:
        self._refusal = sentence
        self._notice.tell(sentence)

    def _on_opened(self, matter: Matter, taken_by: str) -> None:
        self._change_to(matter)
        self._notice.hide()
        self._settings.note_opened(matter.path)
        soon = not self.opening.at_once and not is_small(matter.path)
        self._resuming.resume(matter, partial(self._on_resumed, matter, taken_by), soon=soon)

    def _on_resumed(self, matter: Matter, taken_by: str) -> None:
        self.laid.emit()
        self._announcing.announce(matter, taken_by, partial(self.open, matter.path))
        QTimer.singleShot(_AFTER_THE_FIRST_PAINT, self._backups.make)

    def _on_asked(self, choice: Choice) -> None:
        sheet = ChoosingSheet(choice, self._window)
        sheet.chosen.connect(self.opening.choose)
        sheet.open()

    def lay_aside(self) -> bool:
        """Clear the desk for a moment, as long as everything could be saved; nobody else gets the matter meanwhile."""
        if not self._settled("Try again", self._window.activateWindow):
            return False
        self._backups.stop()
        self._place.leave()
        self._session.lay(None)
        return True

    def bring_back(self, path: Path, key: Key | None) -> None:
        """Lay a matter that was laid aside back on the desk."""
        self.opening.open(path, key)

    def _on_not_opened(self, sentence: str, backup: Path | None) -> None:
        self._announcing.pasted = False
        if backup is None:
            self._notice.tell(sentence)
        else:
            self._restoring.offer(sentence, self._wanted, backup)
