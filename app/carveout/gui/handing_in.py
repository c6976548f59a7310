"""Handing in the memo and the other papers: where they go, how their writing goes, and opening them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from carveout.gui.exporting import Exporting
from carveout.gui.memo_sheet.command import command_for
from carveout.memo.instructions import Audience, Instructions
from carveout.memo.papers.kinds import NoSuchPaperError, Paper, check

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from carveout.gui.appearance import Appearance
    from carveout.gui.bars import NoticeBar, WorkBar
    from carveout.gui.session import Session
    from carveout.gui.settings import Settings

_PDF = ".pdf"
_AS_USUAL = Instructions()


class HandingIn(QObject):
    """Writes the memo of the open matter and opens it; the notice and the bar of the work tell how that goes."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        settings: Settings,
        appearance: Appearance,
        notice: NoticeBar,
        work: WorkBar,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._appearance = appearance
        self._session = session
        self._settings = settings
        self._notice = notice
        self._written = Path()
        self._paper = Paper.MEMO
        self._untold = ""
        self.exporting = Exporting(self)
        self.exporting.began.connect(work.begin)
        self.exporting.progressed.connect(work.progress)
        self.exporting.ended.connect(work.hide)
        self.exporting.exported.connect(self._on_exported)
        self.exporting.failed.connect(notice.tell)
        work.cancelled.connect(self.exporting.cancel)

    def choose_and_export(self) -> None:
        """Ask how the memo is to be set and where it goes, and write it there."""
        from carveout.gui.memo_sheet.remembering import Remembering  # noqa: PLC0415  (not before it is wanted)
        from carveout.gui.memo_sheet.sheet import MemoSheet  # noqa: PLC0415
        from carveout.gui.preview.beside import Beside  # noqa: PLC0415

        matter, reading = self._session.matter, self._session.reading
        if matter is None or reading is None:
            return
        sheet = MemoSheet(self._session, matter, reading, Remembering(self._settings), self._window)
        sheet.chosen.connect(self.export)
        Beside(sheet, matter, self._appearance)
        sheet.open()

    def export(self, target: Path, instructions: Instructions = _AS_USUAL, untold: str = "") -> None:
        """Write the memo of the open matter; what stands there stays until the new one is whole.

        A sentence that is still `untold` is said when it is written.
        """
        if self._session.matter is None:
            return
        if target.suffix.lower() != _PDF:
            self._notice.tell(f"The memo is a PDF, which “{target.name}” isn't; choose a name that ends in {_PDF}.")
            return
        self._untold = untold
        self._write(Paper.MEMO, target, command_for(instructions), instructions.logo)

    def choose_and_export_as(self) -> None:
        """Ask which paper is to be written, for whom and where, and write it there."""
        from carveout.gui.memo_sheet.remembering import Remembering  # noqa: PLC0415  (not before it is wanted)
        from carveout.gui.paper_sheet import PaperSheet  # noqa: PLC0415

        matter, reading = self._session.matter, self._session.reading
        if matter is None or reading is None:
            return
        sheet = PaperSheet(self._session, matter, reading, Remembering(self._settings), self._window)
        sheet.chosen.connect(self.export_as)
        sheet.open()

    def export_as(self, target: Path, paper: Paper, audience: Audience = Audience.FIRM) -> None:
        """Write a paper of the open matter; what stands there stays until the new one is whole."""
        if self._session.matter is None:
            return
        try:
            check(paper, target.suffix.lower())
        except NoSuchPaperError as error:
            self._notice.tell(str(error))
            return
        self._untold = ""
        self._write(paper, target, ("export", "--paper", paper, "--audience", audience))

    def _write(self, paper: Paper, target: Path, command: Sequence[str], fed: bytes = b"") -> None:
        matter = self._session.matter
        if matter is not None:
            self._notice.hide()
            self._paper = paper
            self.exporting.export(matter.path, target.absolute(), matter.key, command, fed)

    def _on_exported(self, target: Path) -> None:
        self._written = target
        if self._paper is not Paper.MEMO or target.suffix.lower() != _PDF:
            self._notice.tell(f"It is written to “{target.name}”.", "Open it", self._open_written, done=True)
        elif self._open_written():
            told = f"The memo is in “{target.name}”. {self._untold}".rstrip()
            self._notice.tell(told, "Open it again", self._open_written, done=not self._untold)
        else:
            told = f"The memo is in {target}, and no program here opened it; open it in one of yours. {self._untold}"
            self._notice.tell(told.rstrip())

    def _open_written(self) -> bool:
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))
