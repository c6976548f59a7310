"""The File menu: what comes to the desk and what leaves it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QInputDialog

from carveout.assets import RESOURCES
from carveout.gui.exporting import Exporting
from carveout.gui.opening import SUFFIX, Opening
from carveout.gui.settings import backups_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from carveout.gui.bars import NoticeBar, WorkBar
    from carveout.gui.place import Place
    from carveout.gui.session import Session
    from carveout.gui.settings import Settings
    from carveout.store.matter import Matter

_FILTER = f"Agreements, filings and matters (*{SUFFIX} *.txt *.md);;All files (*)"
_SAMPLES = RESOURCES / "samples"
_AFTER_THE_FIRST_PAINT = 400
"""Milliseconds from a matter's opening to its backup."""


class Papers(QObject):
    """Opens, closes and exports, and tells in the notice and work bars how that goes."""

    def __init__(
        self, window: QWidget, session: Session, place: Place, settings: Settings, notice: NoticeBar, work: WorkBar
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._place = place
        self._settings = settings
        self._notice = notice
        self.opening = Opening(self)
        self.exporting = Exporting(self)
        self._backup: Path | None = None
        self._written: Path | None = None
        for under_way in (self.opening, self.exporting):
            under_way.began.connect(work.begin)
            under_way.progressed.connect(work.progress)
            under_way.ended.connect(work.hide)
            work.cancelled.connect(under_way.cancel)
        self.opening.opened.connect(self._on_opened)
        self.opening.failed.connect(self._on_not_opened)
        self.exporting.exported.connect(self._on_exported)
        self.exporting.failed.connect(notice.tell)
        session.failed.connect(notice.tell)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what to call by the names of the actions."""
        return {
            "open": self.choose_and_open,
            "open_sample": self.open_sample,
            "export": self.choose_and_export,
            "close_matter": self.close_matter,
            "sign_as": self.ask_for_name,
            "quit": self._window.close,
        }

    def choose_and_open(self) -> None:
        """Ask for a file and open it."""
        chosen, _ = QFileDialog.getOpenFileName(self._window, "Open", "", _FILTER)
        if chosen:
            self.open(Path(chosen))

    def open(self, path: Path) -> None:
        """Open a matter, or read another file; what lies on the desk stays until that has succeeded."""
        self._notice.hide()
        self.keep_place()
        self.opening.open(path)

    def open_sample(self) -> None:
        """Open the sample filing."""
        self.open(next(iter(sorted(_SAMPLES.glob("*.txt")))))

    def close_matter(self) -> None:
        """Clear the desk. Nothing needs saving."""
        self.keep_place()
        self._place.leave()
        self._session.lay(None)
        self.opening.release()

    def choose_and_export(self) -> None:
        """Ask where the memo goes and write it there."""
        matter = self._session.matter
        if matter is None:
            return
        offered = str(matter.path.with_name(f"{matter.path.stem} - memo.pdf"))
        chosen, _ = QFileDialog.getSaveFileName(self._window, "Export memo", offered, "PDF (*.pdf)")
        if chosen:
            self.export(Path(chosen))

    def export(self, target: Path) -> None:
        """Write the memo of the open matter."""
        if self._session.matter is not None:
            self._notice.hide()
            self.exporting.export(self._session.matter.path, target)

    def ask_for_name(self) -> None:
        """Ask for the name that notes are signed with."""
        name, given = QInputDialog.getText(self._window, "Sign notes as", "Your name:", text=self._session.author)
        if given and name.strip():
            self._session.author = self._settings.author = name.strip()

    def leave(self) -> None:
        """End what is under way and let go of the matter: the window closes."""
        self.opening.cancel()
        self.exporting.cancel()
        self.close_matter()

    def keep_place(self) -> None:
        """Remember where the reviewer is in the open matter."""
        if self._session.matter is not None and self._place.clause is not None:
            self._settings.keep_place(self._session.matter.id, self._place.clause)

    def _on_opened(self, matter: Matter, told: str) -> None:
        self._place.leave()
        self._session.lay(matter)
        self._settings.note_opened(matter.path)
        last = self._settings.last_place(matter.id)
        if last is not None and last < len(matter.reading.outline):
            self._place.go(last)
        if told:
            self._notice.tell(told)
        elif not matter.reading.outline:
            self._notice.tell("No clauses were found in this document, so it is shown as plain text.")
        elif matter.reading.title is None and not matter.reading.representations:
            self._notice.tell("This doesn't look like an agreement: no title and no representations were found in it.")
        QTimer.singleShot(_AFTER_THE_FIRST_PAINT, self._back_up)

    def _back_up(self) -> None:
        from carveout.store.backup import back_up  # noqa: PLC0415  (not before the window shows)
        from carveout.store.errors import MatterError  # noqa: PLC0415

        if self._session.matter is None:
            return
        try:
            back_up(self._session.matter, backups_folder())
        except MatterError as error:
            self._notice.tell(f"No backup could be made: {error}")

    def _on_not_opened(self, sentence: str, backup: Path | None) -> None:
        self._backup = backup
        if backup is None:
            self._notice.tell(sentence)
        else:
            self._notice.tell(sentence, "Open the backup", self._open_backup)

    def _open_backup(self) -> None:
        if self._backup is not None:
            self.open(self._backup)

    def _on_exported(self, target: Path) -> None:
        self._written = target
        self._notice.tell(f"The memo is in “{target.name}”.", "Open it", self._open_written)

    def _open_written(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))
