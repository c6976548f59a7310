"""Handing in the memo and the other papers: where they go, how their writing goes, and opening them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from carveout.gui.exporting import Exporting
from carveout.gui.paper_dialog import PaperDialog
from carveout.memo.papers.kinds import NoSuchPaperError, Paper, check

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from carveout.gui.bars import NoticeBar, WorkBar
    from carveout.gui.session import Session

_PDF = ".pdf"


class HandingIn(QObject):
    """Writes the memo of the open matter and opens it; the notice and the bar of the work tell how that goes."""

    def __init__(self, window: QWidget, session: Session, notice: NoticeBar, work: WorkBar) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._notice = notice
        self._written = Path()
        self._paper = Paper.MEMO
        self.exporting = Exporting(self)
        self.exporting.began.connect(work.begin)
        self.exporting.progressed.connect(work.progress)
        self.exporting.ended.connect(work.hide)
        self.exporting.exported.connect(self._on_exported)
        self.exporting.failed.connect(notice.tell)
        work.cancelled.connect(self.exporting.cancel)

    def choose_and_export(self) -> None:
        """Ask where the memo goes and write it there."""
        matter = self._session.matter
        if matter is None:
            return
        offered = str(matter.path.with_name(f"{matter.path.stem} - memo{_PDF}"))
        dialog = QFileDialog(self._window, "Export memo", offered, f"PDF (*{_PDF})")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(_PDF)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def export(self, target: Path) -> None:
        """Write the memo of the open matter; what stands there stays until the new one is whole."""
        if self._session.matter is None:
            return
        if target.suffix.lower() != _PDF:
            self._notice.tell(f"The memo is a PDF, which “{target.name}” isn't; choose a name that ends in {_PDF}.")
            return
        self._notice.hide()
        self._paper = Paper.MEMO
        self.exporting.export(self._session.matter.path, target.absolute(), self._session.matter.key)

    def choose_and_export_as(self) -> None:
        """Ask which paper is to be written, and where, and write it there."""
        matter = self._session.matter
        if matter is None:
            return
        dialog = PaperDialog(matter.path, self._window)
        dialog.chosen.connect(self.export_as)
        dialog.open()

    def export_as(self, target: Path, paper: Paper) -> None:
        """Write a paper of the open matter; what stands there stays until the new one is whole."""
        matter = self._session.matter
        if matter is None:
            return
        try:
            check(paper, target.suffix.lower())
        except NoSuchPaperError as error:
            self._notice.tell(str(error))
            return
        self._notice.hide()
        self._paper = paper
        self.exporting.export(matter.path, target.absolute(), matter.key, ("export", "--paper", paper))

    def _on_chosen(self, path: str) -> None:
        self.export(Path(path))

    def _on_exported(self, target: Path) -> None:
        self._written = target
        if self._paper is not Paper.MEMO or target.suffix.lower() != _PDF:
            self._notice.tell(f"It is written to “{target.name}”.", "Open it", self._open_written, done=True)
        elif self._open_written():
            self._notice.tell(f"The memo is in “{target.name}”.", "Open it again", self._open_written, done=True)
        else:
            self._notice.tell(f"The memo is in {target}, and no program here opened it; open it in one of yours.")

    def _open_written(self) -> bool:
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))
