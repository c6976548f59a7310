"""Taking in what another copy of the matter, or its marked memo, brings: chosen, read, shown, and only then merged."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from carveout.gui.arriving import arrival as arrival_of
from carveout.gui.together.marked_memo import MarkedMemo
from carveout.gui.together.merging import merge
from carveout.memo.returned.recognition import encloses_copy, looks_like_pdf
from carveout.review.arrival import arrival, told
from carveout.store.copies import AnotherDealError, BegunSeparatelyError, SameFileError, read_copy
from carveout.store.errors import MatterError, ReadOnlyMatterError
from carveout.store.naming import SUFFIX
from carveout.store.recognition import looks_like_matter

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from carveout.gui.bars import NoticeBar
    from carveout.gui.session import Session
    from carveout.review.arrival import Arrival
    from carveout.review.log import Operation


class TakingIn(QObject):
    """Merges copies and marked memos into the matter on the desk.

    `came` carries the Arrival that was taken in, `merged` one that the reviewer wants to be shown.
    """

    came = Signal(object)
    merged = Signal(object)

    def __init__(self, window: QWidget, session: Session, notice: NoticeBar) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._notice = notice
        self.memo = MarkedMemo(session, self)
        self.memo.read.connect(self._on_memo_read)
        self.memo.failed.connect(notice.tell)

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
        """Offer to merge what was dropped where it is another copy of this matter or a memo; tell whether it is."""
        path = arrival_of(brought)
        if not isinstance(path, Path) or not self._session.writable:
            return False
        if not looks_like_matter(path) and not encloses_copy(path):
            return False
        try:
            self._offer(path)
        except (AnotherDealError, BegunSeparatelyError, SameFileError):
            return False
        except MatterError as error:
            self._notice.tell(str(error))
        return True

    def offer(self, path: Path) -> None:
        """Show what a copy or a marked memo would bring, and merge it if that is wanted; or say why it can't be."""
        try:
            self._offer(path)
        except MatterError as error:
            self._notice.tell(str(error))

    def tell(self, verb: str, found: Arrival) -> None:
        """Tell what came, and offer to show it: `Merged 14 changes by A. Tanaka. 2 conflicts.`."""
        self.came.emit(found)
        act = partial(self.merged.emit, found)
        self._notice.tell(f"{verb} {told(found.brought, found.conflicts)}.", "Show", act, done=True)

    def _merge(self, operations: tuple[Operation, ...], found: Arrival) -> None:
        if merge(self._session, operations).operations:
            self.tell("Merged", found)

    def _offer(self, path: Path) -> None:
        """Show what a copy would bring. Raises MatterError where it can't be merged."""
        matter = self._session.matter
        if matter is None or not self._session.settle():
            return
        if matter.read_only:
            raise ReadOnlyMatterError(matter.path)
        self._notice.hide()
        if looks_like_pdf(path):
            self.memo.begin(path)
            return
        copy = read_copy(path, matter)
        found = arrival(matter.operations, matter.corrected, copy.operations, matter.head)
        self._ask(copy.path.name, copy.operations, found)

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
