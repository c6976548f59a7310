"""Taking in what another copy of the matter brings: chosen, read in private, shown, and only then merged."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from carveout.gui.arriving import arrival as arrival_of
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
    from carveout.store.copies import Copy


class TakingIn(QObject):
    """Merges copies into the matter on the desk. `merged` carries the Arrival that was taken in."""

    merged = Signal(object)

    def __init__(self, window: QWidget, session: Session, notice: NoticeBar) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._notice = notice

    def choose(self) -> None:
        """Ask for another copy of the matter, and show what it brings."""
        matter = self._session.matter
        if matter is None:
            return
        dialog = QFileDialog(self._window, "Merge a copy", str(matter.path.parent), f"Matters (*{SUFFIX})")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def take(self, brought: QMimeData) -> bool:
        """Offer to merge what was dropped where it is another copy of this matter; tell whether it is."""
        path = arrival_of(brought)
        if not isinstance(path, Path) or not self._session.writable or not looks_like_matter(path):
            return False
        try:
            self._offer(path)
        except (AnotherDealError, BegunSeparatelyError, SameFileError):
            return False
        except MatterError as error:
            self._notice.tell(str(error))
        return True

    def offer(self, path: Path) -> None:
        """Show what a copy would bring, and merge it if that is wanted; or say why it can't be."""
        try:
            self._offer(path)
        except MatterError as error:
            self._notice.tell(str(error))

    def tell(self, verb: str, found: Arrival) -> None:
        """Tell what came, and offer to show it: `Merged 14 changes by A. Tanaka. 2 conflicts.`."""
        act = partial(self.merged.emit, found)
        self._notice.tell(f"{verb} {told(found.brought, found.conflicts)}.", "Show", act, done=True)

    def _merge(self, operations: tuple[Operation, ...], found: Arrival) -> None:
        if self._session.merge(operations).operations:
            self.tell("Merged", found)

    def _offer(self, path: Path) -> None:
        """Show what a copy would bring. Raises MatterError where it can't be merged."""
        matter = self._session.matter
        if matter is None or not self._session.settle():
            return
        if matter.read_only:
            raise ReadOnlyMatterError(matter.path)
        self._notice.hide()
        copy = read_copy(path, matter)
        found = arrival(matter.operations, matter.corrected, copy.operations, matter.head)
        if not found.arrived.operations:
            self._notice.tell(f"Nothing new: all that “{path.name}” holds is here already.", done=True)
            return
        self._ask(copy, found)

    def _ask(self, copy: Copy, found: Arrival) -> None:
        from carveout.gui.together.sheets import ArrivalSheet  # noqa: PLC0415  (not before it is wanted)

        sheet = ArrivalSheet(copy.path.name, found, self._window)
        sheet.accepted.connect(partial(self._merge, copy.operations, found))
        sheet.open()

    def _on_chosen(self, path: str) -> None:
        self.offer(Path(path))
