"""Taking in what another copy of the matter, or its marked memo, brings: chosen, read, shown, and only then merged."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from carveout.gui.arriving import arrival as arrival_of
from carveout.gui.together.copy_reading import CopyReading
from carveout.gui.together.marked_memo import MarkedMemo
from carveout.gui.together.merging import merge
from carveout.memo.returned.recognition import encloses_copy, looks_like_pdf
from carveout.review.arrival import told
from carveout.store.copies import AnotherDealError, BegunSeparatelyError, SameFileError
from carveout.store.errors import ReadOnlyMatterError
from carveout.store.naming import SUFFIX
from carveout.store.recognition import looks_like_matter

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from carveout.gui.bars import NoticeBar
    from carveout.gui.session import Session
    from carveout.review.arrival import Arrival
    from carveout.review.log import Operation
    from carveout.store.copies import Copy
    from carveout.store.errors import MatterError


class TakingIn(QObject):
    """Merges copies and marked memos into the matter on the desk.

    `came` carries the Arrival that was taken in, `merged` one that the reviewer wants to be shown, and `elsewhere` the
    path of a matter that was dropped and is no copy of the one on the desk.
    """

    came = Signal(object)
    merged = Signal(object)
    elsewhere = Signal(object)

    def __init__(self, window: QWidget, session: Session, notice: NoticeBar) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._notice = notice
        self.memo = MarkedMemo(session, self)
        self.memo.read.connect(self._on_memo_read)
        self.memo.failed.connect(notice.tell)
        self.copies = CopyReading(session, self)
        self.copies.read.connect(self._on_copy_read)
        self.copies.refused.connect(self._on_refused)
        self._dropped: Path | None = None

    def choose(self) -> None:
        """Ask for another copy of the matter, or its memo that somebody marked, and show what it brings."""
        matter = self._session.matter
        if matter is None:
            return
        kinds = (f"Copies and memos (*{SUFFIX} *.pdf)", f"Matters (*{SUFFIX})", "Memos (*.pdf)")
        dialog = QFileDialog(self._window, "Merge a copy or memo", str(matter.path.parent), ";;".join(kinds))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def take(self, brought: QMimeData) -> bool:
        """Offer to merge what was dropped where it may be a copy of this matter or a memo; tell whether it may."""
        path = arrival_of(brought)
        if not isinstance(path, Path) or not self._session.writable:
            return False
        if not looks_like_matter(path) and not encloses_copy(path):
            return False
        self.offer(path)
        self._dropped = path
        return True

    def offer(self, path: Path) -> None:
        """Show what a copy or a marked memo would bring, and merge it if that is wanted; or say why it can't be."""
        matter = self._session.matter
        if matter is None or not self._session.settle():
            return
        if matter.read_only:
            self._notice.tell(str(ReadOnlyMatterError(matter.path)))
            return
        self._dropped = None
        self._notice.hide()
        if looks_like_pdf(path):
            self.memo.begin(path)
        else:
            self.copies.begin(path)

    def tell(self, verb: str, found: Arrival) -> None:
        """Tell what came, and offer to show it: `Merged 14 changes by A. Tanaka. 2 conflicts.`."""
        self.came.emit(found)
        act = partial(self.merged.emit, found)
        self._notice.tell(f"{verb} {told(found.brought, found.conflicts)}.", "Show", act, done=True)

    def _merge(self, operations: tuple[Operation, ...], found: Arrival) -> None:
        if merge(self._session, operations).operations:
            self.tell("Merged", found)

    def _on_copy_read(self, copy: Copy, found: Arrival) -> None:
        self._ask(copy.path.name, copy.operations, found)

    def _on_refused(self, path: Path, error: MatterError) -> None:
        if path == self._dropped and isinstance(error, AnotherDealError | BegunSeparatelyError | SameFileError):
            self.elsewhere.emit(path)
        else:
            self._notice.tell(str(error))

    def _on_memo_read(self, name: str, operations: tuple[Operation, ...], found: Arrival, elsewhere: int) -> None:
        self._ask(name, operations, found, elsewhere)

    def _ask(self, name: str, operations: tuple[Operation, ...], found: Arrival, elsewhere: int | None = None) -> None:
        """Show what comes, `elsewhere` being how many notes of a memo stand on no words, None where it is a copy."""
        from carveout.gui.together.sheets import ArrivalSheet, MemoSheet  # noqa: PLC0415  (not before it is wanted)

        if not found.arrived.operations:
            self._notice.tell(f"Nothing new: all that “{name}” holds is here already.", done=True)
            return
        sheet = (
            ArrivalSheet(name, found, self._window)
            if elsewhere is None
            else MemoSheet(name, found, elsewhere, self._window)
        )
        sheet.accepted.connect(partial(self._merge, operations, found))
        sheet.open()

    def _on_chosen(self, path: str) -> None:
        self.offer(Path(path))
